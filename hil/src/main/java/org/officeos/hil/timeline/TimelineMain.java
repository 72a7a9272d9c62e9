package org.officeos.hil.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** The command that writes the page; {@code hil/run} calls it after every run. */
public final class TimelineMain {

  private static final int WRONG_ARGUMENTS = 64;

  private TimelineMain() {}

  /**
   * Reads a results folder and writes the page.
   *
   * @param arguments the results folder, the page's file, and the page's title
   */
  public static void main(String[] arguments) {
    PrintWriter err = new PrintWriter(System.err, true, UTF_8);
    System.exit(run(arguments, err));
  }

  /** Exit code 0 where the page was written, 1 where that failed, 64 for wrong arguments. */
  static int run(String[] arguments, PrintWriter err) {
    if (arguments.length != 3) {
      err.println("wants three arguments: the results folder, the page, the page's title");
      return WRONG_ARGUMENTS;
    }
    try {
      String page = new Page(arguments[2], Results.read(Path.of(arguments[0]))).write();
      Files.writeString(Path.of(arguments[1]), page, UTF_8);
      return 0;
    } catch (IOException e) {
      err.println("no timeline: " + e);
      return 1;
    }
  }
}
