package org.officeos.handheld.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pDevice;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pListener;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.P2pState;
import org.officeos.hal.p2p.PersistentGroup;
import org.officeos.hal.p2p.WifiP2p;

/** One look at a radio, on the calling thread. */
final class RadioLook implements AutoCloseable {

  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Duration FIRST_WORD = Duration.ofSeconds(30);
  private static final Duration COMING = Duration.ofSeconds(3);

  private final WifiP2p wifi;
  private final LongSupplier nanos;
  private final BlockingQueue<P2pEvent> events = new LinkedBlockingQueue<>();
  private final P2pListener.Subscription heard;

  /**
   * What was seen; where the radio would not tell, the reason stands in place.
   *
   * @param reason why the radio is away
   */
  record Seen(
      P2pState state,
      Optional<P2pReason> reason,
      Optional<MacAddress> address,
      Optional<DeviceSettings> settings,
      List<P2pGroup> groups,
      List<PersistentGroup> remembered,
      List<P2pDevice> peers) {

    boolean isAway() {
      return state == P2pState.DISABLED || state == P2pState.UNSUPPORTED;
    }
  }

  RadioLook(WifiP2p wifi, LongSupplier nanos) {
    this.wifi = wifi;
    this.nanos = nanos;
    this.heard = wifi.subscribe(events::add);
  }

  /** Looks, once the radio had time to come: a bus is asked before anything is known. */
  Seen look() throws InterruptedException {
    Optional<P2pReason> reason = awaitRadio();
    return new Seen(
        wifi.state(),
        reason,
        answer(wifi.deviceAddress()),
        answer(wifi.settings()),
        wifi.groups(),
        answer(wifi.persistentGroups()).orElse(List.of()),
        wifi.peers());
  }

  /** Searches every channel for that long, and tells each device as it is first heard. */
  List<P2pDevice> search(int seconds, Consumer<P2pDevice> hearer)
      throws P2pException, InterruptedException {
    long end = nanos.getAsLong() + TimeUnit.SECONDS.toNanos(seconds);
    await(
        wifi.find(
            new FindRequest(FindRequest.Kind.FULL, Frequency.ANY, Duration.ofSeconds(seconds))));
    List<MacAddress> told = new ArrayList<>();
    List<P2pDevice> found = new ArrayList<>();
    for (P2pEvent event = next(end); event != null; event = next(end)) {
      if (event instanceof P2pEvent.DeviceFound device) {
        P2pDevice each = device.device();
        found.removeIf(before -> before.address().equals(each.address()));
        found.add(each);
        if (!told.contains(each.address())) {
          told.add(each.address());
          hearer.accept(each);
        }
      }
    }
    answer(wifi.stopFind());
    return found;
  }

  private Optional<P2pReason> awaitRadio() throws InterruptedException {
    long end = nanos.getAsLong() + FIRST_WORD.toNanos();
    Optional<P2pReason> reason = Optional.empty();
    for (P2pEvent event = next(end); event != null; event = next(end)) {
      if (event instanceof P2pEvent.StateChanged changed) {
        reason = changed.reason();
        if (changed.state() != P2pState.DISABLED) {
          return reason;
        }
        long soon = nanos.getAsLong() + COMING.toNanos();
        end = soon - end < 0 ? soon : end;
      }
    }
    return reason;
  }

  private @Nullable P2pEvent next(long end) throws InterruptedException {
    return events.poll(Math.max(0, end - nanos.getAsLong()), TimeUnit.NANOSECONDS);
  }

  private static <T> Optional<T> answer(CompletableFuture<T> future) throws InterruptedException {
    try {
      return Optional.ofNullable(await(future));
    } catch (P2pException notTold) {
      return Optional.empty();
    }
  }

  private static <T> T await(CompletableFuture<T> future)
      throws P2pException, InterruptedException {
    try {
      return future.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof P2pException named
          ? named
          : new P2pException(P2pReason.SUPPLICANT_FAULT, String.valueOf(e.getCause()), e);
    } catch (TimeoutException e) {
      throw new P2pException(P2pReason.SUPPLICANT_LOST, "no answer", e);
    }
  }

  @Override
  public void close() {
    heard.close();
    wifi.close();
  }
}
