package org.officeos.hal.text;

/**
 * Makes text from outside harmless for a terminal. A model, a service or a hostile laptop may send
 * escape sequences that move the cursor, recolour or retitle the window, or paste answers into the
 * shell; directional controls that show one thing and mean another; or invisible tags.
 *
 * <p>Kept: everything printable, line feeds and tabs. Dropped: carriage returns. Replaced: other C0
 * controls and DEL by their pictures (U+2400 block, so ESC is seen as ␛); C1 controls, line and
 * paragraph separators, directional controls, tags, and lone surrogates by U+FFFD. Works piece by
 * piece: the result of a whole is the results of its pieces, where no character is cut.
 */
public final class TerminalText {

  private static final int REPLACEMENT = 0xfffd;
  private static final int CONTROL_PICTURES = 0x2400;
  private static final int PICTURE_OF_DELETE = 0x2421;

  private TerminalText() {}

  /** Harmless text, lines and tabs kept. */
  public static String sanitize(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (c != '\r') {
        out.appendCodePoint(harmless(c));
      }
    }
    return out.toString();
  }

  /** Harmless text on one line: line feeds and tabs become spaces. */
  public static String sanitizeLine(String text) {
    return isPlain(text) ? text : sanitize(text).replace('\n', ' ').replace('\t', ' ');
  }

  /** Whether there is nothing but printable ASCII, as in most texts. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static int harmless(int c) {
    if (c == '\n' || c == '\t') {
      return c;
    }
    if (c < ' ') {
      return CONTROL_PICTURES + c;
    }
    if (c == 0x7f) {
      return PICTURE_OF_DELETE;
    }
    return isHidden(c) ? REPLACEMENT : c;
  }

  private static boolean isHidden(int c) {
    boolean c1 = c >= 0x80 && c <= 0x9f;
    boolean separator = c == 0x2028 || c == 0x2029;
    boolean directional =
        c == 0x061c
            || c == 0x200e
            || c == 0x200f
            || (c >= 0x202a && c <= 0x202e)
            || (c >= 0x2066 && c <= 0x2069);
    boolean tag = c >= 0xe0000 && c <= 0xe007f;
    boolean surrogate = c >= 0xd800 && c <= 0xdfff;
    return c1 || separator || directional || tag || surrogate;
  }
}
