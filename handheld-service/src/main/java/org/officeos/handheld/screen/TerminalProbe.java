package org.officeos.handheld.screen;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks the operating system about this process's terminal. */
public final class TerminalProbe {

  private static final File TTY = new File("/dev/tty");

  private TerminalProbe() {}

  /**
   * Whether a standard stream of this process is a terminal.
   *
   * @param descriptor 0, 1 or 2
   */
  public static boolean isTerminal(int descriptor) {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException e) {
      return false;
    }
  }

  /** COLUMNS and LINES, else what {@code stty size} says, else 80 by 24. */
  public static TerminalSize size(Map<String, String> environment) {
    return TerminalSize.of(environment).or(TerminalProbe::stty).orElse(TerminalSize.FALLBACK);
  }

  private static Optional<TerminalSize> stty() {
    if (!TTY.canRead()) {
      return Optional.empty();
    }
    try {
      Process process =
          new ProcessBuilder("stty", "size")
              .redirectInput(TTY)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        if (!process.waitFor(1, TimeUnit.SECONDS)) {
          return Optional.empty();
        }
        byte[] said = process.getInputStream().readNBytes(32);
        return TerminalSize.parse(new String(said, StandardCharsets.US_ASCII));
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
