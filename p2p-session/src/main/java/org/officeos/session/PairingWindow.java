package org.officeos.session;

import java.util.concurrent.CompletableFuture;
import org.officeos.session.relationship.Relationship;

/** An open invitation to pair, on the laptop. One attempt at a time; one success closes it. */
public interface PairingWindow extends AutoCloseable {

  /** How long a window stays open at most, in seconds. */
  int MAX_SECONDS = 120;

  /** Failed or aborted attempts after which the window closes. */
  int MAX_FAILURES = 5;

  /**
   * The stored relationship; or {@link SessionException} with {@code WINDOW_CLOSED} after the time
   * or the failures were used up, {@code CLOSED_HERE} after {@link #close()}.
   */
  CompletableFuture<Relationship> paired();

  /** Closes the window; an attempt under way is refused. */
  @Override
  void close();
}
