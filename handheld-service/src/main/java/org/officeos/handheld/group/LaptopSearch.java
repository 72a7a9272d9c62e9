package org.officeos.handheld.group;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pListener;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.P2pState;
import org.officeos.hal.p2p.WifiP2p;
import org.officeos.handheld.radio.LaptopChoice;
import org.officeos.handheld.radio.LaptopChoice.Verdict;

/** Searches for a laptop to pair with, on the calling thread. One use each. */
public final class LaptopSearch {

  private static final Duration ANSWER = Duration.ofSeconds(10);

  /** Until the radio's first word: on a slow, cold device the way to the bus takes seconds. */
  private static final Duration FIRST_WORD = Duration.ofSeconds(30);

  private final WifiP2p wifi;
  private final LongSupplier nanos;
  private final Duration settling;
  private final Duration radioPatience;
  private final BlockingQueue<P2pEvent> events = new LinkedBlockingQueue<>();

  /**
   * A search.
   *
   * @param wifi the radio; what it searches for is given up when this ends
   * @param nanos a clock that never runs backwards, in nanoseconds
   * @param settling how long to listen before the only candidate is taken
   * @param radioPatience how long the radio may be away once it said so
   */
  public LaptopSearch(WifiP2p wifi, LongSupplier nanos, Duration settling, Duration radioPatience) {
    this.wifi = wifi;
    this.nanos = nanos;
    this.settling = settling;
    this.radioPatience = radioPatience;
  }

  /**
   * Searches until it is clear who is there; blocks.
   *
   * @param wanted the address that the person named
   * @return {@code Chosen}, {@code Several} or {@code None}
   * @throws P2pException why the radio cannot search
   */
  public Verdict search(Optional<MacAddress> wanted) throws P2pException, InterruptedException {
    P2pListener.Subscription heard = wifi.subscribe(events::add);
    try {
      awaitRadio();
      ask(FindRequest.social());
      LaptopChoice choice = new LaptopChoice(wanted, settling, nanos.getAsLong());
      while (true) {
        Verdict verdict = choice.verdict(nanos.getAsLong());
        if (verdict instanceof Verdict.Search search) {
          ask(search.request());
        } else if (verdict instanceof Verdict.Listen listen) {
          P2pEvent event = next(listen.untilNanos());
          if (event != null) {
            choice.onEvent(refuseLoss(event));
          }
        } else {
          return verdict;
        }
      }
    } finally {
      heard.close();
      CompletableFuture<?> unused = wifi.stopFind();
    }
  }

  /** Waits until the radio is there: a bus is asked for a moment before anything is known. */
  private void awaitRadio() throws P2pException, InterruptedException {
    long end = nanos.getAsLong() + FIRST_WORD.toNanos();
    P2pReason reason = P2pReason.RADIO_LOST;
    while (true) {
      P2pEvent event = next(end);
      if (event == null) {
        throw new P2pException(reason);
      }
      if (event instanceof P2pEvent.StateChanged changed) {
        if (!isAway(changed)) {
          return;
        }
        reason = changed.reason().orElse(P2pReason.RADIO_LOST);
        long soon = nanos.getAsLong() + radioPatience.toNanos();
        end = soon - end < 0 ? soon : end;
      }
    }
  }

  private void ask(FindRequest request) throws P2pException, InterruptedException {
    try {
      wifi.find(request).get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof P2pException named
          ? named
          : new P2pException(P2pReason.SUPPLICANT_FAULT, String.valueOf(e.getCause()), e);
    } catch (TimeoutException e) {
      throw new P2pException(P2pReason.SUPPLICANT_LOST, "no answer to a search", e);
    }
  }

  private static P2pEvent refuseLoss(P2pEvent event) throws P2pException {
    if (event instanceof P2pEvent.StateChanged changed && isAway(changed)) {
      throw new P2pException(changed.reason().orElse(P2pReason.RADIO_LOST));
    }
    return event;
  }

  private static boolean isAway(P2pEvent.StateChanged changed) {
    return changed.state() == P2pState.DISABLED || changed.state() == P2pState.UNSUPPORTED;
  }

  private @Nullable P2pEvent next(long until) throws InterruptedException {
    return events.poll(Math.max(0, until - nanos.getAsLong()), TimeUnit.NANOSECONDS);
  }
}
