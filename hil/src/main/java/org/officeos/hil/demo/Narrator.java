package org.officeos.hil.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Tells what happens, and keeps each of the founding document's steps for the report. */
final class Narrator {

  private static final int BAR = 32;

  private final PrintStream out;
  private final boolean live;
  private final long began = System.nanoTime();
  private final ArrayNode steps = JsonNodeFactory.instance.arrayNode();
  private boolean barIsOpen;

  /**
   * A narrator.
   *
   * @param live whether lines can be painted over, as in a terminal
   */
  Narrator(PrintStream out, boolean live) {
    this.out = out;
    this.live = live;
  }

  void heading(String words) {
    closeBar();
    out.println();
    out.println("== " + words);
  }

  void say(String line) {
    closeBar();
    out.println("   " + line);
  }

  /** A line that is printed as it is, such as one of a picture. */
  void raw(String line) {
    closeBar();
    out.println(line);
  }

  /** A piece of a line, at once. */
  void piece(String words) {
    out.print(words);
    out.flush();
  }

  /** One of the fifteen steps, with the figures that prove it. */
  void step(int number, String title, String words, Map<String, Object> figures) {
    closeBar();
    ObjectNode step = steps.addObject().put("step", number).put("title", title);
    step.put("at_ms", millis());
    ObjectNode kept = step.putObject("figures");
    figures.forEach((name, value) -> kept.putPOJO(name, value));
    out.printf(Locale.ROOT, "%2d %-22s %s%n", number, title, words);
  }

  void bar(int permille, int step, int of) {
    if (!live) {
      return;
    }
    int full = permille * BAR / 1000;
    out.printf(
        Locale.ROOT,
        "\r   [%s%s] %3d %%  step %d of %d ",
        "█".repeat(full),
        "·".repeat(BAR - full),
        permille / 10,
        step,
        of);
    out.flush();
    barIsOpen = true;
  }

  private void closeBar() {
    if (barIsOpen) {
      out.println();
      barIsOpen = false;
    }
  }

  /** Milliseconds since the demonstration began. */
  long millis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }

  ArrayNode steps() {
    return steps;
  }
}
