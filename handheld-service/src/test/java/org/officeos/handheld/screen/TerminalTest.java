package org.officeos.handheld.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TerminalTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private ProgressPrinter printer(boolean terminal, int columns) {
    return new ProgressPrinter(
        new PrintStream(out, true, StandardCharsets.UTF_8), terminal, columns);
  }

  @Test
  void choosesColoursByTheEnvironment() {
    assertEquals(Colours.TRUECOLOUR, Colours.of(Map.of("TERM", "xterm", "COLORTERM", "truecolor")));
    assertEquals(Colours.TRUECOLOUR, Colours.of(Map.of("TERM", "xterm", "COLORTERM", "24bit")));
    assertEquals(Colours.TRUECOLOUR, Colours.of(Map.of("TERM", "xterm-direct")));
    assertEquals(Colours.PALETTE, Colours.of(Map.of("TERM", "screen-256color")));
    assertEquals(Colours.ASCII, Colours.of(Map.of("TERM", "linux")));
    assertEquals(Colours.ASCII, Colours.of(Map.of("COLORTERM", "truecolor")));
    assertEquals(Colours.ASCII, Colours.of(Map.of("TERM", "dumb", "COLORTERM", "truecolor")));
    assertEquals(Colours.ASCII, Colours.of(Map.of("TERM", "xterm-256color", "NO_COLOR", "1")));
    assertEquals(Colours.PALETTE, Colours.of(Map.of("TERM", "xterm-256color", "NO_COLOR", "")));
  }

  @Test
  void readsTheSizeFromTheEnvironmentOrStty() {
    assertEquals(
        Optional.of(new TerminalSize(132, 50)),
        TerminalSize.of(Map.of("COLUMNS", "132", "LINES", "50")));
    assertEquals(Optional.empty(), TerminalSize.of(Map.of("COLUMNS", "132")));
    assertEquals(Optional.of(new TerminalSize(80, 24)), TerminalSize.parse("24 80\n"));
    for (String wrong : List.of("", "0 80", "24 0", "24", "24 80 1", "9999 80", "-1 80", "a b")) {
      assertEquals(Optional.empty(), TerminalSize.parse(wrong), wrong);
    }
  }

  @Test
  void drawsABarWithStepAndTimeLeft() {
    assertEquals(
        "[############............]  50 %  step 10/20  12 s left",
        ProgressText.bar(500, 10, 20, 11_001, 80));
    assertEquals("[........................]   0 %", ProgressText.bar(0, 0, 0, -1, 80));
    assertEquals("[########################] 100 %", ProgressText.bar(1000, 0, 0, -1, 80));
    assertEquals(" 50 %  step 10/20", ProgressText.bar(500, 10, 20, -1, 30));
    assertEquals(" 50 %", ProgressText.bar(500, 10, 20, -1, 6));
    assertEquals("2 min 5 s", ProgressText.duration(124_001));
  }

  @Test
  void paintsOneLineOverOnATerminal() {
    ProgressPrinter printer = printer(true, 80);
    printer.show(0, 0, 0, -1);
    printer.show(510, 0, 0, -1);
    printer.clear();
    printer.clear();
    assertEquals(
        "\r\u001b[K[........................]   0 %"
            + "\r\u001b[K[############............]  51 %"
            + "\r\u001b[K",
        said());
  }

  @Test
  void printsALineAtEachTenthInAPipe() {
    ProgressPrinter printer = printer(false, 0);
    for (int permille : new int[] {0, 50, 99, 100, 150, 320, 330, 1000, 1000}) {
      printer.show(permille, 0, 0, -1);
    }
    printer.clear();
    assertEquals("0 %\n10 %\n32 %\n100 %\n", said());
    assertFalse(said().contains("\r"));
  }

  @Test
  void showsDigitsFiveLinesHighWhereTheyFit() {
    List<String> lines = BigDigits.of("10", 40);
    assertEquals(
        List.of("  #    #####", " ##    #   #", "  #    #   #", "  #    #   #", "#####  #####"),
        lines);
    assertEquals(5, BigDigits.of("482 913", 80).size());
    assertTrue(BigDigits.of("482 913", 80).stream().allMatch(line -> line.length() < 60));
    assertEquals(List.of("482 913"), BigDigits.of("482 913", 20));
  }
}
