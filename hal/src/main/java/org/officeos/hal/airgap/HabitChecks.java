package org.officeos.hal.airgap;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.officeos.hal.airgap.ProgramSetting.Program;

/** What programs do by themselves: test for the internet, look for updates, report. */
final class HabitChecks {

  private static final BootUnits NO_UNITS = new BootUnits(Set.of(), Set.of());
  private static final Set<String> ON = Set.of("true", "1", "yes", "on");

  /** Runs from cron only where there is no systemd: it says so itself at its beginning. */
  private static final String APT_WITHOUT_SYSTEMD = "apt.systemd.daily";

  private static final Set<String> UNITS =
      Set.of(
          "apt-daily.timer",
          "apt-daily-upgrade.timer",
          "unattended-upgrades.service",
          "dnf-makecache.timer",
          "fwupd-refresh.timer",
          "motd-news.timer",
          "packagekit.service",
          "pacman-filesdb-refresh.timer",
          "reflector.timer",
          "snapd.service",
          "snapd.snap-repair.timer",
          "systemd-sysupdate.timer",
          "ua-timer.timer",
          "update-notifier-download.timer");

  static final List<Check> ALL =
      List.of(
          new Check(
              LeakVector.CONNECTIVITY_CHECK,
              "no network manager that can start tests for the internet",
              "Mask the manager; in NetworkManager's files [connectivity] enabled=false, in"
                  + " connman's main.conf EnableOnlineCheck=false",
              HabitChecks::connectivity),
          new Check(
              LeakVector.PHONING_HOME,
              "no timer, table of times or program of games that reports, fetches or looks for"
                  + " updates",
              "systemctl mask --now NAME; take the line out of the table; set the setting to false",
              HabitChecks::reporting));

  private HabitChecks() {}

  private static void connectivity(Sheet sheet) {
    BootUnits units = sheet.read(Part.UNITS, NO_UNITS);
    for (ProgramSetting each : sheet.list(Part.SETTINGS)) {
      boolean tests =
          switch (each.program()) {
            case NETWORK_MANAGER -> !units.masked().contains("NetworkManager.service");
            case CONNMAN -> isOn(each) && !units.masked().contains("connman.service");
            case CRON, RETROARCH, DISTRIBUTION -> false;
          };
      if (tests) {
        sheet.fail(Part.SETTINGS, each.file(), each.key() + " is " + each.value());
      }
    }
  }

  private static void reporting(Sheet sheet) {
    BootUnits units = sheet.read(Part.UNITS, NO_UNITS);
    UNITS.stream()
        .filter(units::starts)
        .sorted()
        .forEach(name -> sheet.fail(Part.UNITS, name, "starts at boot"));
    boolean systemd = sheet.read(Part.LOCKDOWN, Lockdown.NONE).systemd();
    for (ProgramSetting each : sheet.list(Part.SETTINGS)) {
      boolean reports =
          switch (each.program()) {
            case CRON -> !(systemd && each.key().equals(APT_WITHOUT_SYSTEMD));
            case RETROARCH, DISTRIBUTION -> isOn(each);
            case NETWORK_MANAGER, CONNMAN -> false;
          };
      if (reports) {
        boolean command = each.program() == Program.CRON;
        String what = command ? "runs " + each.key() : each.key() + " is " + each.value();
        sheet.fail(Part.SETTINGS, each.file(), what);
      }
    }
  }

  private static boolean isOn(ProgramSetting setting) {
    return ON.contains(setting.value().toLowerCase(Locale.ROOT));
  }
}
