package org.officeos.hil.lab;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pGroup;

/** The radio's figures, each beside what it is measured against, in turns on the same two hosts. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FiguresScenario extends StandingGroupScenario {

  private static final int ROUNDS =
      Integer.parseInt(System.getenv().getOrDefault("LAB_ROUNDS", "20"));
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** On a busy machine an emulated one takes minutes to start a runtime. */
  private static final Duration START = Duration.ofMinutes(6);

  /** Longer than a supplicant believes what it heard, so that no round is helped by the last. */
  private static final Duration FORGETTING = Duration.ofSeconds(6);

  private static final Duration SETTLING = Duration.ofSeconds(2);

  private static Optional<Double> formation = Optional.empty();

  FiguresScenario() {
    super(Hosts.typed());
  }

  @Test
  @Order(1)
  void formation(TestReporter told) throws IOException {
    Figures figures = new Figures(told);
    FormationRounds rounds = new FormationRounds(hosts, handheld, laptop);
    rounds.go(ROUNDS);
    double ours = Figures.median(rounds.ours());
    formation = Optional.of(ours);
    figures.atMost("p2p-formation-vs-typed", ours / Figures.median(rounds.typed()), 1.15);
    figures.fact("formation, ours: " + Figures.spread(rounds.ours(), "s"));
    figures.fact("formation, typed: " + Figures.spread(rounds.typed(), "s"));
    for (String failed : rounds.failed()) {
      figures.fact("a round failed and was gone again, " + failed);
    }
  }

  @Test
  @Order(2)
  void theGroupInUse(TestReporter told) throws IOException, P2pException {
    Figures figures = new Figures(told);
    handheld.close();
    P2pGroup standing = standing();
    try (FarEnd there =
            FarEnd.start(hosts, Hosts.LAPTOP, LaptopEnd.class, LinkRounds.LAPTOP_FLAGS);
        FarEnd here =
            FarEnd.start(hosts, Hosts.HANDHELD, HandheldEnd.class, LinkRounds.HANDHELD_FLAGS)) {
      String owner = standing.addresses().orElseThrow().own().toString();
      there.ask(START, "listen", owner);
      here.ask(START, "crypto", "40");
      there.ask(START, "crypto", "40");
      LabRunner.tell("both ends are there");
      there.ask(PATIENCE, "pair");
      laptop.get(laptop.wifi().admit(standing.interfaceName(), Optional.empty()));
      double joined = here.ask(PATIENCE, "pair", laptop.address().toString()).get(0);
      figures.fact("first time into the standing group: " + Figures.number(joined) + " s");
      here.ask(PATIENCE, "leave");
      returns(figures, here);
      LinkRounds rounds = new LinkRounds(hosts, owner);
      rounds.trips(here, Math.max(3, ROUNDS / 3), figures);
      rounds.streams(here, Math.max(5, ROUNDS / 3), figures);
      // A socket that is closed after its way is gone keeps its namespace, and the radio in it.
      here.ask(PATIENCE, "leave");
      pause(SETTLING);
    }
  }

  /** The last return's session stays, for what is measured over it. */
  private void returns(Figures figures, FarEnd here) throws IOException {
    List<Double> grouped = new ArrayList<>();
    List<Double> accepted = new ArrayList<>();
    int rounds = Math.max(5, ROUNDS / 2);
    firstTime(here);
    for (int round = 0; round < rounds; round++) {
      pause(FORGETTING);
      List<Double> seconds = here.ask(PATIENCE, "return");
      grouped.add(seconds.get(0));
      accepted.add(seconds.get(1));
      hosts.timeline().write("handheld", "event", "first instruction accepted");
      LabRunner.tell("return " + (round + 1) + ": " + Figures.number(seconds.get(1)) + " s");
      if (round < rounds - 1) {
        here.ask(PATIENCE, "leave");
      }
    }
    figures.fact("return, in the group: " + Figures.spread(grouped, "s"));
    figures.fact("return, first instruction accepted: " + Figures.spread(accepted, "s"));
    double first = formation.orElseThrow(() -> new AssertionError("no formation was measured"));
    figures.atMost("p2p-return-vs-formation", Figures.median(accepted) / first, 0.6);
  }

  /** Not counted: whatever a program does for the first time, it is slow at here. */
  private static void firstTime(FarEnd here) {
    try {
      here.ask(PATIENCE, "return");
    } catch (AssertionError e) {
      LabRunner.tell("the first return: " + e.getMessage());
    }
    here.ask(PATIENCE, "leave");
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
