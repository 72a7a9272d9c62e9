package org.officeos.hal.airgap;

import java.util.List;
import java.util.Set;

/** What programs keep: networks, how they search, resolvers, proxies. */
final class StoredChecks {

  private static final StoredSettings NO_SETTINGS = new StoredSettings(List.of(), List.of());
  private static final Set<String> SEARCHING =
      Set.of("scan_ssid", "autoscan", "bgscan", "sched_scan_plans");
  private static final Set<String> ROAMING = Set.of("interworking", "hs20", "auto_interworking");
  private static final Set<String> LOCAL_NAMES = Set.of("files", "myhostname", "mymachines");

  static final List<Check> ALL =
      List.of(
          new Check(
              LeakVector.STORED_NETWORK,
              "no stored network besides groups",
              "Remove it from where it is kept",
              StoredChecks::networks),
          new Check(
              LeakVector.PROBES,
              "wpa_supplicant searches only when it is told to, and names no network",
              "Remove the setting from wpa_supplicant's configuration",
              sheet -> settings(sheet, SEARCHING)),
          new Check(
              LeakVector.INTERWORKING,
              "interworking, hs20 and auto_interworking are 0",
              "Remove the setting from wpa_supplicant's configuration",
              sheet -> settings(sheet, ROAMING)),
          new Check(
              LeakVector.RESOLVERS,
              "no resolver; names of machines come from files only",
              "Empty /etc/resolv.conf; in /etc/nsswitch.conf write: hosts: files",
              StoredChecks::names),
          new Check(
              LeakVector.PROXY,
              "no proxy in /etc/environment",
              "Remove the line from /etc/environment",
              StoredChecks::proxies));

  private StoredChecks() {}

  private static void networks(Sheet sheet) {
    for (StoredSettings.Network each : sheet.read(Part.STORED, NO_SETTINGS).networks()) {
      sheet.fail(Part.STORED, each.place(), each.what());
    }
  }

  private static void settings(Sheet sheet, Set<String> keys) {
    for (StoredSettings.Setting each : sheet.read(Part.STORED, NO_SETTINGS).settings()) {
      boolean off = each.value().equals("0") || each.value().equals("\"\"");
      if (keys.contains(each.key()) && !off && !each.value().isEmpty()) {
        sheet.fail(Part.STORED, each.file(), each.key() + " is set");
      }
    }
  }

  private static void names(Sheet sheet) {
    NameLookup names = sheet.read(Part.NAMES, new NameLookup(List.of(), List.of("files")));
    for (String server : names.servers()) {
      sheet.fail(Part.NAMES, "resolv.conf", "asks " + server);
    }
    for (String source : names.sources()) {
      if (!LOCAL_NAMES.contains(source)) {
        sheet.fail(Part.NAMES, "nsswitch.conf", "hosts are looked up by " + source);
      }
    }
    if (names.sources().isEmpty()) {
      sheet.fail(Part.NAMES, "nsswitch.conf", "says nothing of hosts, so DNS is asked");
    }
  }

  private static void proxies(Sheet sheet) {
    for (String each : sheet.list(Part.PROXIES)) {
      sheet.fail(Part.PROXIES, each, "is set");
    }
  }
}
