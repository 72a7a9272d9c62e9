package org.officeos.hal.guard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.officeos.hal.airgap.NetworkLink;
import org.officeos.hal.airgap.Opening;
import org.officeos.hal.fence.HeldTable;

/**
 * Brings a {@link Guard} and a kernel together. For one thread, but for {@link #wake}; it waits in
 * {@link #step} only.
 */
public final class GuardLoop {

  private static final String DRY = "only looked at";

  /**
   * An interface with a number that the kernel gives to none before two thousand million others.
   */
  private static final NetworkLink NOT_THERE =
      new NetworkLink(
          Integer.MAX_VALUE,
          "rehearsal",
          true,
          false,
          1,
          Optional.empty(),
          OptionalInt.empty(),
          NetworkLink.Bus.OTHER,
          false);

  private static final GuardAction SWITCH_IT_OFF = new GuardAction.SwitchOff(NOT_THERE.index());
  private static final int REHEARSALS = 20;

  private final GuardKernel kernel;
  private final LongSupplier nanos;
  private final Consumer<GuardRecord> writer;
  private final boolean dry;
  private final boolean holds;
  private final Guard guard;

  /**
   * One that has not looked yet.
   *
   * @param nanos a clock that never runs backwards, nanoseconds
   * @param writer takes what is to be written down, in this thread
   * @param dry whether nothing is ever done, only said
   */
  public GuardLoop(
      GuardKernel kernel, LongSupplier nanos, Consumer<GuardRecord> writer, boolean dry) {
    this(kernel, nanos, writer, dry, Optional.empty(), false);
  }

  /**
   * The same, which keeps the packet filter, too.
   *
   * @param filter its rules without any way in them, in the language of nft(8)
   * @param holds whether a table is held besides that nobody else can flush; from {@link #begin}
   */
  public GuardLoop(
      GuardKernel kernel,
      LongSupplier nanos,
      Consumer<GuardRecord> writer,
      boolean dry,
      Optional<String> filter,
      boolean holds) {
    this.kernel = kernel;
    this.nanos = nanos;
    this.writer = writer;
    this.dry = dry;
    this.holds = holds && !dry && filter.isPresent();
    this.guard = new Guard(nanos.getAsLong(), filter, this.holds);
  }

  /** Looks at everything and shuts what stands open; returns when each has been tried once. */
  public void begin() {
    if (holds) {
      // What comes of it, the first look tells.
      kernel.act(new GuardAction.HoldFilter(HeldTable.PACKETS));
    }
    feed(new GuardEvent.Passed());
  }

  /**
   * Goes through all that it takes to shut an interface, with one that is not there: the first that
   * is shall not wait for what a runtime does at first only. Nothing is written down of it.
   */
  public void rehearse() {
    for (int i = 0; i < REHEARSALS; i++) {
      Guard understudy = new Guard(nanos.getAsLong());
      // Its own look at everything is not wanted.
      understudy.on(new GuardEvent.Passed(), nanos.getAsLong());
      feed(understudy, new GuardEvent.LinkHere(NOT_THERE), GuardLoop::isRehearsed);
    }
  }

  private static boolean isRehearsed(GuardOrder order) {
    return order == GuardOrder.Look.RADIOS
        || (order instanceof GuardOrder.Act act && act.action().equals(SWITCH_IT_OFF));
  }

  /**
   * Waits for what comes next, and deals with it and all that was due.
   *
   * @param atMost longest wait, nanoseconds
   */
  public void step(long atMost) {
    long wait = Math.max(0, Math.min(atMost, guard.nextAt() - nanos.getAsLong()));
    List<GuardEvent> events = kernel.next(wait);
    events.forEach(this::feed);
    if (guard.nextAt() - nanos.getAsLong() <= 0) {
      feed(new GuardEvent.Passed());
    }
  }

  /** Ends the wait in {@link #step}, or the next one. For any thread. */
  public void wake() {
    kernel.wake();
  }

  /**
   * Looks at everything anew, and goes on until nothing stands open, or for so long.
   *
   * @return what stands open still
   */
  public List<Opening> settle(long atMost) {
    long end = nanos.getAsLong() + atMost;
    feed(new GuardEvent.Lost());
    long left = atMost;
    while (!dry && !guard.open().isEmpty() && left > 0) {
      step(left);
      left = end - nanos.getAsLong();
    }
    return guard.open();
  }

  /** Writes what was counted only; at the end. */
  public void end() {
    guard.rest().forEach(writer);
  }

  private void feed(GuardEvent event) {
    feed(guard, event, order -> true);
  }

  private void feed(Guard mind, GuardEvent event, Predicate<GuardOrder> wanted) {
    Deque<GuardEvent> events = new ArrayDeque<>(List.of(event));
    while (!events.isEmpty()) {
      for (GuardOrder order : mind.on(events.remove(), nanos.getAsLong())) {
        if (wanted.test(order)) {
          follow(order, events);
        }
      }
    }
  }

  private void follow(GuardOrder order, Deque<GuardEvent> events) {
    if (order instanceof GuardOrder.Look look) {
      events.addAll(kernel.look(look));
    } else if (order instanceof GuardOrder.Act act) {
      GuardAnswer answer = dry ? GuardAnswer.notTried(DRY) : kernel.act(act.action());
      events.add(new GuardEvent.Answered(act.action(), answer));
    } else if (order instanceof GuardOrder.Write write) {
      writer.accept(write.what());
    }
  }
}
