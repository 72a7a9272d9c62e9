package org.officeos.handheld.link;

import java.time.Duration;
import org.officeos.session.EstablishedLink;

/**
 * A way to the one peer. Loopback and a network namespace today; a Wi-Fi Direct group later. Safe
 * for use by several threads.
 */
public interface LinkProvider {

  /**
   * Connects. Blocks for at most {@code timeout}; ends early with an {@code IO} reason when the
   * thread is interrupted, and leaves the thread's interrupted status set.
   *
   * @throws LinkException what forbids it, checked anew at every call, or why it failed
   */
  EstablishedLink connect(Duration timeout) throws LinkException;

  /** The way as {@code --link} names it, such as {@code loopback:47100}. */
  String describe();
}
