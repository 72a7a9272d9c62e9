package org.officeos.handheld.cli;

import org.officeos.handheld.client.RetryPolicy;
import picocli.CommandLine.Option;

/** How often to try again. */
final class RetryOption {

  @Option(
      names = "--retries",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "How often to try again, 0 to 9, while nothing of the answer has come."
              + " Default: ${DEFAULT-VALUE}.")
  int retries;

  RetryPolicy policy() {
    return UsageException.unless(() -> RetryPolicy.DEFAULT.withAttempts(retries + 1));
  }
}
