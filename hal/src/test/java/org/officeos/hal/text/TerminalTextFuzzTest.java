package org.officeos.hal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Whatever comes, nothing that a terminal obeys is left but line feeds and tabs. */
final class TerminalTextFuzzTest {

  @FuzzTest
  void neverMovesTheCursor(byte[] bytes) {
    String harmless = TerminalText.sanitize(new String(bytes, StandardCharsets.UTF_8));
    assertFalse(
        harmless.codePoints().anyMatch(c -> c != '\n' && c != '\t' && Character.isISOControl(c)));
    assertEquals(harmless, TerminalText.sanitize(harmless));
    assertFalse(TerminalText.sanitizeLine(harmless).contains("\n"));
  }
}
