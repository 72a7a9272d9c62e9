package org.officeos.handheld.client;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Instruction;

/**
 * How a text should be answered.
 *
 * @param model the model to use, 1 to 64 bytes; left out for the laptop's choice
 * @param maxTokens most tokens to answer with, 1 to 8192
 * @param temperatureMilli sampling temperature in thousandths, 0 to 2000
 * @param timeout how long to wait for the whole answer, 1 s to 1 h
 */
public record TextOptions(
    Optional<String> model, OptionalInt maxTokens, OptionalInt temperatureMilli, Duration timeout) {

  /** The laptop's choice of everything, and two minutes. */
  public static final TextOptions DEFAULT =
      new TextOptions(
          Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), Duration.ofMinutes(2));

  /** Refuses what no instruction can carry. */
  public TextOptions {
    model.ifPresent(text -> Bounds.text("the model's name", text, Field.MODEL));
    maxTokens.ifPresent(n -> Bounds.number("the most tokens", n, Field.MAX_TOKENS));
    temperatureMilli.ifPresent(
        n -> Bounds.number("the temperature in thousandths", n, Field.TEMPERATURE_MILLI));
    Bounds.timeout(timeout);
  }

  Instruction addTo(Instruction instruction) {
    Instruction more = instruction.with(Field.DEADLINE_MILLIS, timeout.toMillis());
    if (model.isPresent()) {
      more = more.with(Field.MODEL, model.get());
    }
    if (maxTokens.isPresent()) {
      more = more.with(Field.MAX_TOKENS, maxTokens.getAsInt());
    }
    if (temperatureMilli.isPresent()) {
      more = more.with(Field.TEMPERATURE_MILLI, temperatureMilli.getAsInt());
    }
    return more;
  }
}
