package org.officeos.hal.airgap;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells from its words what a command in a script, a unit or a rule may do. A command that hides
 * what it does is not seen through. Takes time in proportion to the line's length.
 */
final class Commands {

  /** Words, as expressions, that come one after the other in one command, with others between. */
  private static final List<List<String>> OPENS =
      List.of(
          List.of("nft", "flush|delete|destroy|reset"),
          List.of("ip6?tables(-legacy|-nft)?", "-F|-X|--flush|-P|--policy|-D|--delete"),
          List.of("rfkill", "unblock"),
          List.of("ip", "link", "set", "up"),
          List.of("ifconfig", "up"),
          List.of("ifup|nmcli|connmanctl|iwctl|dhclient|dhcpcd|udhcpc"),
          List.of("wpa_cli", "reconnect|reassociate|enable_network|select_network|resume"),
          List.of("iw", "connect"));

  private static final List<List<String>> SHUTS =
      List.of(
          List.of("rfkill", "block"),
          List.of("ip", "link", "set", "down"),
          List.of("nft", "-f", "officeos-airgap\\.nft"),
          List.of("shut", "--for|--interface|--gadgets"),
          List.of("true"));

  private Commands() {}

  /** Whether it may open something. */
  static boolean opens(String line) {
    return has(line, OPENS);
  }

  /** Whether it is known, and shuts only. */
  static boolean shuts(String line) {
    return !opens(line) && has(line, SHUTS);
  }

  private static boolean has(String line, List<List<String>> known) {
    for (String command : line.split("[;&|]+", -1)) {
      List<String> words = words(command);
      if (known.stream().anyMatch(each -> follow(each, words))) {
        return true;
      }
    }
    return false;
  }

  /** The words, programs without their folders. */
  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    for (String each : command.split("[\\s\"'`(){}$=,]+", -1)) {
      String bare = each.substring(each.lastIndexOf('/') + 1);
      words.add(bare.length() == each.length() ? bare.replaceFirst("^[@:+!]+", "") : bare);
    }
    return words;
  }

  private static boolean follow(List<String> expressions, List<String> words) {
    int next = 0;
    for (String word : words) {
      if (next < expressions.size() && word.matches(expressions.get(next))) {
        next++;
      }
    }
    return next == expressions.size();
  }
}
