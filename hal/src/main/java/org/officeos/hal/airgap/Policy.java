package org.officeos.hal.airgap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges what was read of a handheld. Pure: the same snapshot has the same verdict always. */
public final class Policy {

  private static final List<Check> CHECKS =
      Stream.of(
              LinkChecks.ALL,
              HardwareChecks.ALL,
              RouteChecks.ALL,
              SysctlChecks.ALL,
              FilterChecks.ALL,
              RuleChecks.ALL,
              OrderChecks.ALL,
              UnitChecks.ALL,
              StoredChecks.ALL,
              ServiceChecks.ALL)
          .flatMap(List::stream)
          .sorted(Comparator.comparing(Check::vector))
          .toList();

  private Policy() {}

  /**
   * The verdict, with one finding at least for every vector that is judged: a pass only where all
   * that the check looks at was read.
   */
  public static Verdict judge(Snapshot snapshot, AirgapSettings settings) {
    List<Finding> findings = new ArrayList<>();
    for (Check check : CHECKS) {
      Sheet sheet = new Sheet(check, snapshot, settings);
      check.judge().look(sheet);
      findings.addAll(sheet.findings());
    }
    return new Verdict(findings);
  }

  /** The vectors that are judged, in the table's order; of all others nothing is said. */
  public static List<LeakVector> judged() {
    return CHECKS.stream().map(Check::vector).toList();
  }

  /** What should be the case, in one line; empty for a vector that is not judged. */
  public static Optional<String> expected(LeakVector vector) {
    return check(vector).map(Check::expected);
  }

  /** What to do where it is not, in one line; empty for a vector that is not judged. */
  public static Optional<String> fix(LeakVector vector) {
    return check(vector).map(Check::fix);
  }

  private static Optional<Check> check(LeakVector vector) {
    return CHECKS.stream().filter(each -> each.vector() == vector).findFirst();
  }
}
