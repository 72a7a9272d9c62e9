package org.officeos.hil.lab;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** JUnit's report as build servers read it: one {@code testsuite} with its {@code testcase}s. */
final class JUnitXml {

  private JUnitXml() {}

  /**
   * A whole report.
   *
   * @param suite its name
   * @param properties what the run was made on
   */
  static String of(String suite, Map<String, String> properties, List<LabResult> results) {
    StringBuilder xml = new StringBuilder(1024);
    Duration total = results.stream().map(LabResult::took).reduce(Duration.ZERO, Duration::plus);
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite");
    attribute(xml, "name", suite);
    attribute(xml, "tests", Integer.toString(results.size()));
    attribute(xml, "failures", count(results, LabResult.Outcome.FAILED));
    attribute(xml, "errors", "0");
    attribute(xml, "skipped", count(results, LabResult.Outcome.SKIPPED));
    attribute(xml, "time", Double.toString(total.toMillis() / 1000.0));
    xml.append(">\n  <properties>\n");
    new TreeMap<>(properties)
        .forEach(
            (name, value) -> {
              xml.append("    <property");
              attribute(xml, "name", name);
              attribute(xml, "value", value);
              xml.append("/>\n");
            });
    xml.append("  </properties>\n");
    results.forEach(result -> testCase(xml, result));
    return xml.append("</testsuite>\n").toString();
  }

  private static void testCase(StringBuilder xml, LabResult result) {
    xml.append("  <testcase");
    attribute(xml, "classname", result.className());
    attribute(xml, "name", result.test());
    attribute(xml, "time", result.seconds());
    xml.append(">\n");
    switch (result.outcome()) {
      case PASSED -> {
        if (!result.reason().isEmpty()) {
          xml.append("    <system-out>").append(escaped(result.reason())).append("</system-out>\n");
        }
      }
      case SKIPPED -> {
        xml.append("    <skipped");
        attribute(xml, "message", LabResult.oneLine(result.reason()));
        xml.append("/>\n");
      }
      case FAILED -> {
        xml.append("    <failure");
        attribute(xml, "message", LabResult.oneLine(result.reason()));
        xml.append('>').append(escaped(result.trace())).append("</failure>\n");
      }
    }
    xml.append("  </testcase>\n");
  }

  private static String count(List<LabResult> results, LabResult.Outcome outcome) {
    return Long.toString(results.stream().filter(result -> result.outcome() == outcome).count());
  }

  private static void attribute(StringBuilder xml, String name, String value) {
    xml.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
  }

  /** Without the characters that XML 1.0 has no way to say. */
  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\n', '\t' -> safe.append((char) c);
                default -> {
                  if (c < ' ' || c == 0xFFFE || c == 0xFFFF || (c >= 0xD800 && c <= 0xDFFF)) {
                    safe.append('?');
                  } else {
                    safe.appendCodePoint(c);
                  }
                }
              }
            });
    return safe.toString();
  }
}
