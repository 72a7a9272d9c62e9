package org.officeos.laptop.upstream;

/** Makes a service's words fit to be shown: one line, no control characters, short. Pure. */
final class Quote {

  static final int SHORT = 60;
  static final int SENTENCE = 200;

  private Quote() {}

  /** The first {@code max} characters, every run of blanks and controls as one blank. */
  static String clean(String words, int max) {
    StringBuilder clean = new StringBuilder(Math.min(words.length(), max));
    boolean blank = false;
    for (int i = 0; i < words.length() && clean.length() < max; ) {
      int c = words.codePointAt(i);
      i += Character.charCount(c);
      boolean skip = Character.isWhitespace(c) || Character.isISOControl(c) || isUnprintable(c);
      if (skip) {
        blank = !clean.isEmpty();
        continue;
      }
      if (blank) {
        clean.append(' ');
        blank = false;
      }
      clean.appendCodePoint(c);
    }
    return clean.toString();
  }

  private static boolean isUnprintable(int c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
