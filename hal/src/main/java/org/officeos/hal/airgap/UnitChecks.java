package org.officeos.hal.airgap;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The rights of our own services, after all files that change them. */
final class UnitChecks {

  private static final List<String> YES =
      List.of(
          "NoNewPrivileges",
          "ProtectHome",
          "PrivateTmp",
          "PrivateMounts",
          "PrivateIPC",
          "ProtectKernelModules",
          "ProtectKernelLogs",
          "ProtectControlGroups",
          "ProtectClock",
          "ProtectHostname",
          "RestrictNamespaces",
          "RestrictRealtime",
          "RestrictSUIDSGID",
          "LockPersonality",
          "RemoveIPC");
  private static final Map<String, String> EXACTLY =
      new TreeMap<>(
          Map.of(
              "ProtectSystem", "strict",
              "ProtectProc", "invisible",
              "DevicePolicy", "closed",
              "SystemCallArchitectures", "native",
              "UMask", "0077"));
  private static final List<String> BOUNDED = List.of("MemoryMax", "TasksMax");
  private static final Set<String> DEVICES = Set.of("/dev/rfkill");
  private static final Set<String> PRIVATE =
      Set.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");
  private static final Set<String> STRONG_CALLS =
      Set.of(
          "@privileged",
          "@mount",
          "@module",
          "@raw-io",
          "@reboot",
          "@swap",
          "@debug",
          "@obsolete",
          "@cpu-emulation");

  /** Commands that systemd runs with root's own rights; a program of ours alone may be one. */
  private static final Pattern UNLIMITED =
      Pattern.compile("[-@:|]*[+!]+(?!/usr/lib/officeos(-airgap)?/)[^+!].*");

  private static final List<String> COMMANDS =
      List.of(
          "ExecStartPre", "ExecStart", "ExecStartPost", "ExecStop", "ExecStopPost", "ExecReload");

  static final List<Check> ALL =
      List.of(
          new Check(
              LeakVector.OWN_UNIT,
              "our own services have the rights of their files in the product, and no more",
              "Take the line out: systemctl revert NAME",
              UnitChecks::rights));

  private UnitChecks() {}

  private static void rights(Sheet sheet) {
    Lockdown all = sheet.read(Part.LOCKDOWN, Lockdown.NONE);
    if (!sheet.isRead(Part.LOCKDOWN)) {
      return;
    }
    for (OwnUnit unit : all.units()) {
      new Rights(sheet, unit).look();
    }
    if (all.units().isEmpty()) {
      sheet.notApplicable("own units", all.systemd() ? "there are none" : "no systemd here");
    }
  }

  /** One service's. */
  private record Rights(Sheet sheet, OwnUnit unit) {

    void look() {
      if (unit.role() == UnitRole.OTHER) {
        yes("NoNewPrivileges");
        if (!unit.isSet("CapabilityBoundingSet")) {
          fail("CapabilityBoundingSet is not set");
        }
        return;
      }
      YES.forEach(this::yes);
      EXACTLY.forEach(this::exactly);
      for (String key : BOUNDED) {
        if (unit.last(key).filter(each -> !each.equals("infinity")).isEmpty()) {
          fail(key + " is not set");
        }
      }
      capabilities("CapabilityBoundingSet", true);
      capabilities("AmbientCapabilities", false);
      families();
      calls();
      network();
      for (String device : unit.values("DeviceAllow")) {
        if (!DEVICES.contains(device.split("\\s+", -1)[0])) {
          fail("DeviceAllow has more than " + String.join(", ", DEVICES));
        }
      }
      for (String key : COMMANDS) {
        if (unit.values(key).stream().anyMatch(each -> UNLIMITED.matcher(each).matches())) {
          fail(key + " runs without these limits");
        }
      }
      if (unit.role() != UnitRole.GUARD && unit.last("User").orElse("root").matches("root|0")) {
        fail("User is root");
      }
    }

    private void fail(String what) {
      sheet.fail(Part.LOCKDOWN, unit.name(), what);
    }

    private void yes(String key) {
      if (!unit.isYes(key)) {
        fail(key + (unit.isSet(key) ? " is not yes" : " is not set"));
      }
    }

    private void exactly(String key, String value) {
      if (unit.last(key).filter(value::equals).isEmpty()) {
        fail(key + " is not " + value);
      }
    }

    /** What is taken away again is not taken off here: the product's files take nothing away. */
    private void capabilities(String key, boolean wanted) {
      if (wanted && !unit.isSet(key)) {
        fail(key + " is not set");
      }
      Set<String> more = new TreeSet<>(unit.words(key));
      more.removeAll(unit.role().capabilities());
      if (!more.isEmpty()) {
        fail(key + " has more than " + shown(unit.role().capabilities()));
      }
    }

    private void families() {
      Set<String> more = new TreeSet<>(unit.words("RestrictAddressFamilies"));
      boolean none = more.isEmpty();
      more.removeAll(unit.role().families());
      more.remove("none");
      if (none || !more.isEmpty()) {
        fail("RestrictAddressFamilies " + (none ? "is not set" : "has more than it needs"));
      }
    }

    private void calls() {
      List<String> lines = unit.values("SystemCallFilter");
      boolean list = !lines.isEmpty() && !lines.get(0).startsWith("~");
      if (!list) {
        fail("SystemCallFilter has no list of what is allowed");
      }
      boolean strong =
          lines.stream()
              .filter(each -> !each.startsWith("~"))
              .flatMap(each -> List.of(each.split("\\s+", -1)).stream())
              .anyMatch(STRONG_CALLS::contains);
      if (strong) {
        fail("SystemCallFilter allows more than it needs");
      }
    }

    private void network() {
      List<String> denied = unit.words("IPAddressDeny");
      if (!denied.contains("any") && !denied.contains("0.0.0.0/0")) {
        fail("IPAddressDeny is not any");
      }
      Set<String> more = new TreeSet<>(unit.words("IPAddressAllow"));
      if (unit.role() == UnitRole.LINK) {
        more.removeAll(PRIVATE);
      }
      if (!more.isEmpty()) {
        fail("IPAddressAllow has more than it needs");
      }
    }

    private static String shown(Set<String> words) {
      return String.join(" ", new TreeSet<>(words));
    }
  }
}
