package org.officeos.laptop.audit;

import java.util.Locale;

/** One request in one line of logfmt: the daemon's canonical log line. No person's words. */
public final class AuditLine {

  private AuditLine() {}

  /**
   * The line.
   *
   * @param entry number of the audit entry, 0 where none was written
   */
  public static String of(
      AuditSubject subject, int instructionBytes, AuditOutcome outcome, long entry) {
    AuditTimes times = outcome.times();
    return "request device="
        + subject.relationship().shortName()
        + " opcode="
        + lower(subject.opcode())
        + " message="
        + subject.messageId()
        + " result="
        + lower(outcome.result())
        + " in_bytes="
        + instructionBytes
        + " out_bytes="
        + outcome.answerBytes()
        + " gate_us="
        + times.gate()
        + " queue_us="
        + times.queue()
        + " upstream_us="
        + times.upstream()
        + " transform_us="
        + times.transform()
        + " total_us="
        + times.total()
        + " audit="
        + entry;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
