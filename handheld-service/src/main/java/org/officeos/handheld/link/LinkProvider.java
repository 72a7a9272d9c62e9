package org.officeos.handheld.link;

import java.time.Duration;
import org.officeos.session.EstablishedLink;

/**
 * A way to the one peer: loopback, a network namespace or a Wi-Fi Direct group. Safe for use by
 * several threads.
 */
public interface LinkProvider {

  /**
   * Connects. Blocks for at most {@code timeout}; ends early with an {@code IO} reason when the
   * thread is interrupted, and leaves the thread's interrupted status set.
   *
   * @throws LinkException what forbids it, checked anew at every call, or why it failed
   */
  EstablishedLink connect(Duration timeout) throws LinkException;

  /** How long a connection may take on this way; what callers give {@link #connect}. */
  default Duration patience() {
    return Duration.ofSeconds(5);
  }

  /** The way as {@code --link} names it, such as {@code loopback:47100}. */
  String describe();
}
