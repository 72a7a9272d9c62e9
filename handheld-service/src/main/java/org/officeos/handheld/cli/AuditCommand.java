package org.officeos.handheld.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.officeos.hal.airgap.AirgapSettings;
import org.officeos.hal.airgap.LeakVector;
import org.officeos.hal.airgap.Policy;
import org.officeos.hal.airgap.Severity;
import org.officeos.hal.airgap.Verdict;
import org.officeos.hal.linux.AirgapReader;
import org.officeos.handheld.audit.AuditReport;
import org.officeos.handheld.audit.JsonForm;
import org.officeos.handheld.audit.JunitForm;
import org.officeos.handheld.audit.SarifForm;
import org.officeos.handheld.audit.TextForm;
import org.officeos.handheld.audit.Waiver;
import org.officeos.handheld.audit.WaiverException;
import org.officeos.handheld.audit.Waivers;
import org.officeos.handheld.screen.Colours;
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

  /** The forms of a report. */
  enum Format {
    TEXT,
    JSON,
    JUNIT,
    SARIF
  }

  @CommandLine.Option(
      names = "--format",
      paramLabel = "FORM",
      defaultValue = "TEXT",
      description = "text, json, junit (XML) or sarif (2.1.0). Default: text.")
  Format format = Format.TEXT;

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
      explained(explain.get()).forEach(machine.out()::println);
      machine.out().flush();
      return AuditReport.CLEAN;
    }
    if (root.isPresent() && !Files.isDirectory(root.get().resolve("etc"))) {
      throw new UsageException("--root wants a folder that holds an image's etc.");
    }
    List<Waiver> given = waivers.isPresent() ? read(waivers.get()) : List.of();
    AirgapReader reader = root.map(AirgapReader::ofImage).orElseGet(AirgapReader::ofThisMachine);
    LocalDate today = LocalDate.ofInstant(machine.clock().instant(), ZoneOffset.UTC);
    Set<LeakVector> wanted = wanted();
    Verdict verdict = Policy.judge(reader.read(), AirgapSettings.USUAL);
    Verdict shown =
        new Verdict(
            verdict.findings().stream().filter(each -> wanted.contains(each.vector())).toList());
    AuditReport report = AuditReport.of(shown, given, today, failOn);
    print(machine.out(), report);
    return report.exit();
  }

  /** An id that nobody judges would be clean always. */
  private Set<LeakVector> wanted() {
    Set<LeakVector> wanted = EnumSet.noneOf(LeakVector.class);
    for (String id : only) {
      LeakVector vector =
          LeakVector.ofId(id)
              .filter(Policy.judged()::contains)
              .orElseThrow(() -> new UsageException("--only: no id that is judged; see --all."));
      wanted.add(vector);
    }
    return wanted.isEmpty() ? EnumSet.allOf(LeakVector.class) : wanted;
  }

  private void print(PrintStream out, AuditReport report) {
    List<String> lines =
        switch (format) {
          case TEXT -> new TextForm(hasColour(), all).lines(report);
          case JSON -> List.of(JsonForm.of(report).toString());
          case JUNIT -> JunitForm.lines(report);
          case SARIF -> List.of(SarifForm.of(report).toString());
        };
    lines.forEach(out::println);
    out.flush();
  }

  private boolean hasColour() {
    return machine.terminals().out() && Colours.areWanted(machine.environment());
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

  private static List<String> explained(String id) {
    LeakVector vector =
        LeakVector.ofId(id)
            .orElseThrow(() -> new UsageException("--explain: no such id; see --all."));
    List<String> lines = new ArrayList<>();
    lines.add(vector.id() + "  " + vector.title());
    lines.add("severity  " + vector.severity().name().toLowerCase(Locale.ROOT));
    lines.add("machine   " + vector.side().word());
    vector
        .invariants()
        .forEach(each -> lines.add("breaks    " + each.number() + ". " + each.text()));
    lines.add("expected  " + Policy.expected(vector).orElse("not judged yet"));
    Policy.fix(vector).ifPresent(each -> lines.add("do        " + each));
    lines.add("provoked in the lab's guest: " + vector.provocation().text());
    return lines;
  }
}
