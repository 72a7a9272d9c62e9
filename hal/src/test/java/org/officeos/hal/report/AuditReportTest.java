package org.officeos.hal.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.officeos.hal.airgap.Finding;
import org.officeos.hal.airgap.Finding.State;
import org.officeos.hal.airgap.LeakVector;
import org.officeos.hal.airgap.Policy;
import org.officeos.hal.airgap.Severity;
import org.officeos.hal.airgap.Side;
import org.officeos.hal.airgap.Verdict;
import org.officeos.hal.json.JsonReader;
import org.officeos.hal.json.JsonValue;
import org.officeos.hal.report.WaiverException.Reason;

class AuditReportTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Finding UP = finding(LeakVector.LINK_UP, State.FAIL, "eth0");
  private static final Finding REDIRECTS = finding(LeakVector.REDIRECTS, State.FAIL, "all");
  private static final Finding UNSEEN = finding(LeakVector.BASE_CHAIN, State.ERROR, "chains");
  private static final Finding FINE = finding(LeakVector.PROXY, State.PASS, "all");
  private static final Finding LEFT = finding(LeakVector.IPV6, State.SKIP, "sysctls");

  private static Finding finding(LeakVector vector, State state, String subject) {
    return new Finding(vector, state, subject, "seen", "wanted", "here", "do it");
  }

  private static AuditReport report(Severity failOn, String waivers, Finding... findings)
      throws WaiverException {
    return AuditReport.of(
        Side.HANDHELD,
        new Verdict(List.of(findings)),
        Waivers.read(waivers.lines().toList()),
        TODAY,
        failOn);
  }

  @Test
  void endsByWhatStands() throws Exception {
    assertEquals(0, report(Severity.LOW, "", FINE, LEFT).exit());
    assertEquals(1, report(Severity.LOW, "", FINE, UP).exit());
    assertEquals(2, report(Severity.LOW, "", FINE, UNSEEN).exit());
    assertEquals(1, report(Severity.LOW, "", UNSEEN, UP).exit());
    assertEquals(0, report(Severity.HIGH, "", REDIRECTS).exit());
    assertEquals(1, report(Severity.MEDIUM, "", REDIRECTS).exit());
    assertEquals(2, report(Severity.CRITICAL, "", REDIRECTS, UNSEEN).exit());
  }

  @Test
  void aWaiverCountsThroughItsLastDayForItsSubjectAndNeverForWhatCannotBeSeen() throws Exception {
    assertEquals(0, report(Severity.LOW, "AGL-IFC-01 2026-11-22 why", UP).exit());
    assertEquals(0, report(Severity.LOW, "agl-ifc-01=eth0 2026-11-22 why", UP).exit());
    assertEquals(1, report(Severity.LOW, "AGL-IFC-01=eth1 2026-11-22 why", UP).exit());
    assertEquals(2, report(Severity.LOW, "AGL-FLT-01 2026-11-22 why", UNSEEN).exit());
    AuditReport late = report(Severity.LOW, "# x\n\nAGL-IFC-01 2026-11-21 why not", UP);
    assertEquals(1, late.exit());
    assertEquals(1, late.count(State.FAIL));
    assertEquals(3, late.expired().get(0).line());
    assertEquals(1, report(Severity.LOW, "AGL-IFC-01 2026-11-21 why", FINE).exit());
  }

  @Test
  void aFileOfWaiversIsRefusedByNameAndLine() {
    assertRefused(Reason.UNKNOWN_ID, "line 1: no such id", "AGL-IFC-99 2026-11-22 why");
    assertRefused(
        Reason.NO_DATE,
        "line 2: the second word must be a date, such as 2026-12-31",
        "\nAGL-IFC-01 tomorrow why");
    assertRefused(
        Reason.NO_DATE, "line 1: the second word must be a date, such as 2026-12-31", "AGL-IFC-01");
    assertRefused(
        Reason.NO_REASON, "line 1: behind the date, a reason must stand", "AGL-IFC-01 2026-12-31 ");
  }

  private static void assertRefused(Reason reason, String message, String file) {
    WaiverException refused =
        assertThrows(WaiverException.class, () -> Waivers.read(file.lines().toList()));
    assertEquals(reason, refused.reason());
    assertEquals(message, refused.getMessage());
  }

  @Test
  void linesNameWhatIsFoundAndWhatToDo() throws Exception {
    List<String> lines = new TextForm(false, false).lines(report(Severity.LOW, "", FINE, UP));
    assertEquals(
        List.of(
            "FOUND   AGL-IFC-01  critical  An interface is up that is not the group's: eth0: seen",
            "       expected: wanted",
            "       seen in:  here",
            "       do:       do it",
            "1 found, 0 could not be looked at, 0 waived, 1 as expected, 0 left out, 0 without"
                + " object."),
        lines.subList(0, 5));
    assertEquals(5, lines.size(), "every known way out is judged");
  }

  @Test
  void linesShowEverythingWhenAskedAndColoursOnlyWhenAsked() throws Exception {
    AuditReport report =
        report(
            Severity.LOW,
            "AGL-IFC-01 2026-12-31 until later\nAGL-SVC-07 2026-01-01 gone",
            FINE,
            LEFT,
            UP,
            UNSEEN);
    List<String> all = new TextForm(false, true).lines(report);
    assertEquals(
        List.of("ok", "left", "waived", "until", "UNSEEN", "expected:", "seen", "do:", "FOUND"),
        all.stream().limit(9).map(line -> line.strip().split(" ", 2)[0]).toList());
    assertFalse(String.join("", all).contains("\033"));
    List<String> painted = new TextForm(true, true).lines(report);
    assertTrue(painted.get(0).startsWith("\033[32mok    \033[0m  AGL-SVC-07"), painted.get(0));
    assertTrue(painted.get(2).startsWith("\033[33mwaived\033[0m"), painted.get(2));
    assertTrue(painted.get(8).startsWith("\033[31mFOUND \033[0m"), painted.get(8));
  }

  @Test
  void hostileNamesCannotMoveTheCursorNorBreakTheForms() throws Exception {
    Finding hostile = finding(LeakVector.LINK_UP, State.FAIL, "e\033[2J<&\">\u0000");
    AuditReport report = report(Severity.LOW, "", hostile);
    assertFalse(String.join("", new TextForm(false, true).lines(report)).contains("\033"));
    assertFalse(JsonForm.of(report).toString().contains("\033"));
    String junit = String.join("", JunitForm.lines(report));
    assertTrue(junit.contains("e?[2J&lt;&amp;&quot;&gt;?\"><failure "), junit);
  }

  @Test
  void jsonHoldsEverything() throws Exception {
    JsonValue.Obj json = JsonForm.of(report(Severity.LOW, "AGL-IFC-01 2026-12-31 why", UP, UNSEEN));
    assertEquals(json, JsonReader.read(json.toString()));
    assertEquals(2, json.number("exit").orElseThrow());
    assertEquals(0, json.number("found").orElseThrow());
    assertEquals(1, json.number("not_checked").orElseThrow());
    assertEquals(1, json.number("waived").orElseThrow());
    JsonValue.Obj first = items(json, "findings").get(0);
    assertEquals("AGL-IFC-01", first.text("id").orElseThrow());
    assertEquals("critical", first.text("severity").orElseThrow());
    assertEquals("fail", first.text("state").orElseThrow());
    assertEquals("eth0", first.text("subject").orElseThrow());
    assertEquals("wanted", first.text("expected").orElseThrow());
    assertEquals("here", first.text("source").orElseThrow());
    assertEquals("do it", first.text("fix").orElseThrow());
    assertEquals("why", object(first, "waiver").text("reason").orElseThrow());
    assertEquals("", json.text("not_judged").orElseThrow());
  }

  @Test
  void sarifHasItsRulesAndOneResultForEachFinding() throws Exception {
    JsonValue.Obj sarif =
        SarifForm.of(
            report(Severity.LOW, "AGL-RTE-06 2026-12-31 why", FINE, UP, UNSEEN, LEFT, REDIRECTS));
    assertEquals("2.1.0", sarif.text("version").orElseThrow());
    assertTrue(sarif.text("$schema").orElseThrow().endsWith("sarif-2.1.0.json"));
    JsonValue.Obj run = items(sarif, "runs").get(0);
    JsonValue.Obj driver = object(object(run, "tool"), "driver");
    assertEquals("officeos audit", driver.text("name").orElseThrow());
    assertEquals(
        Policy.judged(Side.HANDHELD).stream().map(LeakVector::id).toList(),
        items(driver, "rules").stream().map(each -> each.text("id").orElseThrow()).toList());
    List<JsonValue.Obj> results = items(run, "results");
    assertEquals(
        List.of("pass/none", "fail/error", "fail/error", "informational/none", "fail/warning"),
        results.stream()
            .map(each -> each.text("kind").orElseThrow() + "/" + each.text("level").orElseThrow())
            .toList());
    assertEquals("AGL-IFC-01", results.get(1).text("ruleId").orElseThrow());
    assertEquals("eth0: seen", object(results.get(1), "message").text("text").orElseThrow());
    assertEquals(
        List.of(0, 0, 0, 0, 1),
        IntStream.range(0, 5)
            .mapToObj(i -> results.get(i).get("suppressions").isPresent() ? 1 : 0)
            .toList());
    assertEquals(
        new JsonValue.Bool(false),
        items(run, "invocations").get(0).get("executionSuccessful").orElseThrow());
  }

  private static JsonValue.Obj object(JsonValue.Obj in, String name) {
    return (JsonValue.Obj) in.get(name).orElseThrow();
  }

  private static List<JsonValue.Obj> items(JsonValue.Obj in, String name) {
    return ((JsonValue.Arr) in.get(name).orElseThrow())
        .items().stream().map(each -> (JsonValue.Obj) each).toList();
  }
}
