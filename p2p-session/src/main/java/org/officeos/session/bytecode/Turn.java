package org.officeos.session.bytecode;

/**
 * One turn of a conversation.
 *
 * @param speaker who said it
 * @param text what was said, at least one character
 */
public record Turn(Speaker speaker, String text) {

  /** Who said it. */
  public enum Speaker {
    /** The person with the handheld. */
    USER,
    /** The model. */
    ASSISTANT
  }

  /** Refuses an empty text. */
  public Turn {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a turn says something");
    }
  }
}
