package org.officeos.hal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.officeos.hal.airgap.Finding;
import org.officeos.hal.airgap.Finding.State;
import org.officeos.hal.text.TerminalText;

/** A report for people. */
public final class TextForm {

  private static final String RED = "31";
  private static final String YELLOW = "33";
  private static final String GREEN = "32";
  private static final String INDENT = "       ";

  private final boolean colour;
  private final boolean all;

  /**
   * A form.
   *
   * @param colour whether to paint the first word of a line
   * @param all whether to show what passed, too
   */
  public TextForm(boolean colour, boolean all) {
    this.colour = colour;
    this.all = all;
  }

  /** The lines, harmless on a terminal but for the colours. */
  public List<String> lines(AuditReport report) {
    List<String> lines = new ArrayList<>();
    for (AuditReport.Line each : report.lines()) {
      Finding finding = each.finding();
      if (each.waiver().isPresent()) {
        Waiver waiver = each.waiver().get();
        lines.add(head("waived", YELLOW, finding));
        lines.add(clean(INDENT + "until " + waiver.until() + ": " + waiver.reason()));
      } else if (finding.state() == State.FAIL || finding.state() == State.ERROR) {
        boolean found = finding.state() == State.FAIL;
        lines.add(head(found ? "FOUND " : "UNSEEN", found ? RED : YELLOW, finding));
        lines.add(clean(INDENT + "expected: " + finding.expected()));
        lines.add(clean(INDENT + "seen in:  " + finding.source()));
        lines.add(clean(INDENT + "do:       " + finding.fix()));
      } else if (all) {
        lines.add(head(word(finding.state()), GREEN, finding));
      }
    }
    for (Waiver each : report.expired()) {
      String text = each.vector().id() + "  waiver of line " + each.line() + " ended ";
      lines.add(painted("FOUND ", RED) + "  " + clean(text + each.until() + ": " + each.reason()));
    }
    lines.add(summary(report));
    List<String> missing = report.notJudged();
    if (!missing.isEmpty()) {
      String ids = String.join(" ", missing);
      lines.add(missing.size() + " known ways out are not judged yet: " + ids);
    }
    return lines;
  }

  private static String word(State state) {
    return switch (state) {
      case PASS -> "ok    ";
      case NOT_APPLICABLE -> "none  ";
      case SKIP -> "left  ";
      case FAIL, ERROR -> throw new IllegalArgumentException(state.toString());
    };
  }

  private String head(String word, String code, Finding finding) {
    return painted(word, code)
        + "  "
        + clean(
            finding.vector().id()
                + "  "
                + finding.vector().severity().name().toLowerCase(Locale.ROOT)
                + "  "
                + finding.vector().title()
                + ": "
                + finding.subject()
                + ": "
                + finding.observed());
  }

  private String painted(String word, String code) {
    return colour ? "\033[" + code + "m" + word + "\033[0m" : word;
  }

  private static String summary(AuditReport report) {
    return report.count(State.FAIL)
        + report.expired().size()
        + " found, "
        + report.count(State.ERROR)
        + " could not be looked at, "
        + report.waived()
        + " waived, "
        + report.count(State.PASS)
        + " as expected, "
        + report.count(State.SKIP)
        + " left out, "
        + report.count(State.NOT_APPLICABLE)
        + " without object.";
  }

  private static String clean(String text) {
    return TerminalText.sanitizeLine(text);
  }
}
