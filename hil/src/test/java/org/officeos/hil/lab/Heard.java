package org.officeos.hil.lab;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pListener;

/** All events that one host was told, in order, to wait for and to look back at. */
final class Heard implements P2pListener {

  private final String host;
  private final Timeline timeline;
  private final List<P2pEvent> events = new ArrayList<>();

  Heard(String host, Timeline timeline) {
    this.host = host;
    this.timeline = timeline;
  }

  @Override
  public synchronized void onEvent(P2pEvent event) {
    timeline.write(host, EventWords.kind(event), EventWords.of(event));
    events.add(event);
    notifyAll();
  }

  /** How many so far: where {@link #await} may begin to look later. */
  synchronized int count() {
    return events.size();
  }

  /** All of one kind, from the event of that number on. */
  synchronized <T extends P2pEvent> List<T> since(int first, Class<T> kind) {
    return events.stream().skip(first).filter(kind::isInstance).map(kind::cast).toList();
  }

  /**
   * The first event of that kind that is wanted, among those from {@code first} on, whether it was
   * told already or comes in time. A test that waits for a group fails at once when its formation
   * failed.
   */
  synchronized <T extends P2pEvent> T await(
      int first, Class<T> kind, Predicate<T> wanted, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    int next = first;
    try {
      while (true) {
        for (; next < events.size(); next++) {
          P2pEvent event = events.get(next);
          if (kind.isInstance(event) && wanted.test(kind.cast(event))) {
            return kind.cast(event);
          }
          if (event instanceof P2pEvent.FormationFailed
              && kind.equals(P2pEvent.GroupStarted.class)) {
            return fail(host + " was told " + event + " while waiting for a group" + story(first));
          }
        }
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return fail(
              host + " was told no " + kind.getSimpleName() + " within " + limit + story(first));
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fail("interrupted while waiting for " + host, e);
    }
  }

  private String story(int first) {
    return ", but: " + events.subList(first, events.size());
  }
}
