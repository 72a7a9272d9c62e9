package org.officeos.session.bytecode;

/**
 * One turn of a conversation. Prints its length, never its words.
 *
 * @param speaker who said it
 * @param text what was said, at least one character
 */
public record Turn(Speaker speaker, String text) {

  /** Who said it. */
  public enum Speaker {
    /** The person with the handheld. */
    USER(1),
    /** The model. */
    ASSISTANT(2);

    private final int code;

    Speaker(int code) {
      this.code = code;
    }

    /** The byte that stands for this speaker on the wire. */
    public int code() {
      return code;
    }
  }

  /** Refuses an empty text. */
  public Turn {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a turn says something");
    }
  }

  @Override
  public String toString() {
    return speaker + "[" + text.length() + "]";
  }
}
