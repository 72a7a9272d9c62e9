package org.officeos.session.netty;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.officeos.session.PairingDialog;
import org.officeos.session.PairingOffer;
import org.officeos.session.PairingWindow;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.relationship.Relationship;

/** The laptop's open window: one attempt at a time, five failures, one success. */
final class NettyPairingWindow implements PairingWindow, PairingPhase.Outcome {

  private final NettyEndpoint endpoint;
  private final PairingDialog dialog;
  private final PairingOffer offer;
  private final CompletableFuture<Relationship> paired = new CompletableFuture<>();
  private @Nullable LinkHandler attempt;
  private int failures;
  private boolean shut;

  NettyPairingWindow(NettyEndpoint endpoint, PairingDialog dialog, PairingOffer offer) {
    this.endpoint = endpoint;
    this.dialog = dialog;
    this.offer = offer;
  }

  PairingDialog dialog() {
    return dialog;
  }

  PairingOffer offer() {
    return offer;
  }

  /** Whether this link may make an attempt now. */
  synchronized boolean begin(LinkHandler link) {
    if (shut || attempt != null) {
      return false;
    }
    attempt = link;
    return true;
  }

  @Override
  public void paired(Relationship relationship) {
    paired.complete(relationship);
    shut(Reason.CLOSED_HERE);
  }

  @Override
  public void failed(SessionException reason) {
    endpoint.events().onLinkRefused(reason.reason());
    dialog.onAttemptFailed(reason.reason());
    boolean usedUp;
    synchronized (this) {
      attempt = null;
      failures++;
      usedUp = failures >= MAX_FAILURES;
    }
    if (usedUp) {
      shut(Reason.WINDOW_CLOSED);
    }
  }

  /** Closes the window; the first reason counts, and none after success. */
  void shut(Reason reason) {
    LinkHandler running;
    synchronized (this) {
      if (shut) {
        return;
      }
      shut = true;
      running = attempt;
    }
    endpoint.windowShut(this);
    if (running != null && !paired.isDone()) {
      running.run(() -> running.end(new SessionException(reason)));
    }
    paired.completeExceptionally(new SessionException(reason));
  }

  @Override
  public CompletableFuture<Relationship> paired() {
    return paired.copy();
  }

  @Override
  public void close() {
    shut(Reason.CLOSED_HERE);
  }
}
