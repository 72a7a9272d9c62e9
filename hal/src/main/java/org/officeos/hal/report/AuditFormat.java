package org.officeos.hal.report;

import java.util.List;

/** The forms of a report. */
public enum AuditFormat {
  /** For people. */
  TEXT,
  /** One object on one line. */
  JSON,
  /** XML as JUnit writes it. */
  JUNIT,
  /** SARIF 2.1.0. */
  SARIF;

  /**
   * A report's lines in this form.
   *
   * @param colour in text, whether to paint
   * @param all in text, whether to show what is as expected, too
   */
  public List<String> lines(AuditReport report, boolean colour, boolean all) {
    return switch (this) {
      case TEXT -> new TextForm(colour, all).lines(report);
      case JSON -> List.of(JsonForm.of(report).toString());
      case JUNIT -> JunitForm.lines(report);
      case SARIF -> List.of(SarifForm.of(report).toString());
    };
  }
}
