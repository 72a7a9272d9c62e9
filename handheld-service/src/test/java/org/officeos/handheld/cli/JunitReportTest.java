package org.officeos.handheld.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.officeos.hal.airgap.Finding;
import org.officeos.hal.airgap.Finding.State;
import org.officeos.hal.airgap.LeakVector;
import org.officeos.hal.airgap.Severity;
import org.officeos.hal.airgap.Side;
import org.officeos.hal.airgap.Verdict;
import org.officeos.hal.report.AuditReport;
import org.officeos.hal.report.JunitForm;
import org.officeos.hal.report.Waivers;
import org.w3c.dom.Element;

/** Read by a real parser of XML, which hal's own tests cannot see. */
class JunitReportTest {

  private static Finding finding(LeakVector vector, State state, String subject) {
    return new Finding(vector, state, subject, "seen", "wanted", "here", "do it");
  }

  private static AuditReport report() throws Exception {
    return report(
        finding(LeakVector.PROXY, State.PASS, "all"),
        finding(LeakVector.LINK_UP, State.FAIL, "eth0"),
        finding(LeakVector.BASE_CHAIN, State.ERROR, "chains"),
        finding(LeakVector.IPV6, State.SKIP, "sysctls"),
        finding(LeakVector.REDIRECTS, State.FAIL, "all"));
  }

  private static AuditReport report(Finding... findings) throws Exception {
    return AuditReport.of(
        Side.HANDHELD,
        new Verdict(List.of(findings)),
        Waivers.read(List.of("AGL-RTE-06 2026-12-31 why", "AGL-SVC-07 2026-01-01 gone")),
        LocalDate.of(2026, 11, 22),
        Severity.LOW);
  }

  @Test
  void junitCountsAndNamesEachCase() throws Exception {
    Element suite = xml(report());
    assertEquals("6", suite.getAttribute("tests"));
    assertEquals("2", suite.getAttribute("failures"));
    assertEquals("1", suite.getAttribute("errors"));
    assertEquals("2", suite.getAttribute("skipped"));
    assertEquals(6, suite.getElementsByTagName("testcase").getLength());
    assertEquals(2, suite.getElementsByTagName("failure").getLength());
    assertEquals(1, suite.getElementsByTagName("error").getLength());
    assertEquals(2, suite.getElementsByTagName("skipped").getLength());
    Element up = (Element) suite.getElementsByTagName("testcase").item(1);
    assertEquals("airgap.IFC", up.getAttribute("classname"));
    assertEquals(
        "AGL-IFC-01 An interface is up that is not the group's: eth0", up.getAttribute("name"));
  }

  private static Element xml(AuditReport report) throws Exception {
    byte[] text = String.join("\n", JunitForm.lines(report)).getBytes(StandardCharsets.UTF_8);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text))
        .getDocumentElement();
  }

  @Test
  void hostileNamesDoNotBreakIt() throws Exception {
    Element suite = xml(report(finding(LeakVector.LINK_UP, State.FAIL, "e\033[2J<&\">\u0000")));
    assertEquals(2, suite.getElementsByTagName("failure").getLength(), "and an expired waiver");
  }
}
