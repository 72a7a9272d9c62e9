package org.officeos.laptop.relay;

import java.time.Duration;
import java.util.Map;
import org.officeos.laptop.budget.Limit;
import org.officeos.session.bytecode.Opcode;

/**
 * What the relay is told.
 *
 * @param name the laptop's, as handhelds call it
 * @param imageSource {@code real}, {@code stand-in} or {@code none}, for status answers
 * @param textSource the same for texts
 * @param limits for every opcode
 * @param maxPixels most pixels to ask a service for
 * @param maxSteps most steps to ask a service for
 * @param maxTokens most tokens to ask a service for
 * @param imageTimeout for one whole drawing
 * @param textTimeout for one whole text
 * @param keepContent whether the trail keeps each encoded instruction
 * @param grace how long running work may go on when the relay closes
 */
public record RelaySettings(
    String name,
    String imageSource,
    String textSource,
    Map<Opcode, Limit> limits,
    long maxPixels,
    int maxSteps,
    int maxTokens,
    Duration imageTimeout,
    Duration textTimeout,
    boolean keepContent,
    Duration grace) {

  /** Copies the table. */
  public RelaySettings {
    limits = Map.copyOf(limits);
  }

  Limit limit(Opcode opcode) {
    Limit limit = limits.get(opcode);
    if (limit == null) {
      throw new IllegalStateException("every opcode has a limit");
    }
    return limit;
  }
}
