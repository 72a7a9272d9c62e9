package org.officeos.hal.report;

import java.util.ArrayList;
import java.util.List;
import org.officeos.hal.airgap.Finding;
import org.officeos.hal.airgap.Finding.State;

/** A report as JUnit's XML, which build servers show: one test case for each finding. */
public final class JunitForm {

  private JunitForm() {}

  /** The lines of the document. */
  public static List<String> lines(AuditReport report) {
    long skipped = report.waived() + report.count(State.SKIP) + report.count(State.NOT_APPLICABLE);
    List<String> lines = new ArrayList<>();
    lines.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    lines.add(
        "<testsuite"
            + attribute("name", report.tool())
            + attribute("tests", report.lines().size() + report.expired().size())
            + attribute("failures", report.count(State.FAIL) + report.expired().size())
            + attribute("errors", report.count(State.ERROR))
            + attribute("skipped", skipped)
            + ">");
    report.lines().forEach(each -> lines.add(testCase(each)));
    for (Waiver each : report.expired()) {
      String name = each.vector().id() + " waiver of line " + each.line();
      lines.add(
          open(each.vector().area().name(), name)
              + "<failure"
              + attribute("message", "ended " + each.until() + ": " + each.reason())
              + "/></testcase>");
    }
    lines.add("</testsuite>");
    return lines;
  }

  private static String testCase(AuditReport.Line line) {
    Finding finding = line.finding();
    String name = finding.vector().id() + " " + finding.vector().title() + ": " + finding.subject();
    String rest = "; expected: " + finding.expected() + "; do: " + finding.fix();
    String inside =
        line.waiver()
            .map(each -> "<skipped" + attribute("message", each.reason()) + "/>")
            .orElseGet(
                () ->
                    switch (finding.state()) {
                      case PASS -> "";
                      case FAIL ->
                          "<failure" + attribute("message", finding.observed() + rest) + "/>";
                      case ERROR ->
                          "<error" + attribute("message", finding.observed() + rest) + "/>";
                      case NOT_APPLICABLE, SKIP ->
                          "<skipped" + attribute("message", finding.observed()) + "/>";
                    });
    return open(finding.vector().area().name(), name) + inside + "</testcase>";
  }

  private static String open(String area, String name) {
    return "  <testcase" + attribute("classname", "airgap." + area) + attribute("name", name) + ">";
  }

  private static String attribute(String name, long value) {
    return attribute(name, Long.toString(value));
  }

  private static String attribute(String name, String value) {
    StringBuilder text = new StringBuilder(" ").append(name).append("=\"");
    value.codePoints().forEach(c -> text.append(escaped(c)));
    return text.append('"').toString();
  }

  /** XML 1.0 has no way to write most control characters, nor lone surrogates. */
  private static String escaped(int c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      default -> {
        boolean outside = c < ' ' || (c >= 0x7f && c <= 0x9f) || c == 0xfffe || c == 0xffff;
        boolean surrogate = c >= 0xd800 && c <= 0xdfff;
        yield outside || surrogate ? "?" : Character.toString(c);
      }
    };
  }
}
