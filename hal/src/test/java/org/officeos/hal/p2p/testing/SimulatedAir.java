package org.officeos.hal.p2p.testing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pException;

/**
 * Air with radios on it, and a clock that is turned by hand. Everything on one air happens under
 * one lock; news reach their hearers in order, after what caused them.
 */
public final class SimulatedAir {

  /** Something that is done on the air. */
  @FunctionalInterface
  interface Deed<T> {
    T get() throws P2pException;
  }

  private record Timed(long dueNanos, long number, Runnable task) {}

  private final List<SimulatedRadio> radios = new ArrayList<>();
  private final ArrayDeque<Runnable> news = new ArrayDeque<>();
  private final PriorityQueue<Timed> timers =
      new PriorityQueue<>(Comparator.comparingLong(Timed::dueNanos).thenComparing(Timed::number));
  private long now;
  private long numbers;
  private int depth;

  /** A new radio. */
  public synchronized SimulatedRadio radio(String address) {
    SimulatedRadio radio = new SimulatedRadio(this, MacAddress.parse(address), radios.size());
    radios.add(radio);
    return radio;
  }

  synchronized <T> T run(Deed<T> deed) throws P2pException {
    depth++;
    try {
      return deed.get();
    } finally {
      if (depth == 1) {
        for (Runnable next = news.poll(); next != null; next = news.poll()) {
          next.run();
        }
      }
      depth--;
    }
  }

  synchronized void later(Runnable telling) {
    news.add(telling);
  }

  synchronized void after(Duration wait, Runnable task) {
    timers.add(new Timed(now + wait.toNanos(), numbers++, task));
  }

  /** Lets time pass. */
  public void advance(Duration time) throws P2pException {
    run(
        () -> {
          long end = now + time.toNanos();
          while (!timers.isEmpty() && timers.element().dueNanos() <= end) {
            Timed next = timers.remove();
            now = next.dueNanos();
            next.task().run();
          }
          now = end;
          return true;
        });
  }

  List<SimulatedRadio> others(SimulatedRadio than) {
    return radios.stream().filter(r -> r != than && r.isOn()).toList();
  }

  Optional<SimulatedRadio> at(MacAddress address) {
    return radios.stream().filter(r -> r.isOn() && r.address().equals(address)).findFirst();
  }
}
