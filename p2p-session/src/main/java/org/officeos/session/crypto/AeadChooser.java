package org.officeos.session.crypto;

import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Chooses between the two providers. Both seal 16 KiB records by turns until the budget is used up;
 * the fastest single record of each counts, since the slow ones measure the compiler and the
 * neighbours. The JDK's cipher keeps the place unless Bouncy Castle is clearly faster: it alone can
 * gain from vector instructions, and that only after the compiler has come to it, later than this.
 */
final class AeadChooser {

  /** Time for the whole measurement, in nanoseconds. */
  static final long BUDGET_NANOS = 40_000_000;

  /** How much faster Bouncy Castle must be to be preferred. */
  static final double CLEARLY_FASTER = 1.25;

  private static final int RECORD = 16 * 1024;
  private static final int MIN_ROUNDS = 2;
  private static final byte[] NO_AAD = new byte[0];

  private final LongSupplier nanoClock;
  private final Predicate<AeadProvider> selfTest;

  AeadChooser(LongSupplier nanoClock, Predicate<AeadProvider> selfTest) {
    this.nanoClock = nanoClock;
    this.selfTest = selfTest;
  }

  AeadChoice choose(@Nullable String propertyValue) {
    if (propertyValue != null) {
      AeadProvider named = AeadProvider.named(propertyValue);
      if (!selfTest.test(named)) {
        throw new IllegalStateException(
            "-D" + Aeads.PROPERTY + "=" + propertyValue + " fails its self-test; leave it out");
      }
      return new AeadChoice(named, AeadChoice.Why.BY_PROPERTY, 0, 0);
    }
    if (!selfTest.test(AeadProvider.BC)) {
      throw new IllegalStateException("Bouncy Castle fails its self-test; reinstall this program");
    }
    if (!selfTest.test(AeadProvider.JCA)) {
      return new AeadChoice(AeadProvider.BC, AeadChoice.Why.ONLY_FIT_ONE, 0, 0);
    }
    return measured();
  }

  private AeadChoice measured() {
    SecretBytes throwaway = SecretBytes.copyOf(new byte[Aead.KEY_LENGTH]);
    Aead jca = AeadProvider.JCA.create(throwaway);
    Aead bc = AeadProvider.BC.create(throwaway);
    byte[] in = new byte[RECORD];
    byte[] out = new byte[RECORD + Aead.TAG_LENGTH];
    long bestJca = Long.MAX_VALUE;
    long bestBc = Long.MAX_VALUE;
    long started = nanoClock.getAsLong();
    for (int i = 0; i < MIN_ROUNDS || nanoClock.getAsLong() - started < BUDGET_NANOS; i++) {
      bestJca = Math.min(bestJca, time(jca, i, in, out));
      bestBc = Math.min(bestBc, time(bc, i, in, out));
    }
    AeadProvider best = bestBc * CLEARLY_FASTER < bestJca ? AeadProvider.BC : AeadProvider.JCA;
    return new AeadChoice(best, AeadChoice.Why.MEASURED, speed(bestJca), speed(bestBc));
  }

  private long time(Aead aead, int counter, byte[] in, byte[] out) {
    long before = nanoClock.getAsLong();
    aead.seal(counter, NO_AAD, in, 0, in.length, out, 0);
    return Math.max(1, nanoClock.getAsLong() - before);
  }

  private static double speed(long nanosForOneRecord) {
    return RECORD * 1000.0 / nanosForOneRecord;
  }
}
