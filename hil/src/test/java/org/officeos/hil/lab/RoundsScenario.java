package org.officeos.hil.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pGroup;

/** Fifty times into the laptop's group and out of it: none fails, and nothing grows. */
class RoundsScenario extends StandingGroupScenario {

  private static final int ROUNDS = 50;
  private static final int WARM = 5;
  private static final int LOOKS = 50;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final Duration LEFT = Duration.ofSeconds(30);
  private static final Duration JOINED = Duration.ofSeconds(60);

  /**
   * What may grow.
   *
   * @param interfaces of both hosts, with kinds, addresses and routes
   * @param threads of this process, which holds both ends of the bridge
   * @param descriptors of this process
   */
  private record Footprint(List<String> interfaces, int threads, long descriptors) {}

  @Test
  void fiftyRoundsFailNeverAndLeaveNothing(TestReporter told) throws Exception {
    P2pGroup standing = standing();
    leave(admitted(handheld, standing));
    List<Double> seconds = new ArrayList<>();
    rounds(WARM, seconds);
    Footprint warm = footprint();
    rounds(ROUNDS - WARM, seconds);
    Footprint last = footprint();
    assertEquals(warm.interfaces(), last.interfaces());
    assertTrue(last.threads() <= warm.threads(), () -> warm + " became " + last);
    assertTrue(last.descriptors() <= warm.descriptors(), () -> warm + " became " + last);
    assertEquals(List.of(), handheld.wifi().groups());
    assertEquals(1, laptop.wifi().groups().size());
    Collections.sort(seconds);
    told.publishEntry(
        "note",
        String.format(
            Locale.ROOT,
            "%d rounds, in the group after %.2f s at the median, %.2f s at most",
            ROUNDS,
            seconds.get(ROUNDS / 2),
            seconds.get(ROUNDS - 1)));
  }

  private void rounds(int count, List<Double> seconds) throws IOException {
    for (int round = 0; round < count; round++) {
      int firstThere = laptop.heard().count();
      long began = System.nanoTime();
      P2pGroup here = returned(handheld);
      seconds.add((System.nanoTime() - began) / 1e9);
      // The owner may take the last word of the handshake for lost, and have it all said again.
      laptop.await(firstThere, P2pEvent.ClientJoined.class, any -> true, JOINED);
      leave(here);
    }
  }

  private void leave(P2pGroup group) {
    int first = handheld.heard().count();
    int firstThere = laptop.heard().count();
    handheld.get(handheld.wifi().removeGroup(group.interfaceName()));
    handheld.awaitEnd(first, group);
    laptop.await(firstThere, P2pEvent.ClientLeft.class, any -> true, LEFT);
  }

  /** The least of many looks: each asks the kernel through programs, whose ends come and go. */
  private Footprint footprint() throws IOException, InterruptedException {
    System.gc();
    List<String> interfaces = hosts.interfaces();
    int threads = Integer.MAX_VALUE;
    long descriptors = Long.MAX_VALUE;
    for (int look = 0; look < LOOKS; look++) {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
      try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
        descriptors = Math.min(descriptors, open.count());
      }
      threads = Math.min(threads, Thread.activeCount());
    }
    return new Footprint(interfaces, threads, descriptors);
  }
}
