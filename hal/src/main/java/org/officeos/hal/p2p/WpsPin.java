package org.officeos.hal.p2p;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A WPS device password of four or eight digits, the eighth being a checksum (Wi-Fi Simple
 * Configuration Technical Specification 2.0.7, section 7.4.1). A secret while it is valid: {@link
 * #toString()} does not show it.
 */
public final class WpsPin {

  private static final Pattern DIGITS = Pattern.compile("[0-9]{4}|[0-9]{8}");
  private static final int SHORT = 4;
  private static final int MOST = 9_999_999;

  private final String digits;

  private WpsPin(String digits) {
    this.digits = digits;
  }

  /**
   * A PIN as typed.
   *
   * @throws P2pException {@code INVALID_PIN} when it has neither 4 nor 8 digits, or its checksum is
   *     wrong: most often a mistyped digit
   */
  public static WpsPin of(String digits) throws P2pException {
    if (!DIGITS.matcher(digits).matches()) {
      throw new P2pException(P2pReason.INVALID_PIN, "4 or 8 digits are wanted");
    }
    if (digits.length() > SHORT && !checksumHolds(digits)) {
      throw new P2pException(P2pReason.INVALID_PIN, "the checksum digit does not fit the others");
    }
    return new WpsPin(digits);
  }

  /**
   * A PIN of our own making: the checksum is added.
   *
   * @param sevenDigits 0 to 9 999 999
   */
  public static WpsPin withChecksum(int sevenDigits) {
    if (sevenDigits < 0 || sevenDigits > MOST) {
      throw new IllegalArgumentException("seven digits are wanted");
    }
    String seven = String.format(Locale.ROOT, "%07d", sevenDigits);
    return new WpsPin(seven + (10 - sum(seven) % 10) % 10);
  }

  /** The digits themselves, to show to the person or to hand to the supplicant; never to log. */
  public String digits() {
    return digits;
  }

  private static boolean checksumHolds(String digits) {
    return sum(digits) % 10 == 0;
  }

  private static int sum(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
    }
    return sum;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WpsPin that && digits.equals(that.digits);
  }

  @Override
  public int hashCode() {
    return digits.hashCode();
  }

  @Override
  public String toString() {
    return "a PIN of " + digits.length() + " digits";
  }
}
