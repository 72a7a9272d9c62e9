package org.officeos.hal.airgap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Judges what was read of a machine. Pure: the same snapshot has the same verdict always. */
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
              ServiceChecks.ALL,
              HabitChecks.ALL,
              PowerChecks.ALL,
              LaptopChecks.ALL)
          .flatMap(List::stream)
          .sorted(Comparator.comparing(Check::vector))
          .toList();

  private Policy() {}

  /**
   * The verdict, with one finding at least for every vector that is judged: a pass only where all
   * that the check looks at was read.
   */
  public static Verdict judge(Snapshot snapshot, AirgapSettings settings) {
    return judge(snapshot, settings, EnumSet.allOf(LeakVector.class));
  }

  /** The same of these vectors only. */
  static Verdict judge(Snapshot snapshot, AirgapSettings settings, Set<LeakVector> vectors) {
    List<Finding> findings = new ArrayList<>();
    for (Check check : checks(settings.side())) {
      if (vectors.contains(check.vector())) {
        Sheet sheet = new Sheet(check, snapshot, settings);
        check.judge().look(sheet);
        findings.addAll(sheet.findings());
      }
    }
    return new Verdict(findings);
  }

  /** What the check of a vector that is judged would look at. */
  static Sheet sheet(LeakVector vector, Snapshot snapshot, AirgapSettings settings) {
    return new Sheet(check(vector).orElseThrow(), snapshot, settings);
  }

  /** The vectors that are judged on a machine, in the table's order; nothing is said of others. */
  public static List<LeakVector> judged(Side side) {
    return checks(side).stream().map(Check::vector).toList();
  }

  /** The vectors that should be judged there, and are not yet. */
  public static List<LeakVector> notJudged(Side side) {
    return Stream.of(LeakVector.values())
        .filter(each -> side.has(each.side()) && check(each).isEmpty())
        .toList();
  }

  private static List<Check> checks(Side side) {
    return CHECKS.stream().filter(each -> side.has(each.vector().side())).toList();
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
