package org.officeos.hal.linux;

import java.util.ArrayList;
import java.util.List;

/** Reads options of one letter as getopt(3) does: {@code -Bi wlan0}, {@code -iwlan0}. */
final class ShortOptions {

  /** A letter, and its value; empty for letters that take none. */
  record Option(char letter, String value) {}

  private ShortOptions() {}

  /**
   * The options in order. Words and long options are passed over.
   *
   * @param arguments a command line, the command itself first
   * @param withValue letters that take a value
   */
  static List<Option> of(List<String> arguments, String withValue) {
    List<Option> options = new ArrayList<>();
    read(arguments, withValue, options, new ArrayList<>());
    return options;
  }

  /** The words that are neither options nor their values, in order. */
  static List<String> wordsOf(List<String> arguments, String withValue) {
    List<String> words = new ArrayList<>();
    read(arguments, withValue, new ArrayList<>(), words);
    return words;
  }

  private static void read(
      List<String> arguments, String withValue, List<Option> options, List<String> words) {
    for (int i = 1; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--")) {
        words.addAll(arguments.subList(i + 1, arguments.size()));
        break;
      }
      if (!argument.startsWith("-")) {
        words.add(argument);
        continue;
      }
      if (argument.startsWith("--")) {
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
  }
}
