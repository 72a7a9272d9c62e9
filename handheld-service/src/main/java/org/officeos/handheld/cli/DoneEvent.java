package org.officeos.handheld.cli;

import java.util.OptionalLong;
import org.officeos.hal.json.JsonObject;
import org.officeos.handheld.client.Report;
import org.officeos.session.bytecode.Meta;
import org.officeos.session.relationship.Relationship;

/** The last event of a request that ended well: what it was, what it cost, what it gave. */
final class DoneEvent {

  private DoneEvent() {}

  static JsonObject of(String kind, Relationship relationship, Report report, JsonObject result) {
    return JsonVoice.event("done")
        .put("kind", kind)
        .put("id", report.id().toString())
        .put("attempts", report.attempts())
        .put("sizes", sizes(report).build())
        .put("times_us", times(report).build())
        .put("result", result.build())
        .put("limits", limits(report).build())
        .put("relationship", relationship(relationship).build());
  }

  static JsonObject relationship(Relationship relationship) {
    return new JsonObject()
        .put("id", relationship.id().toString())
        .put("laptop", relationship.peerName())
        .put("generation", relationship.preferred().number())
        .put("paired", relationship.pairedAt().toString())
        .put("expires", relationship.expires().toString());
  }

  private static JsonObject sizes(Report report) {
    return new JsonObject()
        .put("instruction", report.instructionBytes())
        .put("instruction_wire", report.instructionWireBytes())
        .put("wire_out", report.wire().bytesOut())
        .put("wire_in", report.wire().bytesIn())
        .put("records_out", report.wire().recordsOut())
        .put("records_in", report.wire().recordsIn())
        .put("handshake_out", report.handshake().bytesOut())
        .put("handshake_in", report.handshake().bytesIn())
        .put("body_encoded", report.encodedBytes())
        .put("body_decoded", report.decodedBytes())
        .put("compressed", report.compressed());
  }

  private static JsonObject times(Report report) {
    return new JsonObject()
        .put("connect", report.connectMicros())
        .put("handshake", report.handshakeMicros())
        .put("first_answer", report.firstAnswerMicros())
        .put("total", report.totalMicros())
        .putIf("upstream", report.said(Meta.UPSTREAM_MICROS))
        .putIf("overhead", report.said(Meta.OVERHEAD_MICROS));
  }

  private static JsonObject limits(Report report) {
    OptionalLong minute = report.said(Meta.REMAINING_MINUTE);
    return new JsonObject()
        .putIf("remaining_minute", minute)
        .putIf("remaining_concurrent", report.said(Meta.REMAINING_CONCURRENT));
  }
}
