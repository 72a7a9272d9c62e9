package org.officeos.session.pairing;

import java.security.SecureRandom;
import java.util.Random;

/** The same bytes in every run, so that a message found once means the same the next time. */
final class SeededRandom extends SecureRandom {

  private static final long serialVersionUID = 1L;

  private final Random seeded;

  SeededRandom(long seed) {
    this.seeded = new Random(seed);
  }

  @Override
  public void nextBytes(byte[] bytes) {
    seeded.nextBytes(bytes);
  }
}
