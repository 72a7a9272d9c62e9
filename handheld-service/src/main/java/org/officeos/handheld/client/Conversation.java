package org.officeos.handheld.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.InstructionCodec;
import org.officeos.session.bytecode.Turn;

/**
 * A conversation that always fits one instruction: the oldest turns are forgotten first, and what
 * is kept begins with the person. Not safe for use by several threads.
 */
public final class Conversation {

  /** Room for everything in a chat instruction beside turns, system text and model's name. */
  private static final int FIXED_BYTES = 64;

  private final Optional<String> system;
  private final TextOptions options;
  private final List<Turn> turns = new ArrayList<>();

  /** An empty one. */
  public Conversation(Optional<String> system, TextOptions options) {
    this.system = system;
    this.options = options;
  }

  /** Encoded bytes that the turns may have beside this system text and these options. */
  public static int budget(Optional<String> system, TextOptions options) {
    int others =
        FIXED_BYTES
            + system.map(Bounds::utf8Length).orElse(0)
            + options.model().map(Bounds::utf8Length).orElse(0);
    return (int) Math.min(Field.TURNS.max(), InstructionCodec.MAX_BYTES - others);
  }

  /** Length of the turns' encoding: a byte for the speaker, a varint length and UTF-8 each. */
  public static int bytesOf(List<Turn> turns) {
    int bytes = 0;
    for (Turn turn : turns) {
      int text = Bounds.utf8Length(turn.text());
      bytes += 1 + (text < 1 << 7 ? 1 : text < 1 << 14 ? 2 : 3) + text;
    }
    return bytes;
  }

  /**
   * The request that asks {@code question} after all that is still remembered.
   *
   * @throws IllegalArgumentException where the question alone is empty or too long
   */
  public ChatRequest ask(String question) {
    List<Turn> asked = new ArrayList<>(turns);
    asked.add(new Turn(Turn.Speaker.USER, question));
    int budget = budget(system, options);
    while (asked.size() > 1
        && (bytesOf(asked) > budget || asked.get(0).speaker() != Turn.Speaker.USER)) {
      asked.remove(0);
    }
    ChatRequest request = new ChatRequest(asked, system, options);
    turns.clear();
    turns.addAll(asked);
    return request;
  }

  /** Remembers the answer to the last question; an empty one makes the question forgotten. */
  public void answered(String answer) {
    if (answer.isEmpty()) {
      turns.remove(turns.size() - 1);
    } else {
      turns.add(new Turn(Turn.Speaker.ASSISTANT, answer));
    }
  }

  /** What is remembered, oldest first. */
  public List<Turn> turns() {
    return List.copyOf(turns);
  }
}
