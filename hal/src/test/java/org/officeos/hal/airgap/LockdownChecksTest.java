package org.officeos.hal.airgap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.officeos.hal.airgap.Handhelds.read;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.officeos.hal.airgap.Finding.State;

/** What starts our own parts, keeps them, and what rights they have. */
class LockdownChecksTest {

  private static final String FILTER = "officeos-filter.service";
  private static final String GUARD = "officeos-guard.service";
  private static final String LINK = "officeos-link.service";

  private static List<String> found(LeakVector vector, Lockdown lockdown) {
    return Policy.judge(
            Handhelds.inGroup().with(Part.LOCKDOWN, read(lockdown)), AirgapSettings.USUAL)
        .of(vector)
        .stream()
        .filter(each -> each.state() != State.PASS)
        .map(each -> each.subject() + ": " + each.observed())
        .toList();
  }

  private static List<String> changed(LeakVector vector, String unit, String lines) {
    return found(vector, Lockdowns.systemd(Lockdowns.changed(unit, lines), List.of()));
  }

  @Test
  void whatLetsANetworkComeBeforeTheRulesIsFound() {
    LeakVector boot = LeakVector.BOOT_WINDOW;
    assertEquals(
        List.of(FILTER + ": is not ordered before network-pre.target"),
        changed(boot, FILTER, "[Unit]\nBefore=\nBefore=network.target\n"));
    assertEquals(
        List.of(FILTER + ": does not want network-pre.target, so that nothing has to wait for it"),
        changed(boot, FILTER, "[Unit]\nWants=\n"));
    assertEquals(
        List.of(GUARD + ": counts as started before it has done anything: its type is exec"),
        changed(boot, GUARD, "[Service]\nType=exec\n"));
    assertEquals(
        List.of(FILTER + ": starts another program than ours"),
        changed(boot, FILTER, "ExecStart=\nExecStart=/bin/true\n"));
    assertEquals(
        List.of(GUARD + ": may be passed over: ConditionPathExists"),
        changed(boot, GUARD, "[Unit]\nConditionPathExists=/none\n"));
  }

  @Test
  void partsThatDoNotStartOrHaveFailedAreFound() {
    OwnUnit filter = Lockdowns.units().get(0);
    OwnUnit masked = OwnUnit.of(GUARD, false, List.of());
    Lockdown failed =
        new Lockdown(
            true,
            List.of(filter, masked),
            List.of(Lockdowns.RULE),
            List.of(),
            List.of(),
            Optional.of(Set.of(LINK)),
            List.of("/run/officeos-filter/failed"));
    assertEquals(
        List.of(
            "/run/officeos-filter/failed: says that something failed",
            FILTER + ": is not active: it failed, or was stopped",
            GUARD + ": does not start at boot"),
        found(LeakVector.BOOT_WINDOW, failed));
    assertEquals(
        List.of(GUARD + ": does not start at boot"), found(LeakVector.RESUME_WINDOW, failed));
  }

  @Test
  void aSecondInstanceMayComeLaterIfOneComesFirst() {
    OwnUnit late =
        OwnUnit.of(
            "officeos-filter-jail.service", true, List.of(new TextFile("x", "Type=oneshot")));
    List<OwnUnit> both = Stream.concat(Lockdowns.units().stream(), Stream.of(late)).toList();
    Lockdown lockdown =
        new Lockdown(
            true,
            both,
            List.of(Lockdowns.RULE),
            List.of(),
            List.of(),
            Optional.of(Set.of(FILTER, GUARD, "officeos-filter-jail.service")),
            List.of());
    assertEquals(List.of(), found(LeakVector.BOOT_WINDOW, lockdown));
    assertFalse(found(LeakVector.OWN_UNIT, lockdown).isEmpty(), "it has a filter's rights");
  }

  @Test
  void whatRunsAtStopMayShutAndNotOpen() {
    LeakVector stop = LeakVector.STOP_WINDOW;
    String shutting =
        "ExecStopPost=-/usr/sbin/rfkill block all\nExecReload=/usr/sbin/nft -f"
            + " /usr/share/officeos/officeos-airgap.nft\n";
    assertEquals(List.of(), changed(stop, GUARD, shutting));
    for (String opening :
        List.of(
            "/usr/sbin/nft flush ruleset",
            "/sbin/nft delete table inet officeos_airgap",
            "/bin/sh -c 'rfkill block nfc; rfkill unblock all'",
            "/usr/local/bin/unlock")) {
      assertEquals(
          List.of(FILTER + ": has an ExecStopPost that may open something"),
          changed(stop, FILTER, "ExecStopPost=" + opening + "\n"),
          opening);
    }
    assertEquals(
        List.of(LINK + ": has an ExecStop that may open something"),
        changed(stop, LINK, "ExecStop=/sbin/ip link set dev wlan0 up\n"));
    assertEquals(List.of(), changed(stop, LINK, "ExecStop=/usr/bin/officeos bye\n"));
    assertEquals(
        List.of(
            GUARD + ": does not always come back: Restart is on-failure",
            GUARD + ": nobody sees when it hangs: WatchdogSec is not set"),
        changed(stop, GUARD, "Restart=on-failure\nWatchdogSec=0\n"));
  }

  @Test
  void udevNeedsARuleForInterfacesThatCome() {
    LeakVector resume = LeakVector.RESUME_WINDOW;
    for (String rule :
        List.of(
            "SUBSYSTEM==\"usb\", RUN+=\"/usr/bin/officeos\"",
            "SUBSYSTEM==\"net\", NAME=\"x\"",
            "# SUBSYSTEM==\"net\", ENV{NM_UNMANAGED}=\"1\"")) {
      Lockdown without =
          new Lockdown(
              true,
              Lockdowns.units(),
              List.of(new TextFile("r", rule)),
              List.of(),
              List.of(),
              Optional.empty(),
              List.of());
      assertEquals(
          List.of("udev: no rule of ours for network interfaces that come"),
          found(resume, without),
          rule);
    }
  }

  @Test
  void aHookThatOpensNothingIsNone() {
    TextFile hook =
        new TextFile("/lib/hook", "# nmcli networking on\nrfkill block bluetooth; hdparm -B 254\n");
    assertEquals(
        List.of(),
        found(LeakVector.RESUME_WINDOW, Lockdowns.systemd(Lockdowns.units(), List.of(hook))));
  }

  @Test
  void withoutSystemdScriptsStartBothBeforeTheNetwork() {
    TextFile filter =
        new TextFile("/etc/init.d/S01officeos", "#!/bin/sh\nnft -f $SHARE/officeos-airgap.nft\n");
    TextFile guard = new TextFile("/etc/init.d/S02officeos", "officeos guard --json &\n");
    TextFile network = new TextFile("/etc/init.d/S40network", "ifup -a\n");
    Lockdown intended = Lockdowns.scripts(filter, guard, network);
    for (LeakVector vector :
        List.of(LeakVector.BOOT_WINDOW, LeakVector.STOP_WINDOW, LeakVector.RESUME_WINDOW)) {
      assertEquals(List.of(), found(vector, intended), vector.toString());
    }
    assertEquals(List.of("own units: no systemd here"), found(LeakVector.OWN_UNIT, intended));
    TextFile late = new TextFile("/etc/init.d/S60officeos", filter.text() + "nft flush ruleset");
    assertEquals(
        List.of("S60officeos: starts after S40network"),
        found(LeakVector.BOOT_WINDOW, Lockdowns.scripts(late, guard, network)));
    assertEquals(
        List.of("/etc/init.d/S60officeos: has a command that may open something"),
        found(LeakVector.STOP_WINDOW, Lockdowns.scripts(late, guard, network)));
    assertEquals(
        List.of(
            "filter: no script loads the packet filter at boot",
            "guard: no script starts the guard at boot"),
        found(LeakVector.BOOT_WINDOW, Lockdowns.scripts(network)));
  }

  @Test
  void rightsThatAreAddedAndLimitsThatAreTakenAwayAreFound() {
    LeakVector rights = LeakVector.OWN_UNIT;
    assertEquals(
        List.of(GUARD + ": CapabilityBoundingSet has more than CAP_NET_ADMIN"),
        changed(rights, GUARD, "CapabilityBoundingSet=CAP_SYS_ADMIN\n"));
    assertEquals(
        List.of(GUARD + ": CapabilityBoundingSet has more than CAP_NET_ADMIN"),
        changed(rights, GUARD, "CapabilityBoundingSet=~CAP_SYS_ADMIN\n"));
    assertEquals(
        List.of(LINK + ": RestrictAddressFamilies has more than it needs"),
        changed(rights, LINK, "RestrictAddressFamilies=AF_PACKET\n"));
    assertEquals(
        List.of(LINK + ": SystemCallFilter has no list of what is allowed"),
        changed(rights, LINK, "SystemCallFilter=\n"));
    assertEquals(
        List.of(LINK + ": SystemCallFilter allows more than it needs"),
        changed(rights, LINK, "SystemCallFilter=@mount\n"));
    assertEquals(
        List.of(LINK + ": IPAddressAllow has more than it needs"),
        changed(rights, LINK, "IPAddressAllow=any\n"));
    assertEquals(
        List.of(GUARD + ": DeviceAllow has more than /dev/rfkill"),
        changed(rights, GUARD, "DeviceAllow=/dev/sda rw\n"));
    assertEquals(
        List.of(GUARD + ": ExecStartPre runs without these limits"),
        changed(rights, GUARD, "ExecStartPre=-+/bin/true\n"));
    assertEquals(
        List.of(),
        changed(rights, GUARD, "ExecStartPost=+/usr/lib/officeos-airgap/shut --lift %n\n"));
    for (String each : List.of(LINK, FILTER, "officeos-supplicant.service")) {
      assertEquals(List.of(each + ": User is root"), changed(rights, each, "User=\n"), each);
      assertEquals(List.of(each + ": User is root"), changed(rights, each, "User=0\n"), each);
    }
    assertEquals(
        List.of(LINK + ": ProtectSystem is not strict", LINK + ": MemoryMax is not set"),
        changed(rights, LINK, "ProtectSystem=full\nMemoryMax=infinity\n"));
    assertEquals(
        List.of(), changed(rights, LINK, "ProtectHome=1\nNetworkNamespacePath=/run/netns/x"));
  }

  @Test
  void aHelperOfOursHasLimitsToo() {
    OwnUnit bare =
        OwnUnit.of("officeos-jail.service", true, List.of(new TextFile("x", "Type=oneshot")));
    assertEquals(
        List.of(
            "officeos-jail.service: NoNewPrivileges is not set",
            "officeos-jail.service: CapabilityBoundingSet is not set"),
        found(LeakVector.OWN_UNIT, Lockdowns.systemd(List.of(bare), List.of())));
  }

  @Test
  void linesAreReadAsSystemdReadsThem() {
    OwnUnit unit =
        OwnUnit.of(
            "officeos-x.service",
            true,
            List.of(
                new TextFile("a", "[Unit]\nAfter=one two\n; no\nBefore=x \\\n# no\n y\nno line\n"),
                new TextFile("b", "After=\nAfter = three\n=4\n")));
    assertEquals(List.of("three"), unit.words("After"));
    assertEquals(List.of("x", "y"), unit.words("Before"));
    assertEquals(Optional.empty(), unit.last("no line"));
  }

  @Test
  void commandsAreKnownByTheirWholeWords() {
    for (String each :
        List.of(
            "nft destroy table x",
            "/sbin/ip6tables-nft -t nat --flush",
            "true; @iptables-legacy -P OUTPUT ACCEPT",
            "iptables -D INPUT 1",
            "ip6tables -X",
            "rfkill unblock all",
            "ip -4 link set dev wlan0 up",
            "ifup wlan0",
            "x || wpa_cli -i wlan0 reassociate",
            "iw dev wlan0 connect y")) {
      assertTrue(Commands.opens(each), each);
      assertFalse(Commands.shuts(each), each);
    }
    for (String each :
        List.of(
            "nft -f /usr/share/officeos/officeos-airgap.nft",
            "rfkill block all",
            "ip link set wlan0 down",
            "-/usr/lib/officeos/shut --gadgets")) {
      assertTrue(Commands.shuts(each), each);
    }
    for (String each :
        List.of(
            "nft -f officeos-airgapXnft", "iptablesx -F", "iptables -f", "nft list", "ifupdown")) {
      assertFalse(Commands.opens(each) || Commands.shuts(each), each);
    }
  }

  @Test
  void wordsAreLookedForInOneLineThatIsNoComment() {
    TextFile file = new TextFile("a", "# one two\none \\\n two # three\nfour\n");
    assertTrue(file.hasLine("#", List.of("one", "two")));
    assertTrue(file.hasLine("#", List.of("three")));
    assertFalse(file.hasLine("#", List.of("one", "four")));
    assertFalse(file.hasLine("#", List.of("one", "five")));
    assertFalse(new TextFile("b", "#one two\n").hasLine("#", List.of("one", "two")));
  }

  @Test
  void longHostileLinesTakeNoTime() {
    String line = "ip link set ".repeat(20_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertFalse(Commands.opens(line));
          assertTrue(Commands.opens(line + "up"));
        });
  }
}
