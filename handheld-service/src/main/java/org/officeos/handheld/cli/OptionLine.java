package org.officeos.handheld.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command line of one sub-command and known long options, read without the framework that reads
 * all others: loading that takes longer than the sub-command itself. What has anything else in it,
 * help or a mistake, is not read here.
 */
final class OptionLine {

  /** How often an option may be given, and whether a word comes with it. */
  enum Takes {
    /** Once, alone. */
    NOTHING,
    /** Once, with a value: the next word, or what follows an equals sign. */
    ONE,
    /** As often as wanted, each time with a value. */
    MANY
  }

  private final Map<String, List<String>> given = new HashMap<>();

  private OptionLine() {}

  /** The line's options; empty where somebody else has to read it. */
  static Optional<OptionLine> read(
      String command, Map<String, Takes> known, List<String> arguments) {
    if (arguments.isEmpty() || !arguments.get(0).equals(command)) {
      return Optional.empty();
    }
    OptionLine line = new OptionLine();
    int next = 1;
    while (next < arguments.size()) {
      String word = arguments.get(next++);
      int equals = word.indexOf('=');
      String option = equals < 0 ? word : word.substring(0, equals);
      Takes takes = known.get(option);
      if (takes == null || (takes == Takes.NOTHING && equals >= 0)) {
        return Optional.empty();
      }
      String value = equals < 0 ? "" : word.substring(equals + 1);
      if (takes != Takes.NOTHING) {
        if (equals < 0 && next < arguments.size()) {
          value = arguments.get(next++);
        }
        if (!isPlain(value)) {
          return Optional.empty();
        }
      }
      List<String> values = line.given.computeIfAbsent(option, any -> new ArrayList<>());
      if (!values.isEmpty() && takes != Takes.MANY) {
        return Optional.empty();
      }
      values.add(value);
    }
    return Optional.of(line);
  }

  /** Neither nothing nor what could be an option or a file of arguments. */
  private static boolean isPlain(String value) {
    return !value.isEmpty() && value.charAt(0) != '-' && value.charAt(0) != '@';
  }

  /** Whether an option was given. */
  boolean has(String option) {
    return given.containsKey(option);
  }

  /** The value of an option that takes {@link Takes#ONE}. */
  Optional<String> value(String option) {
    return values(option).stream().findFirst();
  }

  /** The values of an option, in their order. */
  List<String> values(String option) {
    return List.copyOf(given.getOrDefault(option, List.of()));
  }
}
