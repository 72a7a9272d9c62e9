package org.officeos.hal.airgap;

/**
 * What one check says of one thing. All texts are for people; names in them come from the machine
 * and may be hostile.
 *
 * @param vector what was looked for
 * @param state how it stands
 * @param subject the thing, such as an interface's name; for a whole check, what it looked at
 * @param observed what was seen
 * @param expected what should have been
 * @param source where it was seen
 * @param fix what to do
 */
public record Finding(
    LeakVector vector,
    State state,
    String subject,
    String observed,
    String expected,
    String source,
    String fix) {

  /** How it stands. */
  public enum State {
    /** Looked at, and as it should be. */
    PASS,
    /** Looked at, and a way out. */
    FAIL,
    /** Could not be looked at: never taken for a pass. */
    ERROR,
    /** This machine has nothing that it is about. */
    NOT_APPLICABLE,
    /** Not to be looked at here: files of an image do not run. */
    SKIP
  }
}
