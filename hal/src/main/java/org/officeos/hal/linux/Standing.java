package org.officeos.hal.linux;

import java.util.Optional;

/**
 * What was read of the kernel, which stands for a minute where the kernel told of nothing since.
 *
 * @param what was read
 * @param told how much had been told then; see {@link GuardEars#told}
 * @param at when, nanoseconds
 */
record Standing<T>(T what, long told, long at) {

  /** Longest: 60 s, nanoseconds. */
  static final long LONGEST = 60_000_000_000L;

  /** What was read, while it stands. */
  Optional<T> still(long toldByNow, long now) {
    return toldByNow == told && now - at < LONGEST ? Optional.of(what) : Optional.empty();
  }
}
