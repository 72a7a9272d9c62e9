package org.officeos.handheld.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.officeos.handheld.cli.OptionLine.Takes;

/**
 * Reads the command line of {@code officeos guard} as a unit gives it: each moment until the guard
 * listens counts, and so does its memory.
 */
final class GuardLine {

  private static final Map<String, Takes> OPTIONS =
      Map.of(
          "--json", Takes.NOTHING,
          "--once", Takes.NOTHING,
          "--dry-run", Takes.NOTHING,
          "--filter", Takes.ONE);

  private GuardLine() {}

  /** The command, ready to be called; empty where somebody else has to read the line. */
  static Optional<GuardCommand> read(
      Machine machine, Interruption interruption, List<String> arguments) {
    Optional<OptionLine> line = OptionLine.read("guard", OPTIONS, arguments);
    return line.flatMap(each -> command(new GuardCommand(machine, interruption), each));
  }

  private static Optional<GuardCommand> command(GuardCommand command, OptionLine line) {
    try {
      command.common.json = line.has("--json");
      command.once = line.has("--once");
      command.dry = line.has("--dry-run");
      command.filter = line.value("--filter").map(Path::of).orElse(null);
      return Optional.of(command);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
