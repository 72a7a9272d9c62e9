package org.officeos.hal.guard;

/**
 * How an action ended.
 *
 * @param result out of a closed list
 * @param words for people, where it did not end well; else empty
 */
public record GuardAnswer(Result result, String words) {

  /** The closed list. */
  public enum Result {
    /** The kernel did it. */
    TAKEN,
    /** The thing is not there any more. */
    GONE,
    /** The kernel refused, or did not answer: worth another try. */
    REFUSED,
    /** It was not tried, on purpose. */
    NOT_TRIED
  }

  /** The kernel did it. */
  public static final GuardAnswer TAKEN = new GuardAnswer(Result.TAKEN, "");

  /** The thing is not there any more. */
  public static final GuardAnswer GONE = new GuardAnswer(Result.GONE, "");

  /** The kernel did not do it, and why. */
  public static GuardAnswer refused(String words) {
    return new GuardAnswer(Result.REFUSED, words);
  }

  /** Nobody tried, and why. */
  public static GuardAnswer notTried(String words) {
    return new GuardAnswer(Result.NOT_TRIED, words);
  }
}
