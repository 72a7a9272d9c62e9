package org.officeos.handheld.group;

import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pReason;

/** Why a future of the radio failed. */
final class Failures {

  private Failures() {}

  /** The contract's reason; {@code SUPPLICANT_FAULT} for what the contract does not allow. */
  static P2pReason reasonOf(@Nullable Throwable failed) {
    Throwable inner = failed;
    while (inner instanceof CompletionException && inner.getCause() != null) {
      inner = inner.getCause();
    }
    return inner instanceof P2pException e ? e.reason() : P2pReason.SUPPLICANT_FAULT;
  }
}
