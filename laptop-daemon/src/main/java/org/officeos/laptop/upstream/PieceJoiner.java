package org.officeos.laptop.upstream;

/**
 * Keeps surrogate pairs whole when a text comes in pieces. Pure. Half a pair waits for its other
 * half; a half that stays alone becomes U+FFFD.
 */
final class PieceJoiner {

  private static final char REPLACEMENT = '\ufffd';

  private char waiting;

  /** What can be passed on of {@code piece} and of what waited; may be empty. */
  String join(String piece) {
    StringBuilder whole = new StringBuilder(piece.length() + 1);
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (waiting != 0) {
        boolean pair = Character.isLowSurrogate(c);
        whole.append(pair ? waiting : REPLACEMENT);
        waiting = 0;
        if (pair) {
          whole.append(c);
          continue;
        }
      }
      if (Character.isHighSurrogate(c)) {
        waiting = c;
      } else {
        whole.append(Character.isLowSurrogate(c) ? REPLACEMENT : c);
      }
    }
    return whole.toString();
  }

  /** What is left at the end of the text; empty, or one replacement character. */
  String end() {
    boolean alone = waiting != 0;
    waiting = 0;
    return alone ? String.valueOf(REPLACEMENT) : "";
  }
}
