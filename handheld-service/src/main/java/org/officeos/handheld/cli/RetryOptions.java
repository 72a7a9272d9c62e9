package org.officeos.handheld.cli;

import java.time.Duration;
import org.officeos.handheld.client.RetryPolicy;
import picocli.CommandLine.Option;

/** Options of every command that asks for work. */
final class RetryOptions {

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "Longest wait for the whole answer, 1 to 3600. Default: 300 for pictures, 120.")
  int timeout;

  @Option(
      names = "--retries",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "How often to try again, 0 to 9, while nothing of the answer has come."
              + " Default: ${DEFAULT-VALUE}.")
  int retries;

  Duration timeoutOr(Duration otherwise) {
    return timeout == 0 ? otherwise : Duration.ofSeconds(timeout);
  }

  RetryPolicy policy() {
    return RetryPolicy.DEFAULT.withAttempts(retries + 1);
  }
}
