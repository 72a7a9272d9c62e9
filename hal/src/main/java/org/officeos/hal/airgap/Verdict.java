package org.officeos.hal.airgap;

import java.util.List;

/**
 * What the policy says of a snapshot.
 *
 * @param findings at least one for every vector that is judged, in the table's order
 */
public record Verdict(List<Finding> findings) {

  /** Keeps a copy. */
  public Verdict {
    findings = List.copyOf(findings);
  }

  /** Those of one state. */
  public List<Finding> of(Finding.State state) {
    return findings.stream().filter(each -> each.state() == state).toList();
  }

  /** Those of one vector. */
  public List<Finding> of(LeakVector vector) {
    return findings.stream().filter(each -> each.vector() == vector).toList();
  }

  /** Whether nothing was found and everything could be looked at. */
  public boolean isClean() {
    return of(Finding.State.FAIL).isEmpty() && of(Finding.State.ERROR).isEmpty();
  }
}
