package org.officeos.hal.p2p;

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

  /** The digits themselves, to show to the person or to hand to the supplicant; never to log. */
  public String digits() {
    return digits;
  }

  private static boolean checksumHolds(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
    }
    return sum % 10 == 0;
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
