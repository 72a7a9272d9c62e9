package org.officeos.hal.p2p.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pListener;
import org.officeos.hal.p2p.WifiP2p;

/** All events of one device, in order; tests wait for one instead of sleeping. */
public final class EventLog implements P2pListener {

  /** Longer where the air is slow. */
  private static final Duration PATIENCE =
      Duration.ofSeconds(Integer.getInteger("officeos.events.patience.seconds", 5));

  private final List<P2pEvent> events = new ArrayList<>();
  private int read;

  /** Hears {@code wifi} from now on. */
  public static EventLog of(WifiP2p wifi) {
    EventLog log = new EventLog();
    wifi.subscribe(log);
    return log;
  }

  @Override
  public synchronized void onEvent(P2pEvent event) {
    events.add(event);
    notifyAll();
  }

  /** The next event of a kind after the one returned last; others before it are passed over. */
  public <E extends P2pEvent> E next(Class<E> kind) {
    return next(kind, event -> true);
  }

  /** The next one that fits. */
  public synchronized <E extends P2pEvent> E next(Class<E> kind, Predicate<E> fits) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    int from = read;
    while (true) {
      while (read < events.size()) {
        P2pEvent event = events.get(read++);
        if (kind.isInstance(event) && fits.test(kind.cast(event))) {
          return kind.cast(event);
        }
      }
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return fail("no " + kind.getSimpleName() + " in " + events.subList(from, events.size()));
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return fail("interrupted");
      }
    }
  }

  /** How many of a kind there were in all. */
  public synchronized long count(Class<? extends P2pEvent> kind) {
    return events.stream().filter(kind::isInstance).count();
  }

  /** Asserts how many ends of requests there were: groups started and formations failed. */
  public synchronized void assertEnds(int wanted) {
    assertEquals(
        wanted,
        count(P2pEvent.GroupStarted.class) + count(P2pEvent.FormationFailed.class),
        events::toString);
  }
}
