package org.officeos.hal.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.officeos.hal.airgap.Finding;
import org.officeos.hal.airgap.Finding.State;
import org.officeos.hal.airgap.LeakVector;
import org.officeos.hal.airgap.Policy;
import org.officeos.hal.airgap.Severity;
import org.officeos.hal.airgap.Side;
import org.officeos.hal.airgap.Verdict;

/**
 * A verdict with the waivers that count. Only what was found can be waived; what could not be
 * looked at cannot, for nobody knows what it hides.
 *
 * @param side the machine that was looked at
 * @param lines each finding, in the policy's order
 * @param expired waivers whose time is over: findings of their own
 * @param failOn findings less severe than this do not fail the audit
 */
public record AuditReport(Side side, List<Line> lines, List<Waiver> expired, Severity failOn) {

  /** The audit is clean. */
  public static final int CLEAN = 0;

  /** There are findings. */
  public static final int FOUND = 1;

  /** There are none, but something could not be looked at. */
  public static final int NOT_CHECKED = 2;

  /** A finding, and the waiver that it has. */
  public record Line(Finding finding, Optional<Waiver> waiver) {

    /** Whether it is a way out that nobody waived. */
    public boolean stands() {
      return finding.state() == State.FAIL && waiver.isEmpty();
    }
  }

  /** Keeps copies. */
  public AuditReport {
    lines = List.copyOf(lines);
    expired = List.copyOf(expired);
  }

  /** Puts verdict and waivers together, as they are on that day. */
  public static AuditReport of(
      Side side, Verdict verdict, List<Waiver> waivers, LocalDate today, Severity failOn) {
    List<Line> lines = new ArrayList<>();
    for (Finding finding : verdict.findings()) {
      Optional<Waiver> waiver =
          waivers.stream()
              .filter(each -> finding.state() == State.FAIL)
              .filter(each -> each.concerns(finding) && !each.hasExpired(today))
              .findFirst();
      lines.add(new Line(finding, waiver));
    }
    List<Waiver> expired = waivers.stream().filter(each -> each.hasExpired(today)).toList();
    return new AuditReport(side, lines, expired, failOn);
  }

  /** How the command ends: {@link #CLEAN}, {@link #FOUND} or {@link #NOT_CHECKED}. */
  public int exit() {
    boolean found =
        lines.stream()
            .anyMatch(each -> each.stands() && severe(each.finding().vector().severity()));
    boolean late = expired.stream().anyMatch(each -> severe(each.vector().severity()));
    return found || late ? FOUND : count(State.ERROR) > 0 ? NOT_CHECKED : CLEAN;
  }

  private boolean severe(Severity severity) {
    return severity.atLeast(failOn);
  }

  /** How many findings are in a state; those that are waived are not among {@code FAIL}. */
  public long count(State state) {
    return lines.stream()
        .filter(each -> each.finding().state() == state && each.waiver().isEmpty())
        .count();
  }

  /** How many findings are waived. */
  public long waived() {
    return lines.stream().filter(each -> each.waiver().isPresent()).count();
  }

  /** The command that made it. */
  public String tool() {
    return side == Side.LAPTOP ? "officeos-laptop audit airgap" : "officeos audit";
  }

  /** The ids of that machine that no check looks for yet. */
  public List<String> notJudged() {
    return Policy.notJudged(side).stream().map(LeakVector::id).toList();
  }
}
