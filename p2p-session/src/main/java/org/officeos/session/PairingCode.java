package org.officeos.session;

/**
 * The six digits that both screens show (a short authentication string).
 *
 * @param digits six decimal digits
 */
public record PairingCode(String digits) {

  /** Number of digits. */
  public static final int DIGITS = 6;

  /** Refuses anything but six decimal digits. */
  public PairingCode {
    if (digits.length() != DIGITS || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("a pairing code is six digits");
    }
  }

  /** In two groups of three, as people read it. */
  public String display() {
    return digits.substring(0, 3) + " " + digits.substring(3);
  }
}
