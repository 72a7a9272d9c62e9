package org.officeos.laptop.upstream;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.officeos.session.bytecode.Turn;

/**
 * One text to be written. Prints no person's words.
 *
 * @param kind whether a text is continued or a conversation answered
 * @param prompt the text to continue; empty for a conversation
 * @param system what the model should be, ahead of the conversation
 * @param turns the conversation, the newest turn last; empty for a completion
 * @param model the model to write with; left out for the settings' own
 * @param maxTokens most tokens to answer with, at least 1
 * @param temperatureMilli sampling temperature in thousandths, 0 to 2000
 * @param deadline for the whole job; positive
 */
public record TextJob(
    Kind kind,
    String prompt,
    Optional<String> system,
    List<Turn> turns,
    Optional<String> model,
    OptionalInt maxTokens,
    OptionalInt temperatureMilli,
    Duration deadline) {

  /** What is asked of the model. */
  public enum Kind {
    /** Continue {@link TextJob#prompt}; {@code /v1/completions}. */
    COMPLETION,
    /** Answer {@link TextJob#turns}; {@code /v1/chat/completions}. */
    CHAT
  }

  /** Refuses a job that says nothing, or whose values no service takes. */
  public TextJob {
    turns = List.copyOf(turns);
    boolean says =
        switch (kind) {
          case COMPLETION -> !prompt.isEmpty() && turns.isEmpty();
          case CHAT -> prompt.isEmpty() && !turns.isEmpty();
        };
    require(says, "a completion has a prompt, a chat has turns");
    require(maxTokens.isEmpty() || maxTokens.getAsInt() >= 1, "at least one token");
    require(
        temperatureMilli.isEmpty()
            || (temperatureMilli.getAsInt() >= 0 && temperatureMilli.getAsInt() <= 2000),
        "temperature out of range");
    require(!deadline.isNegative() && !deadline.isZero(), "a deadline lies ahead");
  }

  private static void require(boolean holds, String complaint) {
    if (!holds) {
      throw new IllegalArgumentException(complaint);
    }
  }

  @Override
  public String toString() {
    return "TextJob[" + kind + ", " + turns.size() + " turns]";
  }
}
