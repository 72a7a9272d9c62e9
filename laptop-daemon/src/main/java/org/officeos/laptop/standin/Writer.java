package org.officeos.laptop.standin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The stand-in writer: a short, sensible text that says what it is. No model; the same question
 * gives the same text. Pure.
 */
final class Writer {

  /** The name that every answer gives as its model. */
  static final String NAME = "stand-in-writer";

  private static final int MOST_QUOTED = 60;

  private static final List<String> OPENINGS =
      List.of("Good question.", "Happily.", "Let us see.", "With pleasure.");

  private static final List<String> THOUGHTS =
      List.of(
          "A real model would take it from here: it would weigh the words, look for what is"
              + " meant, and answer in its own.",
          "Start small, look at what comes out, and change one thing at a time; that holds for"
              + " most things that one can ask.",
          "The short answer is usually the first step: name what you have, name what you want,"
              + " and write down what lies between.",
          "It depends on what matters most to you; choose one thing to be good at, and let the"
              + " rest follow.");

  private Writer() {}

  /** A conversation's next turn. */
  static String answer(String question) {
    CRC32 crc = new CRC32();
    crc.update(question.getBytes(StandardCharsets.UTF_8));
    long hash = crc.getValue();
    return pick(OPENINGS, hash)
        + " You asked: “"
        + quoted(question)
        + "”. "
        + pick(THOUGHTS, hash / 7)
        + " I am the stand-in writer, not a model; point the laptop at one for real answers.";
  }

  /** A text's continuation. */
  static String continuation(String prompt) {
    CRC32 crc = new CRC32();
    crc.update(prompt.getBytes(StandardCharsets.UTF_8));
    return " … and so it went on, one word after another. "
        + pick(THOUGHTS, crc.getValue())
        + " (Continued by the stand-in writer, not by a model.)";
  }

  /** The text in pieces as tokens come: a word with the blank before it. */
  static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    int start = 0;
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) == ' ') {
        tokens.add(text.substring(start, i));
        start = i;
      }
    }
    if (start < text.length()) {
      tokens.add(text.substring(start));
    }
    return tokens;
  }

  private static String quoted(String question) {
    String line = question.strip().replaceAll("\\s+", " ");
    if (line.codePointCount(0, line.length()) <= MOST_QUOTED) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, MOST_QUOTED)) + "…";
  }

  private static String pick(List<String> from, long hash) {
    return from.get((int) (hash % from.size()));
  }
}
