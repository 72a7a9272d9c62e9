package org.officeos.laptop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.officeos.hal.airgap.AirgapSettings;
import org.officeos.hal.airgap.DaemonFacts;
import org.officeos.hal.airgap.LeakVector;
import org.officeos.hal.airgap.Part;
import org.officeos.hal.airgap.Policy;
import org.officeos.hal.airgap.Reading;
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
import org.officeos.hal.text.TerminalText;
import org.officeos.laptop.daemon.DaemonFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code officeos-laptop audit airgap}. */
@Command(
    name = "airgap",
    description = {
      "Look for what the handheld could reach through this laptop besides its session.",
      "",
      "Reads the kernel and files. Changes nothing, sends nothing, asks neither the daemon nor another program. "
          + "Run it as root, with the daemon's own --config: what cannot be looked at is no pass.",
      "",
      "Ends with 0 when nothing is found, 1 when something is, 2 when something could not be looked at, "
          + "64 when the command line is wrong."
    })
final class AirgapCommand extends BaseCommand {

  @Option(
      names = "--format",
      paramLabel = "FORM",
      defaultValue = "TEXT",
      description =
          "text, json, junit (XML) or sarif (2.1.0). Default: text; --json is the same as json.")
  private AuditFormat format = AuditFormat.TEXT;

  @Option(names = "--all", description = "In text, show what is as expected, too.")
  private boolean all;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "LOW",
      description =
          "low, medium, high or critical: what is less severe is shown, but does not end with 1. Default: low.")
  private Severity failOn = Severity.LOW;

  @Option(
      names = "--waivers",
      paramLabel = "FILE",
      description =
          "Findings to live with, one on a line: id, last day, reason. One whose last day is over is a finding.")
  private @Nullable Path waivers;

  @Option(
      names = "--only",
      paramLabel = "ID",
      description = "Say nothing of other ids than this; may be given more than once.")
  private List<String> only = List.of();

  @Option(
      names = "--explain",
      paramLabel = "ID",
      description = "Say what one id means, and look at nothing.")
  private @Nullable String explain;

  @Override
  public Integer call() throws CliFailure {
    if (explain != null) {
      Ids.explained(explain)
          .orElseThrow(() -> usage("--explain: no such id; see --all"))
          .forEach(terminal().out()::println);
      return AuditReport.CLEAN;
    }
    Set<LeakVector> wanted =
        Ids.wanted(Side.LAPTOP, only)
            .orElseThrow(() -> usage("--only: no id that is judged on a laptop; see --all"));
    List<Waiver> given = waivers == null ? List.of() : read(waivers);
    LocalDate today = LocalDate.ofInstant(terminal().clock().instant(), ZoneOffset.UTC);
    Verdict verdict =
        Policy.judge(
            AirgapReader.ofThisMachine().read().with(Part.DAEMON, daemon()), AirgapSettings.LAPTOP);
    AuditReport report =
        AuditReport.of(Side.LAPTOP, Ids.only(verdict, wanted), given, today, failOn);
    AuditFormat form = json() ? AuditFormat.JSON : format;
    form.lines(report, hasColour(), all).forEach(terminal().out()::println);
    return report.exit();
  }

  /** A configuration that is not taken has no daemon to it, but nobody can say what it would do. */
  private Reading<DaemonFacts> daemon() {
    Path file = configPath();
    String source = file == null ? "built-in defaults" : file.toString();
    try {
      return Part.DAEMON.read(DaemonFiles.facts(config(), Optional.ofNullable(file)), source);
    } catch (CliFailure e) {
      String why = TerminalText.sanitizeLine(String.valueOf(e.getMessage()));
      return Part.DAEMON.unreadable(Reading.Why.MALFORMED, why, source);
    }
  }

  private boolean hasColour() {
    return terminal().interactive() && TerminalColour.isWanted(terminal().environment());
  }

  private static List<Waiver> read(Path file) throws CliFailure {
    try {
      return Waivers.read(Files.readAllLines(file));
    } catch (IOException e) {
      throw usage("--waivers: the file cannot be read");
    } catch (WaiverException e) {
      throw usage("--waivers: " + e.getMessage());
    }
  }

  private static CliFailure usage(String message) {
    return new CliFailure(ExitStatus.USAGE, "USAGE", message);
  }
}
