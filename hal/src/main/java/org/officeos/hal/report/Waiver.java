package org.officeos.hal.report;

import java.time.LocalDate;
import org.officeos.hal.airgap.Finding;
import org.officeos.hal.airgap.LeakVector;

/**
 * A finding that somebody decided to live with for a time.
 *
 * @param vector what was found
 * @param subject on what; empty for all that the check finds
 * @param until the last day that it counts
 * @param reason why, in words
 * @param line where it stands in its file, 1 and more
 */
public record Waiver(LeakVector vector, String subject, LocalDate until, String reason, int line) {

  /** Whether it counts no more. */
  public boolean hasExpired(LocalDate today) {
    return today.isAfter(until);
  }

  /** Whether it is about that finding. */
  public boolean concerns(Finding finding) {
    return finding.vector() == vector && (subject.isEmpty() || subject.equals(finding.subject()));
  }
}
