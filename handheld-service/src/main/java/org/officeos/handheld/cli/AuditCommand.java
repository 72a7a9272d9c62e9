package org.officeos.handheld.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.officeos.hal.airgap.AirgapSettings;
import org.officeos.hal.airgap.LeakVector;
import org.officeos.hal.airgap.Policy;
import org.officeos.hal.airgap.Severity;
import org.officeos.hal.airgap.Side;
import org.officeos.hal.airgap.Verdict;
import org.officeos.hal.linux.AirgapReader;
import org.officeos.hal.report.AuditFormat;
import org.officeos.hal.report.AuditReport;
import org.officeos.hal.report.Ids;
import org.officeos.hal.report.Waiver;
import org.officeos.hal.report.WaiverException;
import org.officeos.hal.report.Waivers;
import org.officeos.hal.text.TerminalColour;
import picocli.CommandLine;

/** {@code officeos audit}. */
@CommandLine.Command(
    name = "audit",
    description = {
      "Looks for known ways out of the air gap, in the kernel and in files. Changes nothing, sends"
          + " nothing, asks no other program. Run it as root: what cannot be looked at is no pass.",
      "Ends with 0 when nothing is found, 1 when something is, 2 when something could not be looked"
          + " at, 64 when the command line is wrong."
    })
final class AuditCommand implements Callable<Integer> {

  @CommandLine.Option(
      names = "--format",
      paramLabel = "FORM",
      defaultValue = "TEXT",
      description = "text, json, junit (XML) or sarif (2.1.0). Default: text.")
  AuditFormat format = AuditFormat.TEXT;

  @CommandLine.Option(names = "--all", description = "In text, show what is as expected, too.")
  boolean all;

  @CommandLine.Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "LOW",
      description = {
        "low, medium, high or critical: what is less severe is shown,",
        "but does not end with 1. Default: low."
      })
  Severity failOn = Severity.LOW;

  @CommandLine.Option(
      names = "--waivers",
      paramLabel = "FILE",
      description = {
        "Findings to live with, one on a line: id, last day, reason.",
        "One whose last day is over is a finding."
      })
  Optional<Path> waivers = Optional.empty();

  @CommandLine.Option(
      names = "--root",
      paramLabel = "DIR",
      description = {
        "Look at the files of an operating system's image instead;",
        "checks that take a running kernel are left out."
      })
  Optional<Path> root = Optional.empty();

  @CommandLine.Option(
      names = "--only",
      paramLabel = "ID",
      description = "Say nothing of other ids than this; may be given more than once.")
  List<String> only = List.of();

  @CommandLine.Option(
      names = "--explain",
      paramLabel = "ID",
      description = "Say what one id means, and look at nothing.")
  Optional<String> explain = Optional.empty();

  @CommandLine.Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  private final Machine machine;

  AuditCommand(Machine machine) {
    this.machine = machine;
  }

  @Override
  public Integer call() {
    if (explain.isPresent()) {
      Ids.explained(explain.get())
          .orElseThrow(() -> new UsageException("--explain: no such id; see --all."))
          .forEach(machine.out()::println);
      machine.out().flush();
      return AuditReport.CLEAN;
    }
    if (root.isPresent() && !Files.isDirectory(root.get().resolve("etc"))) {
      throw new UsageException("--root wants a folder that holds an image's etc.");
    }
    List<Waiver> given = waivers.isPresent() ? read(waivers.get()) : List.of();
    AirgapReader reader = root.map(AirgapReader::ofImage).orElseGet(AirgapReader::ofThisMachine);
    LocalDate today = LocalDate.ofInstant(machine.clock().instant(), ZoneOffset.UTC);
    Set<LeakVector> wanted =
        Ids.wanted(Side.HANDHELD, only)
            .orElseThrow(() -> new UsageException("--only: no id that is judged; see --all."));
    Verdict verdict = Ids.only(Policy.judge(reader.read(), AirgapSettings.USUAL), wanted);
    AuditReport report = AuditReport.of(Side.HANDHELD, verdict, given, today, failOn);
    format.lines(report, hasColour(), all).forEach(machine.out()::println);
    machine.out().flush();
    return report.exit();
  }

  private boolean hasColour() {
    return machine.terminals().out() && TerminalColour.isWanted(machine.environment());
  }

  private static List<Waiver> read(Path file) {
    try {
      return Waivers.read(Files.readAllLines(file));
    } catch (IOException e) {
      throw new UsageException(
          "--waivers: " + new WaiverException(WaiverException.Reason.UNREADABLE, 0).getMessage());
    } catch (WaiverException e) {
      throw new UsageException("--waivers: " + e.getMessage() + ".");
    }
  }
}
