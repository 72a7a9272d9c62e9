package org.officeos.handheld.radio;

import java.time.Duration;
import java.util.Optional;

/** Where a {@link Seeker} stands. */
public enum Phase {
  /** Not asked to seek. */
  STOPPED(0),
  /** The radio, the supplicant or the bus is away. */
  RADIO_AWAY(0),
  /** Waiting for the list of remembered groups. */
  LOOKING_UP(10),
  /** Listening for the laptop on the channel on which its group was last. */
  TUNING_IN(3),
  /** Going into the laptop's standing group by the remembered key. */
  REJOINING(20),
  /** Searching for the laptop where every device listens. */
  SEARCHING(10),
  /** Searching for it on every channel: its group may stand on its access point's. */
  SEARCHING_WIDELY(15),
  /** The laptop was found and is asked to bring the remembered group back. */
  REINVOKING(20),
  /** The laptop was found and asked for a place in its group, by button. */
  CONNECTING(70),
  /** What took too long was cancelled; waiting for its end. */
  LETTING_GO(6),
  /** In the laptop's group. */
  LINKED(0),
  /** Resting after a failure. */
  RESTING(0),
  /** The laptop is near and lets this device in no more: resting for long. */
  SHUT_OUT(0);

  private final int seconds;

  Phase(int seconds) {
    this.seconds = seconds;
  }

  /** How long it may last; empty where only an event ends it, and while resting. */
  Optional<Duration> limit() {
    return seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
  }

  /** Whether the supplicant is at work on a group that could be cancelled. */
  boolean isForming() {
    return this == REJOINING || this == REINVOKING || this == CONNECTING;
  }

  /** Whether a search runs. */
  boolean isSearching() {
    return this == TUNING_IN || this == SEARCHING || this == SEARCHING_WIDELY;
  }
}
