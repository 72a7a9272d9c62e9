package org.officeos.session.crypto;

import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Chooses between the two providers. Both seal 16 KiB records by turns; the fastest single record
 * of each counts, since the slow ones measure the compiler and the neighbours.
 *
 * <p>A cold process misleads: interpreted, Bouncy Castle leads by up to ten times, and once
 * compiled the JDK's cipher is 1.4 times (17) to 12 times (25) faster, with vector instructions
 * last of all. So the JDK's is taken as soon as it draws level, for it will only get better, and
 * Bouncy Castle only where it is still clearly faster when both were compiled. Time that runs out
 * decides nothing: the JDK's cipher keeps the place.
 */
final class AeadChooser {

  /** Longest time for the whole measurement, in nanoseconds. */
  static final long BUDGET_NANOS = 250_000_000;

  /** Records of each after which a compiler has come to both. */
  static final int WARM_ROUNDS = 600;

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
    for (int round = 1; ; round++) {
      bestJca = Math.min(bestJca, time(jca, round, in, out));
      bestBc = Math.min(bestBc, time(bc, round, in, out));
      boolean level = round >= MIN_ROUNDS && bestJca <= bestBc;
      boolean warm = round >= WARM_ROUNDS;
      if (level || warm || nanoClock.getAsLong() - started >= BUDGET_NANOS) {
        AeadProvider best =
            warm && bestBc * CLEARLY_FASTER < bestJca ? AeadProvider.BC : AeadProvider.JCA;
        AeadChoice.Why why = level || warm ? AeadChoice.Why.MEASURED : AeadChoice.Why.TIME_RAN_OUT;
        return new AeadChoice(best, why, speed(bestJca), speed(bestBc));
      }
    }
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
