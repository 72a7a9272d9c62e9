package org.officeos.hal.report;

import java.util.ArrayList;
import java.util.List;
import org.officeos.hal.airgap.Finding;
import org.officeos.hal.airgap.Finding.State;
import org.officeos.hal.airgap.LeakVector;
import org.officeos.hal.airgap.Policy;
import org.officeos.hal.airgap.Severity;
import org.officeos.hal.json.JsonObject;
import org.officeos.hal.json.JsonValue;

/**
 * A report as SARIF 2.1.0 (OASIS), which code hosts show. All rules are listed each time, so that a
 * finding that is gone can be closed.
 */
public final class SarifForm {

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private SarifForm() {}

  /** The document. */
  public static JsonValue.Obj of(AuditReport report) {
    List<JsonValue.Obj> rules = new ArrayList<>();
    Policy.judged(report.side()).forEach(each -> rules.add(rule(each)));
    List<JsonValue.Obj> results = new ArrayList<>();
    report.lines().forEach(each -> results.add(result(each)));
    report.expired().forEach(each -> results.add(expired(each)));
    JsonObject driver = new JsonObject().put("name", report.tool()).put("rules", rules);
    JsonObject run =
        new JsonObject()
            .put("tool", new JsonObject().put("driver", driver.build()).build())
            .put(
                "invocations",
                List.of(
                    new JsonObject()
                        .put("executionSuccessful", report.count(State.ERROR) == 0)
                        .build()))
            .put("results", results);
    return new JsonObject()
        .put("$schema", SCHEMA)
        .put("version", "2.1.0")
        .put("runs", List.of(run.build()))
        .build();
  }

  private static JsonValue.Obj rule(LeakVector vector) {
    return new JsonObject()
        .put("id", vector.id())
        .put("name", vector.name())
        .put("shortDescription", text(vector.title()))
        .put("fullDescription", text("Expected: " + Policy.expected(vector).orElse("")))
        .put("help", text(Policy.fix(vector).orElse("")))
        .put("defaultConfiguration", new JsonObject().put("level", level(vector)).build())
        .build();
  }

  private static JsonValue.Obj result(AuditReport.Line line) {
    Finding finding = line.finding();
    boolean failed = finding.state() == State.FAIL || finding.state() == State.ERROR;
    String seen =
        (finding.state() == State.ERROR ? "Could not be looked at: " : "")
            + finding.subject()
            + ": "
            + finding.observed();
    JsonObject result =
        new JsonObject()
            .put("ruleId", finding.vector().id())
            .put("kind", kind(finding.state()))
            .put("level", failed ? level(finding.vector()) : "none")
            .put("message", text(seen))
            .put("locations", List.of(place(finding.subject())));
    line.waiver()
        .ifPresent(
            each ->
                result.put(
                    "suppressions",
                    List.of(
                        new JsonObject()
                            .put("kind", "external")
                            .put("status", "accepted")
                            .put("justification", each.reason())
                            .build())));
    return result.build();
  }

  private static JsonValue.Obj expired(Waiver waiver) {
    return new JsonObject()
        .put("ruleId", waiver.vector().id())
        .put("kind", "fail")
        .put("level", level(waiver.vector()))
        .put("message", text("The waiver ended " + waiver.until() + ": " + waiver.reason()))
        .put("locations", List.of(place("waiver of line " + waiver.line())))
        .build();
  }

  private static JsonValue.Obj place(String subject) {
    JsonValue.Obj logical = new JsonObject().put("fullyQualifiedName", subject).build();
    return new JsonObject().put("logicalLocations", List.of(logical)).build();
  }

  private static JsonValue.Obj text(String text) {
    return new JsonObject().put("text", text).build();
  }

  private static String kind(State state) {
    return switch (state) {
      case PASS -> "pass";
      case FAIL, ERROR -> "fail";
      case NOT_APPLICABLE -> "notApplicable";
      case SKIP -> "informational";
    };
  }

  private static String level(LeakVector vector) {
    return vector.severity().atLeast(Severity.HIGH)
        ? "error"
        : vector.severity() == Severity.MEDIUM ? "warning" : "note";
  }
}
