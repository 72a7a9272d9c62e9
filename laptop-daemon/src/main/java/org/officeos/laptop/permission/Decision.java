package org.officeos.laptop.permission;

/**
 * What the policy says.
 *
 * @param verdict out of a closed list
 * @param detail for people: cause and next step; empty when allowed
 */
public record Decision(Verdict verdict, String detail) {

  /** The closed list of verdicts. */
  public enum Verdict {
    /** It may. */
    ALLOWED,
    /** This device was not permitted this instruction. */
    NOT_GRANTED,
    /** The relationship's time is over. */
    EXPIRED,
    /** The relationship was ended on this laptop, or by the device, or replaced. */
    REVOKED
  }

  /** Whether it may. */
  public boolean allowed() {
    return verdict == Verdict.ALLOWED;
  }
}
