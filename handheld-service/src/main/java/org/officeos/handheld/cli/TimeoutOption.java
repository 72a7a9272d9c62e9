package org.officeos.handheld.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long to wait for work. */
final class TimeoutOption {

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description =
          "Longest wait for the whole answer, 1 to 3600. Default: 300 for pictures, 120 for texts.")
  int timeout;

  Duration or(Duration otherwise) {
    return timeout == 0 ? otherwise : Duration.ofSeconds(timeout);
  }
}
