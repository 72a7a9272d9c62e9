package org.officeos.laptop.config;

import java.util.Map;
import org.officeos.session.bytecode.Opcode;

/**
 * What one device may use: {@code [limits]}.
 *
 * @param perOpcode requests a minute and at once, for every opcode
 * @param imageMaxPixels most pixels to draw, 4096 to 4194304
 * @param imageMaxSteps most sampling steps, 1 to 150
 * @param textMaxTokens most tokens of an answer, 1 to 8192
 */
public record LimitsConfig(
    Map<Opcode, Rate> perOpcode, long imageMaxPixels, int imageMaxSteps, int textMaxTokens) {

  /**
   * One opcode's limit for one device.
   *
   * @param requestsPerMinute 1 to 1000000
   * @param concurrent 1 to 10000
   */
  public record Rate(int requestsPerMinute, int concurrent) {}

  /** Copies the table, which has every opcode. */
  public LimitsConfig {
    perOpcode = Map.copyOf(perOpcode);
    for (Opcode opcode : Opcode.values()) {
      if (!perOpcode.containsKey(opcode)) {
        throw new IllegalArgumentException("no limit for " + opcode);
      }
    }
  }

  /** One opcode's limit. */
  public Rate of(Opcode opcode) {
    Rate rate = perOpcode.get(opcode);
    if (rate == null) {
      throw new IllegalStateException("the table has every opcode");
    }
    return rate;
  }
}
