package org.officeos.hal.airgap;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a setting of interfaces must come to, once the kernel has put the interface's own value and
 * the one for all together. Source: Documentation/networking/ip-sysctl in the kernel.
 *
 * @param tree such as {@code net/ipv4/conf}
 * @param leaf the setting's name
 * @param together how the two make one
 * @param least smallest value that will do
 * @param most largest value that will do
 */
record SysctlRule(String tree, String leaf, Together together, int least, int most) {

  /** How an interface's own value and the one for all make one. */
  enum Together {
    /** On where either is on. */
    EITHER,
    /** On where both are on. */
    BOTH,
    /** The larger one. */
    LARGER,
    /** The interface's own; the one for all only changes all of them when written. */
    OWN
  }

  static SysctlRule off(String tree, String leaf, Together together) {
    return new SysctlRule(tree, leaf, together, 0, 0);
  }

  static SysctlRule atLeast(String tree, String leaf, int least) {
    return new SysctlRule(tree, leaf, Together.LARGER, least, Integer.MAX_VALUE);
  }

  /** The interfaces that a tree has a setting for, {@code default} among them, {@code all} not. */
  static SortedSet<String> devices(String tree, String leaf, Map<String, String> values) {
    SortedSet<String> devices = new TreeSet<>();
    String begin = tree + "/";
    String end = "/" + leaf;
    for (String key : values.keySet()) {
      if (key.endsWith(end) && key.startsWith(begin)) {
        devices.add(key.substring(begin.length(), key.length() - end.length()));
      }
    }
    devices.remove("all");
    return devices;
  }

  void look(Sheet sheet) {
    Map<String, String> values = sheet.read(Part.SYSCTLS, Map.of());
    for (String device : devices(tree, leaf, values)) {
      String own = values.get(tree + "/" + device + "/" + leaf);
      if (own == null || device.equals("lo")) {
        continue;
      }
      int value = together(number(own), number(values.getOrDefault(all(), own)));
      if (value < least || value > most) {
        sheet.fail(
            Part.SYSCTLS,
            tree + "/" + device + "/" + leaf,
            own + (together == Together.OWN ? "" : ", for all " + values.getOrDefault(all(), "?")));
      }
    }
  }

  private String all() {
    return tree + "/all/" + leaf;
  }

  private int together(int own, int all) {
    return switch (together) {
      case EITHER -> own != 0 || all != 0 ? 1 : 0;
      case BOTH -> own != 0 && all != 0 ? 1 : 0;
      case LARGER -> Math.max(own, all);
      case OWN -> own;
    };
  }

  /** What is no number is never good. */
  private static int number(String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      return Integer.MIN_VALUE;
    }
  }
}
