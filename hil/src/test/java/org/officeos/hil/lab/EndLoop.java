package org.officeos.hil.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The other side of {@link FarEnd}: takes a line, says {@code ok NUMBERS...} or {@code failed
 * WORDS}, until there are no more lines.
 */
final class EndLoop {

  /** Does what one line says. */
  interface Work {
    /** The numbers that it is answered with. */
    List<Double> on(String[] words) throws Exception;
  }

  private EndLoop() {}

  /** Ends this program when the lines end. */
  static void run(Work work) throws IOException {
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        out.println(answer(work, line));
      }
    }
    Runtime.getRuntime().halt(0);
  }

  // Whatever it is that goes wrong, whoever asked is to hear it.
  @SuppressWarnings("IllegalCatch")
  private static String answer(Work work, String line) {
    try {
      return work.on(line.split(" ", -1)).stream()
          .map(String::valueOf)
          .collect(Collectors.joining(" ", "ok ", ""))
          .strip();
    } catch (Exception | AssertionError e) {
      System.getLogger("lab").log(System.Logger.Level.ERROR, line, e);
      return "failed " + LabResult.oneLine(String.valueOf(e));
    }
  }
}
