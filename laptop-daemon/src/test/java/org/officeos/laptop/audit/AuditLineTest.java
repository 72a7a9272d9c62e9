package org.officeos.laptop.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.bytecode.ResultCode;
import org.officeos.session.relationship.RelationshipId;

class AuditLineTest {

  @Test
  void saysEverythingButWords() {
    AuditSubject subject =
        new AuditSubject(
            RelationshipId.fromHex("1a2b3c4d000000000000000000000000"), Opcode.GENERATE_IMAGE, 7);
    AuditOutcome outcome =
        new AuditOutcome(ResultCode.OK, 45_678, new AuditTimes(120, 30, 900_000, 4_000, 904_200));
    assertEquals(
        "request device=1a2b3c4d opcode=generate_image message=7 result=ok in_bytes=131"
            + " out_bytes=45678 gate_us=120 queue_us=30 upstream_us=900000 transform_us=4000"
            + " total_us=904200 audit=18",
        AuditLine.of(subject, 131, outcome, 18));
    assertEquals(4_150, outcome.times().overhead());
  }
}
