package org.officeos.hal.linux;

import java.util.ArrayList;
import java.util.List;

/** Reads options of one letter as getopt(3) does: {@code -Bi wlan0}, {@code -iwlan0}. */
final class ShortOptions {

  /** A letter, and its value; empty for letters that take none. */
  record Option(char letter, String value) {}

  private ShortOptions() {}

  /**
   * The options in order. What is no option is passed over.
   *
   * @param arguments a command line, the command itself first
   * @param withValue letters that take a value
   */
  static List<Option> of(List<String> arguments, String withValue) {
    List<Option> options = new ArrayList<>();
    for (int i = 1; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--")) {
        break;
      }
      if (!argument.startsWith("-") || argument.startsWith("--")) {
        continue;
      }
      for (int at = 1; at < argument.length(); at++) {
        char letter = argument.charAt(at);
        if (withValue.indexOf(letter) < 0) {
          options.add(new Option(letter, ""));
          continue;
        }
        String glued = argument.substring(at + 1);
        boolean apart = glued.isEmpty() && i + 1 < arguments.size();
        options.add(new Option(letter, apart ? arguments.get(++i) : glued));
        break;
      }
    }
    return options;
  }
}
