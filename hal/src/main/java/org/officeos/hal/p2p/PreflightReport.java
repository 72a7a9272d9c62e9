package org.officeos.hal.p2p;

import java.util.List;
import java.util.Optional;

/**
 * What preflight says.
 *
 * @param findings those that block first, else in the order in which they would be met
 * @param notLookedAt what could not be judged because nobody could look, for a person
 * @param usable names of radios that nothing keeps from Wi-Fi Direct
 */
public record PreflightReport(
    List<PreflightFinding> findings, List<String> notLookedAt, List<String> usable) {

  /** Keeps copies. */
  public PreflightReport {
    findings = List.copyOf(findings);
    notLookedAt = List.copyOf(notLookedAt);
    usable = List.copyOf(usable);
  }

  /** Whether all was looked at and nothing blocks. What was not looked at is never a pass. */
  public boolean passes() {
    return notLookedAt.isEmpty() && findings.stream().noneMatch(PreflightFinding::blocks);
  }

  /** The first thing that blocks. */
  public Optional<PreflightFinding> first() {
    return findings.stream().filter(PreflightFinding::blocks).findFirst();
  }
}
