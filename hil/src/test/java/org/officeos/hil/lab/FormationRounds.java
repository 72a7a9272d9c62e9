package org.officeos.hil.lab;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.P2pGroup;

/**
 * Groups by button, from the start of the search to addresses: one through the bridge, one by the
 * same steps typed with wpa_cli, and again. A round that fails is counted and gone again.
 */
final class FormationRounds {

  private static final int MOST_FAILED = 4;
  private static final int OWNER = 15;
  private static final int CLIENT = 0;
  private static final Duration LISTENING = Duration.ofSeconds(60);
  private static final Pattern FORMED = Pattern.compile("^formed (\\S+)$", Pattern.MULTILINE);

  private final Hosts hosts;
  private final Party handheld;
  private final Party laptop;
  private final List<Double> ours = new ArrayList<>();
  private final List<Double> typed = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();

  FormationRounds(Hosts hosts, Party handheld, Party laptop) {
    this.hosts = hosts;
    this.handheld = handheld;
    this.laptop = laptop;
  }

  /** Goes that many rounds of each. */
  void go(int rounds) throws IOException {
    for (int round = 1; round <= rounds; round++) {
      while (ours.size() < round) {
        one(ours, "ours", this::bridgedIn);
      }
      while (typed.size() < round) {
        one(typed, "typed", this::typedIn);
      }
      LabRunner.tell(
          "round "
              + round
              + ": ours "
              + Figures.number(ours.get(round - 1))
              + " s, typed "
              + Figures.number(typed.get(round - 1))
              + " s");
    }
  }

  /** Seconds of each through the bridge. */
  List<Double> ours() {
    return List.copyOf(ours);
  }

  /** Seconds of each that was typed. */
  List<Double> typed() {
    return List.copyOf(typed);
  }

  /** Why rounds failed, with whose they were. */
  List<String> failed() {
    return List.copyOf(failed);
  }

  private interface Round {
    double seconds() throws IOException;
  }

  private void one(List<Double> seconds, String whose, Round round) throws IOException {
    try {
      seconds.add(round.seconds());
    } catch (AssertionError e) {
      failed.add(whose + ": " + LabResult.oneLine(String.valueOf(e.getMessage())));
      LabRunner.tell("a round failed, " + failed.get(failed.size() - 1));
      if (failed.size() > MOST_FAILED) {
        throw e;
      }
      cleared();
    }
  }

  private double bridgedIn() {
    handheld.get(handheld.wifi().flush());
    laptop.get(laptop.wifi().flush());
    int here = handheld.heard().count();
    int there = laptop.heard().count();
    long began = System.nanoTime();
    handheld.get(handheld.wifi().find(FindRequest.social()));
    laptop.get(laptop.wifi().find(FindRequest.social()));
    handheld.awaitPeer(here, laptop);
    laptop.awaitPeer(there, handheld);
    laptop.get(laptop.wifi().stopFind());
    laptop.get(laptop.wifi().listen(LISTENING));
    ConnectRequest lets = ConnectRequest.pbc(handheld.address()).notPersistent().withIntent(OWNER);
    ConnectRequest asks = ConnectRequest.pbc(laptop.address()).notPersistent().withIntent(CLIENT);
    laptop.get(laptop.wifi().connect(lets.onlyAuthorizing()));
    handheld.get(handheld.wifi().connect(asks));
    P2pGroup own = handheld.awaitGroup(here);
    P2pGroup owned = laptop.awaitGroup(there);
    double seconds = (System.nanoTime() - began) / 1e9;
    assertTrue(own.addresses().isPresent(), "the handheld was told no address");
    laptop.get(laptop.wifi().removeGroup(owned.interfaceName()));
    laptop.awaitEnd(there, owned);
    handheld.awaitEnd(here, own);
    return seconds;
  }

  private double typedIn() throws IOException {
    Hosts.Said said =
        hosts.ask(
            Hosts.LAPTOP,
            "busybox",
            "sh",
            "/lab/guest/formation",
            handheld.address().toString(),
            laptop.address().toString());
    Matcher formed = FORMED.matcher(said.out());
    if (said.exit() != 0 || !formed.find()) {
      return fail(said.out().lines().reduce("it said nothing", (before, line) -> line));
    }
    return Double.parseDouble(formed.group(1));
  }

  /** Whatever the failed round left under way, on both. */
  private void cleared() {
    for (Party party : List.of(handheld, laptop)) {
      party.get(party.wifi().cancelConnect());
      for (P2pGroup group : party.wifi().groups()) {
        party.get(party.wifi().removeGroup(group.interfaceName()));
      }
      party.get(party.wifi().flush());
    }
  }
}
