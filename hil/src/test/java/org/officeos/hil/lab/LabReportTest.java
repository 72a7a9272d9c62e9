package org.officeos.hil.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What the lab's runner says of tests that pass, fail, and do not apply. */
class LabReportTest {

  private final List<String> told = new ArrayList<>();

  private List<LabResult> results() {
    LabListener listener = new LabListener(told::add);
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(ThreeOutcomes.class))
                .build(),
            listener);
    return listener.results();
  }

  @Test
  void eachTestHasARowWithItsReason() {
    List<String> rows =
        results().stream()
            .map(result -> result.row("three").replaceAll("\t[0-9.]+\t", "\tN\t"))
            .sorted()
            .toList();
    assertEquals(
        List.of(
            "failed\tthree: fails\tN\ta < b & \"c\"\u0001\n",
            "passed\tthree: passes\tN\ttook 3 frames\n",
            "skipped\tthree: doesNotApply\tN\tno P2P-device here\n"),
        rows);
    assertEquals(3, told.size());
  }

  @Test
  void theReportIsWellFormedWhateverAFailureSays() throws Exception {
    String xml = JUnitXml.of("lab.three", Map.of("arch", "x86_64"), results());
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));
    Element suite = document.getDocumentElement();
    assertEquals("3", suite.getAttribute("tests"));
    assertEquals("1", suite.getAttribute("failures"));
    assertEquals("1", suite.getAttribute("skipped"));
    Element failure = (Element) suite.getElementsByTagName("failure").item(0);
    assertEquals("a < b & \"c\"?", failure.getAttribute("message"));
    assertTrue(failure.getTextContent().contains("ThreeOutcomes"), failure.getTextContent());
  }

  @Test
  void aTestThatTookNoTimeStillHasSecondsInTheTable() {
    LabResult result =
        new LabResult("a.B", "c", LabResult.Outcome.PASSED, Duration.ofMillis(5), "", "");
    assertEquals("passed\ts: c\t0.01\t\n", result.row("s"));
  }
}
