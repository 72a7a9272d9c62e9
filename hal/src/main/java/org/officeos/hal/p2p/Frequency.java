package org.officeos.hal.p2p;

/**
 * Where a group may work: any channel, any of a band, or one centre frequency. Android's {@code
 * freq} argument of {@code addGroupWithConfig}.
 *
 * @param megahertz 0 for any channel, 2 for the 2.4 GHz band, 5 for the 5 GHz band, else the centre
 *     frequency of one 20 MHz channel: 2412 to 2484 or 5180 to 5885
 */
public record Frequency(int megahertz) {

  /** Wherever the two devices agree. */
  public static final Frequency ANY = new Frequency(0);

  /** Any channel of the 2.4 GHz band. */
  public static final Frequency BAND_2_4_GHZ = new Frequency(2);

  /** Any channel of the 5 GHz band. */
  public static final Frequency BAND_5_GHZ = new Frequency(5);

  /** Refuses what is no such place. */
  public Frequency {
    if (!isOne(megahertz)) {
      throw new IllegalArgumentException("not a P2P frequency: " + megahertz);
    }
  }

  /**
   * A frequency from a person.
   *
   * @throws P2pException {@code INVALID_FREQUENCY}
   */
  public static Frequency of(int megahertz) throws P2pException {
    if (!isOne(megahertz)) {
      throw new P2pException(
          P2pReason.INVALID_FREQUENCY, megahertz + " MHz is no channel of 2.4 or 5 GHz");
    }
    return new Frequency(megahertz);
  }

  /** Whether this names one channel. */
  public boolean isChannel() {
    return megahertz > BAND_5_GHZ.megahertz;
  }

  private static boolean isOne(int megahertz) {
    boolean wide = megahertz == 0 || megahertz == 2 || megahertz == 5;
    boolean low = megahertz >= 2412 && megahertz <= 2472 && (megahertz - 2412) % 5 == 0;
    boolean high = megahertz >= 5180 && megahertz <= 5885 && megahertz % 5 == 0;
    return wide || low || megahertz == 2484 || high;
  }
}
