package org.officeos.hal.airgap;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells from its words what a command in a script, a unit or a rule may do. A command that hides
 * what it does is not seen through. Takes time in proportion to the line's length.
 */
final class Commands {

  /** Words, or others in their places, that come one after the other, with others between. */
  private static final List<List<Set<String>>> OPENS =
      List.of(
          List.of(Set.of("nft"), Set.of("flush", "delete", "destroy", "reset")),
          List.of(
              Set.of(
                  "iptables",
                  "iptables-legacy",
                  "iptables-nft",
                  "ip6tables",
                  "ip6tables-legacy",
                  "ip6tables-nft"),
              Set.of("-F", "-X", "--flush", "-P", "--policy", "-D", "--delete")),
          List.of(Set.of("rfkill"), Set.of("unblock")),
          List.of(Set.of("ip"), Set.of("link"), Set.of("set"), Set.of("up")),
          List.of(Set.of("ifconfig"), Set.of("up")),
          List.of(Set.of("ifup", "nmcli", "connmanctl", "iwctl", "dhclient", "dhcpcd", "udhcpc")),
          List.of(
              Set.of("wpa_cli"),
              Set.of("reconnect", "reassociate", "enable_network", "select_network", "resume")),
          List.of(Set.of("iw"), Set.of("connect")));

  private static final List<List<Set<String>>> SHUTS =
      List.of(
          List.of(Set.of("rfkill"), Set.of("block")),
          List.of(Set.of("ip"), Set.of("link"), Set.of("set"), Set.of("down")),
          List.of(Set.of("nft"), Set.of("-f"), Set.of("officeos-airgap.nft")),
          List.of(Set.of("shut"), Set.of("--for", "--interface", "--gadgets")),
          List.of(Set.of("true")));

  private static final Pattern BETWEEN_COMMANDS = Pattern.compile("[;&|]+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\"'`(){}$=,]+");
  private static final Pattern PREFIXES = Pattern.compile("^[@:+!]+");

  private Commands() {}

  /** Whether it may open something. */
  static boolean opens(String line) {
    return has(line, OPENS);
  }

  /** Whether it is known, and shuts only. */
  static boolean shuts(String line) {
    return !opens(line) && has(line, SHUTS);
  }

  private static boolean has(String line, List<List<Set<String>>> known) {
    for (String command : BETWEEN_COMMANDS.split(line, -1)) {
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
    for (String each : BETWEEN_WORDS.split(command, -1)) {
      String bare = each.substring(each.lastIndexOf('/') + 1);
      words.add(bare.length() == each.length() ? PREFIXES.matcher(bare).replaceFirst("") : bare);
    }
    return words;
  }

  private static boolean follow(List<Set<String>> known, List<String> words) {
    int next = 0;
    for (String word : words) {
      if (next < known.size() && known.get(next).contains(word)) {
        next++;
      }
    }
    return next == known.size();
  }
}
