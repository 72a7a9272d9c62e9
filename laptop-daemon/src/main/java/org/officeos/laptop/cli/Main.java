package org.officeos.laptop.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** Starts the {@code officeos-laptop} command. The only place that ends the process. */
public final class Main {

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Terminal terminal =
        new Terminal(
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            isTerminal(),
            System.getenv(),
            InstantSource.system(),
            Main::onTermination);
    int status = LaptopCli.run(terminal, arguments);
    if (status != LaptopCli.ENDED_BY_SIGNAL) {
      System.exit(status);
    }
  }

  /** The JDK's own answer changed between releases; Linux has always known. */
  private static boolean isTerminal() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * SIGTERM and SIGINT end a serving daemon properly, and that is success: exit code 0 instead of
   * the JVM's 143 or 130.
   */
  private static void onTermination(Runnable close) {
    Thread hook =
        new Thread(
            () -> {
              close.run();
              Runtime.getRuntime().halt(ExitStatus.OK.code());
            },
            "termination");
    Runtime.getRuntime().addShutdownHook(hook);
  }
}
