package org.officeos.hal.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.officeos.hal.airgap.LeakVector;
import org.officeos.hal.airgap.Policy;
import org.officeos.hal.airgap.Side;
import org.officeos.hal.airgap.Verdict;

/** What a person may say of ids: only these, and what is this one. */
public final class Ids {

  private Ids() {}

  /**
   * The ids that are wanted, all where none is named; empty where one is not judged on that
   * machine, since it would be clean always.
   */
  public static Optional<Set<LeakVector>> wanted(Side side, List<String> ids) {
    Set<LeakVector> wanted = EnumSet.noneOf(LeakVector.class);
    for (String id : ids) {
      Optional<LeakVector> vector = LeakVector.ofId(id).filter(Policy.judged(side)::contains);
      if (vector.isEmpty()) {
        return Optional.empty();
      }
      wanted.add(vector.get());
    }
    return Optional.of(wanted.isEmpty() ? EnumSet.allOf(LeakVector.class) : wanted);
  }

  /** What a verdict says of these. */
  public static Verdict only(Verdict verdict, Set<LeakVector> wanted) {
    return new Verdict(
        verdict.findings().stream().filter(each -> wanted.contains(each.vector())).toList());
  }

  /** What an id means, in lines; empty where there is no such id. */
  public static Optional<List<String>> explained(String id) {
    return LeakVector.ofId(id).map(Ids::explained);
  }

  private static List<String> explained(LeakVector vector) {
    List<String> lines = new ArrayList<>();
    lines.add(vector.id() + "  " + vector.title());
    lines.add("severity  " + vector.severity().name().toLowerCase(Locale.ROOT));
    lines.add("machine   " + vector.side().word());
    vector
        .invariants()
        .forEach(each -> lines.add("breaks    " + each.number() + ". " + each.text()));
    lines.add("expected  " + Policy.expected(vector).orElse("not judged yet"));
    Policy.fix(vector).ifPresent(each -> lines.add("do        " + each));
    lines.add("provoked in the lab's guest: " + vector.provocation().text());
    return lines;
  }
}
