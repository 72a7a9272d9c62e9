package org.officeos.wpa;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pReason;

/** Why a future failed. */
final class Fails {

  private Fails() {}

  static P2pReason reason(CompletableFuture<?> future) {
    ExecutionException e =
        assertThrows(ExecutionException.class, () -> future.get(10, TimeUnit.SECONDS));
    return assertInstanceOf(P2pException.class, e.getCause()).reason();
  }
}
