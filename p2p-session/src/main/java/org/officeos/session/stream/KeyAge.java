package org.officeos.session.stream;

import java.time.Duration;

/**
 * When a session's keys must be replaced, and when they must not be used any more.
 *
 * @param soft age at which a new handshake begins, once there is traffic
 * @param hard age at which nothing but a new handshake may be sent or accepted
 * @param maxRecords records in either direction that begin a new handshake
 * @param maxBytes plaintext bytes in either direction that begin a new handshake
 */
public record KeyAge(Duration soft, Duration hard, long maxRecords, long maxBytes) {

  /** 120 s, 180 s, 2^20 records, 8 GiB. */
  public static final KeyAge STANDARD =
      new KeyAge(Duration.ofMinutes(2), Duration.ofMinutes(3), 1L << 20, 8L << 30);

  boolean wantsRekey(long ageNanos, long records, long bytes) {
    return ageNanos >= soft.toNanos() || records >= maxRecords || bytes >= maxBytes;
  }

  boolean tooOld(long ageNanos, long records, long bytes) {
    return ageNanos >= hard.toNanos() || records >= 2 * maxRecords || bytes >= 2 * maxBytes;
  }
}
