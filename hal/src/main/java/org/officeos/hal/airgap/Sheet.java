package org.officeos.hal.airgap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.officeos.hal.airgap.Finding.State;

/** What one check reads and says. A part that cannot be read is written down by itself, once. */
final class Sheet {

  private static final String AGAIN = "Make it readable, and audit again.";

  private final Check check;
  private final Snapshot snapshot;
  private final AirgapSettings settings;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<List<Object>> said = new HashSet<>();
  private final Set<Part<?>> unreadable = new LinkedHashSet<>();
  private final Set<String> sources = new LinkedHashSet<>();

  Sheet(Check check, Snapshot snapshot, AirgapSettings settings) {
    this.check = check;
    this.snapshot = snapshot;
    this.settings = settings;
  }

  AirgapSettings settings() {
    return settings;
  }

  /** A part, or {@code otherwise} where it cannot be read. */
  <T> T read(Part<T> part, T otherwise) {
    Reading<T> reading = snapshot.get(part);
    sources.add(reading.source());
    if (reading instanceof Reading.Read<T> read) {
      return read.value();
    }
    Reading.Unreadable<T> no = (Reading.Unreadable<T>) reading;
    if (unreadable.add(part)) {
      boolean image = no.why() == Reading.Why.NOT_RUNNING;
      String detail = no.detail().isEmpty() ? "" : " (" + no.detail() + ")";
      add(
          image ? State.SKIP : State.ERROR,
          part.toString(),
          no.why().text() + detail,
          no.source(),
          image ? "Audit the machine while it runs." : AGAIN);
    }
    return otherwise;
  }

  /** A part that is a list; empty where it cannot be read. */
  <T> List<T> list(Part<List<T>> part) {
    return read(part, List.of());
  }

  /** Whether a part that was asked for could be read. */
  boolean isRead(Part<?> part) {
    return !unreadable.contains(part);
  }

  /** A way out. */
  void fail(Part<?> part, String subject, String observed) {
    add(State.FAIL, subject, observed, snapshot.get(part).source(), check.fix());
  }

  /** Something of a part that was read otherwise, but cannot be looked at itself. */
  void unseen(Part<?> part, String subject, String observed) {
    add(State.ERROR, subject, observed, snapshot.get(part).source(), AGAIN);
  }

  /** There is nothing here that the check is about. */
  void notApplicable(String subject, String why) {
    add(State.NOT_APPLICABLE, subject, why, String.join(", ", sources), "");
  }

  /** What was said; where nothing was, that all is well. */
  List<Finding> findings() {
    if (findings.isEmpty()) {
      add(State.PASS, "all", "as expected", String.join(", ", sources), "");
    }
    return List.copyOf(findings);
  }

  /** Says it, unless that was said already: a route of two metrics is one way out. */
  private void add(State state, String subject, String observed, String source, String fix) {
    if (said.add(List.of(state, subject, observed))) {
      findings.add(
          new Finding(check.vector(), state, subject, observed, check.expected(), source, fix));
    }
  }
}
