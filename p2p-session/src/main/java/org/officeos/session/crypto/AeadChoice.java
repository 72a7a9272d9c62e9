package org.officeos.session.crypto;

import java.util.Locale;

/**
 * Which AEAD this process uses, and why.
 *
 * @param provider the chosen one
 * @param why how it was chosen
 * @param jcaMegabytesPerSecond best speed seen while choosing, in 10^6 bytes a second; 0 where it
 *     was not measured. A cold process measures low: the figure ranks, it does not benchmark
 * @param bcMegabytesPerSecond the same for Bouncy Castle
 */
public record AeadChoice(
    AeadProvider provider, Why why, double jcaMegabytesPerSecond, double bcMegabytesPerSecond) {

  /** How a provider was chosen. */
  public enum Why {
    /** Both were measured; this one served better. */
    MEASURED,
    /** The time ran out before the compiler had come to both; the JDK's own keeps the place. */
    TIME_RAN_OUT,
    /** The system property {@code officeos.aead} names it. */
    BY_PROPERTY,
    /** The JDK's cipher is missing here, or failed its self-test. */
    ONLY_FIT_ONE
  }

  /** One line for a log or a status page, such as {@code jca (measured: jca 212 MB/s, bc 97)}. */
  @Override
  public String toString() {
    return switch (why) {
      case MEASURED ->
          String.format(
              Locale.ROOT,
              "%s (measured: jca %.0f MB/s, bc %.0f MB/s)",
              provider.propertyValue(),
              jcaMegabytesPerSecond,
              bcMegabytesPerSecond);
      case TIME_RAN_OUT -> provider.propertyValue() + " (not measured to the end)";
      case BY_PROPERTY -> provider.propertyValue() + " (by -D" + Aeads.PROPERTY + ")";
      case ONLY_FIT_ONE -> provider.propertyValue() + " (the other failed its self-test)";
    };
  }
}
