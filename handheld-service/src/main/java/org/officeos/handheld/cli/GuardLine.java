package org.officeos.handheld.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the command line of {@code officeos guard} as a unit gives it, without what reads all other
 * command lines: each moment until the guard listens counts, and so does its memory. What has
 * anything else in it, help or a mistake, is not read here.
 */
final class GuardLine {

  private GuardLine() {}

  /** The command, ready to be called; empty where somebody else has to read the line. */
  static Optional<GuardCommand> read(
      Machine machine, Interruption interruption, List<String> arguments) {
    if (arguments.isEmpty() || !arguments.get(0).equals("guard")) {
      return Optional.empty();
    }
    GuardCommand command = new GuardCommand(machine, interruption);
    Set<String> given = new HashSet<>();
    for (int i = 1; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (!given.add(word)) {
        return Optional.empty();
      }
      switch (word) {
        case "--json" -> command.common.json = true;
        case "--once" -> command.once = true;
        case "--dry-run" -> command.dry = true;
        case "--filter" -> {
          i++;
          Optional<Path> file = i < arguments.size() ? file(arguments.get(i)) : Optional.empty();
          if (file.isEmpty()) {
            return Optional.empty();
          }
          command.filter = file.get();
        }
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(command);
  }

  private static Optional<Path> file(String word) {
    try {
      return word.startsWith("/") ? Optional.of(Path.of(word)) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
