package org.officeos.hal.p2p.testing;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pReason;

/** How calls on the fake run: at once, on the air, refused while the radio is away. */
abstract class FakeCalls {

  final SimulatedAir air;
  Optional<P2pReason> away = Optional.empty();
  boolean closed;

  FakeCalls(SimulatedAir air) {
    this.air = air;
  }

  /** Tells the state if it changed. */
  abstract void show();

  static void check(boolean holds) throws P2pException {
    if (!holds) {
      throw new P2pException(P2pReason.INVALID_ARGUMENT);
    }
  }

  @FunctionalInterface
  interface Order {
    void run() throws P2pException;
  }

  CompletableFuture<Void> done(Order order) {
    CompletableFuture<Void> future = new CompletableFuture<>();
    try {
      air.run(
          () -> {
            refuseWhileAway();
            order.run();
            air.later(this::show);
            return true;
          });
      future.complete(null);
    } catch (P2pException e) {
      future.completeExceptionally(e);
    }
    return future;
  }

  <T> CompletableFuture<T> value(SimulatedAir.Deed<T> deed) {
    CompletableFuture<T> future = new CompletableFuture<>();
    try {
      T value =
          air.run(
              () -> {
                refuseWhileAway();
                T result = deed.get();
                air.later(this::show);
                return result;
              });
      future.complete(value);
    } catch (P2pException e) {
      future.completeExceptionally(e);
    }
    return future;
  }

  private void refuseWhileAway() throws P2pException {
    if (closed) {
      throw new P2pException(P2pReason.CLOSED);
    }
    if (away.isPresent()) {
      throw new P2pException(away.get());
    }
  }
}
