package org.officeos.handheld.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.officeos.handheld.client.TextOptions;
import picocli.CommandLine.Option;

/** How a text should be answered. */
final class TextOptionsMixin {

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "The model to use. Default: the laptop's choice.")
  Optional<String> model = Optional.empty();

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      description = "Most tokens to answer with, 1 to 8192. Default: the laptop's choice.")
  Optional<Integer> maxTokens = Optional.empty();

  @Option(
      names = "--temperature",
      paramLabel = "T",
      description = "Sampling temperature, 0 to 2. Default: the laptop's choice.")
  Optional<Double> temperature = Optional.empty();

  TextOptions with(Duration timeout) {
    return new TextOptions(
        model, optional(maxTokens), optional(temperature.map(this::milli)), timeout);
  }

  private int milli(double degrees) {
    if (!(degrees >= 0 && degrees <= 2)) {
      throw new IllegalArgumentException("the temperature is 0 to 2");
    }
    return (int) Math.round(degrees * 1000);
  }

  private static OptionalInt optional(Optional<Integer> number) {
    return number.map(OptionalInt::of).orElse(OptionalInt.empty());
  }
}
