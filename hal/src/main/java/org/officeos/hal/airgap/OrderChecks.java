package org.officeos.hal.airgap;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether the lockdown comes first at boot, and stays when things stop, sleep and come back. */
final class OrderChecks {

  private static final String FIRST = "network-pre.target";
  private static final String RULES = "officeos-airgap.nft";
  private static final Set<String> DONE_WHEN_STARTED = Set.of("oneshot", "notify", "notify-reload");
  private static final Pattern NUMBERED = Pattern.compile("S[0-9]{2}.*");
  private static final Pattern NETWORK =
      Pattern.compile("(?i).*(network|connman|wpa|wifi|wlan|iwd|dhcp).*");

  static final List<Check> ALL =
      List.of(
          new Check(
              LeakVector.BOOT_WINDOW,
              "filter and guard start at boot, are ordered before network-pre.target, and are"
                  + " active; without systemd, scripts start both before the network",
              "systemctl revert officeos-filter.service officeos-guard.service; systemctl enable"
                  + " --now both; see systemctl status",
              OrderChecks::boot),
          new Check(
              LeakVector.STOP_WINDOW,
              "what runs when one of our services stops leaves the rules alone, and the guard is"
                  + " started again",
              "Take the line out: systemctl revert NAME",
              OrderChecks::stop),
          new Check(
              LeakVector.RESUME_WINDOW,
              "the guard starts at boot, udev has a rule for interfaces that come, and nothing that"
                  + " runs after sleep opens anything",
              "systemctl enable --now officeos-guard.service; put the product's rules back into"
                  + " /usr/lib/udev/rules.d; take the command out of the hook",
              OrderChecks::resume));

  private OrderChecks() {}

  private static void boot(Sheet sheet) {
    Lockdown all = sheet.read(Part.LOCKDOWN, Lockdown.NONE);
    if (!sheet.isRead(Part.LOCKDOWN)) {
      return;
    }
    all.failures().forEach(each -> sheet.fail(Part.LOCKDOWN, each, "says that something failed"));
    if (!all.systemd()) {
      scripts(sheet, all);
      return;
    }
    for (UnitRole role : List.of(UnitRole.FILTER, UnitRole.GUARD)) {
      List<OwnUnit> units = all.starting(role);
      if (units.isEmpty()) {
        sheet.fail(Part.LOCKDOWN, role.unit(), "does not start at boot");
      }
      if (units.stream().noneMatch(each -> late(each).isEmpty())) {
        units.forEach(
            unit -> late(unit).forEach(each -> sheet.fail(Part.LOCKDOWN, unit.name(), each)));
      }
      for (OwnUnit unit : units) {
        boolean template = unit.name().contains("@.");
        if (!template && all.active().filter(each -> !each.contains(unit.name())).isPresent()) {
          sheet.fail(Part.LOCKDOWN, unit.name(), "is not active: it failed, or was stopped");
        }
      }
    }
  }

  /** Why a service may come too late, or not at all. */
  private static List<String> late(OwnUnit unit) {
    List<String> why = new ArrayList<>();
    if (!unit.last("DefaultDependencies")
        .filter(each -> each.matches("no|false|off|0"))
        .isPresent()) {
      why.add("waits for the rest of the system: DefaultDependencies is not no");
    }
    if (!unit.words("Before").contains(FIRST)) {
      why.add("is not ordered before " + FIRST);
    } else if (!unit.words("Wants").contains(FIRST) && !unit.words("Requires").contains(FIRST)) {
      why.add("does not want " + FIRST + ", so that nothing has to wait for it");
    }
    String type = unit.last("Type").orElse("simple");
    if (!DONE_WHEN_STARTED.contains(type)) {
      why.add("counts as started before it has done anything: its type is " + type);
    }
    boolean does =
        unit.values("ExecStart").stream()
            .anyMatch(
                each ->
                    unit.role() == UnitRole.FILTER
                        ? each.contains(RULES)
                        : each.contains("officeos") && each.contains("guard"));
    if (!does) {
      why.add("starts another program than ours");
    }
    unit.settings().stream()
        .filter(each -> each.key().matches("(Condition|Assert)[A-Za-z0-9]+"))
        .filter(each -> !each.value().isEmpty())
        .forEach(each -> why.add("may be passed over: " + each.key()));
    return why;
  }

  private static void scripts(Sheet sheet, Lockdown all) {
    List<TextFile> filter = all.scripts("nft", RULES);
    List<TextFile> guard = all.scripts("officeos", "guard");
    if (filter.isEmpty()) {
      sheet.fail(Part.LOCKDOWN, "filter", "no script loads the packet filter at boot");
    }
    if (guard.isEmpty()) {
      sheet.fail(Part.LOCKDOWN, "guard", "no script starts the guard at boot");
    }
    for (TextFile network : all.scripts()) {
      String name = name(network);
      boolean other = NETWORK.matcher(name).matches() && !network.text().contains("officeos");
      if (other && NUMBERED.matcher(name).matches()) {
        for (List<TextFile> ours : List.of(filter, guard)) {
          ours.stream()
              .filter(each -> isAfter(each, network))
              .forEach(each -> sheet.fail(Part.LOCKDOWN, name(each), "starts after " + name));
        }
      }
    }
  }

  /** By their numbers, in one folder. */
  private static boolean isAfter(TextFile ours, TextFile network) {
    String folder = network.path().substring(0, network.path().lastIndexOf('/') + 1);
    return ours.path().equals(folder + name(ours))
        && NUMBERED.matcher(name(ours)).matches()
        && name(ours).compareTo(name(network)) > 0;
  }

  private static String name(TextFile file) {
    return file.path().substring(file.path().lastIndexOf('/') + 1);
  }

  private static void stop(Sheet sheet) {
    Lockdown all = sheet.read(Part.LOCKDOWN, Lockdown.NONE);
    if (!sheet.isRead(Part.LOCKDOWN)) {
      return;
    }
    for (OwnUnit unit : all.units()) {
      boolean holds = unit.role() == UnitRole.FILTER || unit.role() == UnitRole.GUARD;
      for (String key : List.of("ExecStop", "ExecStopPost", "ExecReload")) {
        for (String command : unit.values(key)) {
          if (Commands.opens(command) || (holds && !Commands.shuts(command))) {
            sheet.fail(Part.LOCKDOWN, unit.name(), "has an " + key + " that may open something");
          }
        }
      }
      if (unit.role() == UnitRole.GUARD) {
        returns(sheet, unit);
      }
    }
    for (TextFile script : all.scripts("officeos")) {
      opening(sheet, script);
    }
    if (all.units().isEmpty() && all.scripts("officeos").isEmpty()) {
      sheet.notApplicable("own units", "there are none, nor scripts in their place");
    }
  }

  private static void returns(Sheet sheet, OwnUnit guard) {
    String restart = guard.last("Restart").orElse("no");
    if (!restart.equals("always")) {
      sheet.fail(Part.LOCKDOWN, guard.name(), "does not always come back: Restart is " + restart);
    }
    String watchdog = guard.last("WatchdogSec").orElse("0");
    if (watchdog.matches("0|infinity")) {
      sheet.fail(Part.LOCKDOWN, guard.name(), "nobody sees when it hangs: WatchdogSec is not set");
    }
  }

  private static void resume(Sheet sheet) {
    Lockdown all = sheet.read(Part.LOCKDOWN, Lockdown.NONE);
    if (!sheet.isRead(Part.LOCKDOWN)) {
      return;
    }
    boolean guard =
        all.systemd()
            ? !all.starting(UnitRole.GUARD).isEmpty()
            : !all.scripts("officeos", "guard").isEmpty();
    if (!guard) {
      sheet.fail(Part.LOCKDOWN, UnitRole.GUARD.unit(), "does not start at boot");
    }
    boolean udev = all.systemd() || !all.deviceRules().isEmpty();
    if (udev && all.deviceRules().stream().noneMatch(OrderChecks::shutsInterfaces)) {
      sheet.fail(Part.LOCKDOWN, "udev", "no rule of ours for network interfaces that come");
    }
    all.sleepHooks().forEach(each -> opening(sheet, each));
  }

  /** A rule for network interfaces that does something to them, and names us. */
  private static boolean shutsInterfaces(TextFile file) {
    boolean net =
        file.hasLine("#", List.of("SUBSYSTEM==\"net\""))
            || file.hasLine("#", List.of("SUBSYSTEM!=\"net\""));
    if (!net) {
      return false;
    }
    boolean does = false;
    for (String line : file.lines("#")) {
      boolean runs = line.contains("RUN") && (line.contains("officeos") || Commands.shuts(line));
      boolean wants = line.contains("SYSTEMD_WANTS") && line.contains("officeos");
      does |= runs || wants || line.contains("ENV{NM_UNMANAGED}=\"1\"");
    }
    return does;
  }

  private static void opening(Sheet sheet, TextFile script) {
    boolean opens = script.lines("#").stream().anyMatch(Commands::opens);
    if (opens) {
      sheet.fail(Part.LOCKDOWN, script.path(), "has a command that may open something");
    }
  }
}
