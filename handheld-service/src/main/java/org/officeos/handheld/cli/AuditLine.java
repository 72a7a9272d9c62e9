package org.officeos.handheld.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.officeos.hal.airgap.Severity;
import org.officeos.hal.report.AuditFormat;
import org.officeos.handheld.cli.OptionLine.Takes;

/**
 * Reads the command line of {@code officeos audit}, which is run again and again on a slow device.
 */
final class AuditLine {

  private static final Map<String, Takes> OPTIONS =
      Map.of(
          "--format", Takes.ONE,
          "--all", Takes.NOTHING,
          "--fail-on", Takes.ONE,
          "--waivers", Takes.ONE,
          "--root", Takes.ONE,
          "--only", Takes.MANY,
          "--explain", Takes.ONE);

  private AuditLine() {}

  /** The command, ready to be called; empty where somebody else has to read the line. */
  static Optional<AuditCommand> read(Machine machine, List<String> arguments) {
    Optional<OptionLine> line = OptionLine.read("audit", OPTIONS, arguments);
    return line.flatMap(each -> command(new AuditCommand(machine), each));
  }

  /** No form, severity or path of that name is an {@link IllegalArgumentException}. */
  private static Optional<AuditCommand> command(AuditCommand command, OptionLine line) {
    try {
      command.format =
          line.value("--format")
              .map(AuditLine::name)
              .map(AuditFormat::valueOf)
              .orElse(command.format);
      command.failOn =
          line.value("--fail-on")
              .map(AuditLine::name)
              .map(Severity::valueOf)
              .orElse(command.failOn);
      command.all = line.has("--all");
      command.waivers = line.value("--waivers").map(Path::of);
      command.root = line.value("--root").map(Path::of);
      command.only = line.values("--only");
      command.explain = line.value("--explain");
      return Optional.of(command);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String name(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
