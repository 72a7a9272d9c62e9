package org.officeos.hal.airgap;

import java.util.List;
import java.util.Set;
import org.officeos.hal.netlink.InterfaceType;
import org.officeos.hal.netlink.WirelessInterface;

/** Network interfaces and what radios are used as. */
final class LinkChecks {

  static final List<Check> ALL =
      List.of(
          new Check(
              LeakVector.LINK_UP,
              "only loopback and the group's interface are up; without P2P-device in the driver,"
                  + " the idle station interface too",
              "Switch it off: ip link set NAME down",
              LinkChecks::up),
          new Check(
              LeakVector.WRONG_MODE,
              "at most one P2P-client, P2P-devices, and station interfaces that do nothing",
              "Remove it: iw dev NAME del",
              LinkChecks::modes),
          new Check(
              LeakVector.ASSOCIATED,
              "no station interface is in a network; a P2P-client is in a group",
              "Switch it off, and stop the program that joined: ip link set NAME down",
              LinkChecks::associated),
          new Check(
              LeakVector.VIRTUAL_LINK,
              "no interface but loopback is without hardware, and none belongs to another",
              "Remove it, and the program that made it: ip link delete NAME",
              LinkChecks::madeUp),
          new Check(
              LeakVector.NAMESPACE,
              "no other network namespace has a device besides loopback",
              "End the programs in it, or audit inside: nsenter --net=FILE",
              LinkChecks::namespaces));

  private LinkChecks() {}

  private static void up(Sheet sheet) {
    Gathered all = Gathered.from(sheet);
    Set<Integer> addressed = Openings.addressed(sheet.list(Part.ADDRESSES), all);
    for (NetworkLink link : sheet.list(Part.LINKS)) {
      if (!link.up() || link.isLoopback() || all.isGroup(link.index())) {
        continue;
      }
      if (!all.isForDiscovery(link.index())) {
        sheet.fail(Part.LINKS, link.name(), "up; " + all.what(link));
      } else if (addressed.contains(link.index())) {
        sheet.fail(Part.ADDRESSES, link.name(), "up for discovery, but with an address");
      }
    }
  }

  private static void modes(Sheet sheet) {
    List<Radio> radios = sheet.list(Part.RADIOS);
    int groups = 0;
    List<WirelessInterface> wireless = sheet.list(Part.WIRELESS);
    for (WirelessInterface each : wireless) {
      boolean allowed = sheet.settings().modes().contains(each.type());
      if (!allowed && each.type() != InterfaceType.STATION) {
        sheet.fail(Part.WIRELESS, each.label(), Gathered.type(each.type()));
      }
      boolean group = each.type() == InterfaceType.P2P_CLIENT;
      groups += group ? 1 : 0;
      if (group && groups > 1) {
        sheet.fail(Part.WIRELESS, each.label(), Gathered.SECOND_GROUP);
      }
    }
    if (radios.isEmpty() && wireless.isEmpty()) {
      sheet.notApplicable("radios", "there is no Wi-Fi radio");
    }
  }

  private static void associated(Sheet sheet) {
    Gathered all = Gathered.from(sheet);
    List<WirelessInterface> wireless = sheet.list(Part.WIRELESS);
    for (WirelessInterface each : wireless) {
      Gathered.wrongNetwork(each)
          .ifPresent(observed -> sheet.fail(Part.WIRELESS, each.label(), observed));
    }
    for (NetworkLink link : sheet.list(Part.LINKS)) {
      boolean station =
          all.wireless(link.index())
              .filter(each -> each.type() == InterfaceType.STATION && each.ssid().isEmpty())
              .isPresent();
      if (station && link.running()) {
        sheet.fail(Part.LINKS, link.name(), Gathered.CARRIES);
      }
    }
    if (wireless.isEmpty() && sheet.list(Part.RADIOS).isEmpty()) {
      sheet.notApplicable("radios", "there is no Wi-Fi radio");
    }
  }

  private static void madeUp(Sheet sheet) {
    Gathered all = Gathered.from(sheet);
    for (NetworkLink link : sheet.list(Part.LINKS)) {
      boolean radio = all.wireless(link.index()).isPresent();
      boolean virtual = link.kind().isPresent() || link.bus() == NetworkLink.Bus.VIRTUAL;
      if (link.master().isPresent()) {
        int master = link.master().getAsInt();
        sheet.fail(Part.LINKS, link.name(), "belongs to " + all.name(master));
      } else if (virtual && !radio && !link.isLoopback()) {
        String forged = link.name().startsWith("p2p-") ? ", named like a group's" : "";
        sheet.fail(Part.LINKS, link.name(), "kind " + link.kind().orElse("not told") + forged);
      }
    }
  }

  private static void namespaces(Sheet sheet) {
    for (OtherNamespace each : sheet.list(Part.NAMESPACES)) {
      switch (each.sight()) {
        case HIDDEN -> sheet.unseen(Part.NAMESPACES, each.name(), "may not be looked at");
        case NOBODY_INSIDE ->
            sheet.fail(Part.NAMESPACES, each.name(), "kept, and nobody in it to look through");
        case SEEN -> {
          if (!each.devices().isEmpty()) {
            sheet.fail(Part.NAMESPACES, each.name(), "has " + String.join(", ", each.devices()));
          }
        }
      }
    }
  }
}
