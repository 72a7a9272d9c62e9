package org.officeos.hal.p2p;

import java.time.Duration;

/**
 * A search for peers.
 *
 * @param kind which channels are searched
 * @param frequency the one channel for {@code ONE_CHANNEL}; otherwise {@link Frequency#ANY}
 * @param timeout when the search ends by itself, 1 s to 600 s; Android's is 120 s
 */
public record FindRequest(Kind kind, Frequency frequency, Duration timeout) {

  /** Android's {@code DISCOVER_TIMEOUT_S}. */
  public static final Duration USUAL_TIMEOUT = Duration.ofMinutes(2);

  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** Which channels. */
  public enum Kind {
    /** All channels once, then the social ones: Android's {@code discoverPeers}. */
    FULL,
    /** Channels 1, 6 and 11: Android's {@code discoverPeersOnSocialChannels}. */
    SOCIAL,
    /** One: Android's {@code discoverPeersOnSpecificFrequency}. */
    ONE_CHANNEL
  }

  /** Refuses a frequency without its kind, and timeouts out of range. */
  public FindRequest {
    if ((kind == Kind.ONE_CHANNEL) != frequency.isChannel()) {
      throw new IllegalArgumentException("one channel and its frequency go together");
    }
    if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a search takes 1 to 600 seconds");
    }
  }

  /** All channels, Android's timeout. */
  public static FindRequest full() {
    return new FindRequest(Kind.FULL, Frequency.ANY, USUAL_TIMEOUT);
  }

  /** The social channels, Android's timeout. */
  public static FindRequest social() {
    return new FindRequest(Kind.SOCIAL, Frequency.ANY, USUAL_TIMEOUT);
  }

  /** One channel, Android's timeout. */
  public static FindRequest on(Frequency channel) {
    return new FindRequest(Kind.ONE_CHANNEL, channel, USUAL_TIMEOUT);
  }
}
