package org.officeos.hal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TerminalTextTest {

  @Test
  void keepsWhatPeopleRead() {
    String text = "Grüße, 世界! 👩‍🚀\n\tindented";
    assertEquals(text, TerminalText.sanitize(text));
  }

  @Test
  void showsEscapeSequencesInsteadOfObeyingThem() {
    assertEquals("␛[31mred␛[0m", TerminalText.sanitize("\u001b[31mred\u001b[0m"));
    assertEquals("␛]0;owned␇", TerminalText.sanitize("\u001b]0;owned\u0007"));
    assertEquals("␛[201~rm -rf", TerminalText.sanitize("\u001b[201~rm -rf"));
    assertEquals("a␈␈b␀␡", TerminalText.sanitize("a\b\bb\0\u007f"));
  }

  @Test
  void replacesTheOneByteFormsOfEscapeSequences() {
    assertEquals("\ufffd31m\ufffd0;x\ufffd", TerminalText.sanitize("\u009b31m\u009d0;x\u009c"));
  }

  @Test
  void letsNobodyPaintOverALine() {
    assertEquals("Safe lineEvil", TerminalText.sanitize("Safe line\rEvil"));
    assertEquals("a\nb", TerminalText.sanitize("a\r\nb"));
    assertEquals("a", TerminalText.sanitize("a\r"));
  }

  @Test
  void showsWhereTextWouldRunTheOtherWayOrHide() {
    assertEquals("user\ufffdtxt.exe\ufffd", TerminalText.sanitize("user\u202etxt.exe\u2069"));
    assertEquals("\ufffd\ufffd", TerminalText.sanitize("\u2028\u2029"));
    assertEquals("a\ufffdb", TerminalText.sanitize("a\udb40\udc41b"));
    assertEquals("\ufffd", TerminalText.sanitize("\ud800"));
  }

  @Test
  void keepsANameOnItsLine() {
    assertEquals("two lines and a tab", TerminalText.sanitizeLine("two\nlines and\ta tab"));
    assertEquals("as it is ~", TerminalText.sanitizeLine("as it is ~"));
    assertEquals("a␡b", TerminalText.sanitizeLine("a\u007fb"));
  }

  @Test
  void givesTheSameForPiecesAsForTheWhole() {
    String whole = "ab\u001b[1m\r\n\u202e漢字\u0085x";
    StringBuilder pieces = new StringBuilder();
    for (int i = 0; i < whole.length(); i++) {
      pieces.append(TerminalText.sanitize(whole.substring(i, i + 1)));
    }
    assertEquals(TerminalText.sanitize(whole), pieces.toString());
  }
}
