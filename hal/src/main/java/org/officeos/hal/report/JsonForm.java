package org.officeos.hal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.officeos.hal.airgap.Finding;
import org.officeos.hal.airgap.Finding.State;
import org.officeos.hal.json.JsonObject;
import org.officeos.hal.json.JsonValue;

/** A report as one JSON object on one line. */
public final class JsonForm {

  private JsonForm() {}

  /** The object. */
  public static JsonValue.Obj of(AuditReport report) {
    List<JsonValue.Obj> findings = new ArrayList<>();
    report.lines().forEach(each -> findings.add(finding(each)));
    List<JsonValue.Obj> expired = new ArrayList<>();
    report.expired().forEach(each -> expired.add(waiver(each).build()));
    return new JsonObject()
        .put("event", "done")
        .put("kind", "audit")
        .put("exit", report.exit())
        .put("found", report.count(State.FAIL))
        .put("not_checked", report.count(State.ERROR))
        .put("waived", report.waived())
        .put("passed", report.count(State.PASS))
        .put("findings", findings)
        .put("expired_waivers", expired)
        .put("not_judged", String.join(" ", report.notJudged()))
        .build();
  }

  private static JsonValue.Obj finding(AuditReport.Line line) {
    Finding finding = line.finding();
    JsonObject object =
        new JsonObject()
            .put("id", finding.vector().id())
            .put("severity", finding.vector().severity().name().toLowerCase(Locale.ROOT))
            .put("state", finding.state().name().toLowerCase(Locale.ROOT))
            .put("title", finding.vector().title())
            .put("subject", finding.subject())
            .put("observed", finding.observed())
            .put("expected", finding.expected())
            .put("source", finding.source())
            .put("fix", finding.fix());
    line.waiver().ifPresent(each -> object.put("waiver", waiver(each).build()));
    return object.build();
  }

  private static JsonObject waiver(Waiver waiver) {
    return new JsonObject()
        .put("id", waiver.vector().id())
        .put("subject", waiver.subject())
        .put("until", waiver.until().toString())
        .put("reason", waiver.reason());
  }
}
