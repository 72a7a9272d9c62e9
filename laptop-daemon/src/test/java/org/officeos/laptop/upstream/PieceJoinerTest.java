package org.officeos.laptop.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class PieceJoinerTest {

  private final PieceJoiner joiner = new PieceJoiner();

  @Test
  void passesWholeTextOn() {
    assertEquals("a 🦊 b", joiner.join("a 🦊 b"));
    assertEquals("", joiner.end());
  }

  @Test
  void holdsHalfAPairUntilTheOtherHalfComes() {
    assertEquals("a", joiner.join("a\ud83e"));
    assertEquals("", joiner.join(""));
    assertEquals("🦊b", joiner.join("\udd8ab"));
  }

  @Test
  void replacesAHalfThatStaysAlone() {
    assertEquals("", joiner.join("\ud83e"));
    assertEquals("\ufffdx\ufffd", joiner.join("x\udd8a"));
    assertEquals("", joiner.join("\ud83e"));
    assertEquals("\ufffd", joiner.end());
    assertEquals("", joiner.end());
  }
}
