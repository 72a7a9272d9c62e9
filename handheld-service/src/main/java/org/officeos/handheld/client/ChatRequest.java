package org.officeos.handheld.client;

import java.util.List;
import java.util.Optional;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.bytecode.Turn;

/**
 * A conversation to answer. {@link Conversation} keeps one within an instruction's bounds.
 *
 * @param turns the newest, the person's, last; within {@link Conversation#budget}
 * @param system what the model should be, 1 to 1000 bytes
 * @param options how
 */
public record ChatRequest(List<Turn> turns, Optional<String> system, TextOptions options) {

  /** Refuses what no instruction can carry. */
  public ChatRequest {
    turns = List.copyOf(turns);
    system.ifPresent(text -> Bounds.text("the system text", text, Field.SYSTEM));
    if (turns.isEmpty() || turns.get(turns.size() - 1).speaker() != Turn.Speaker.USER) {
      throw new IllegalArgumentException("a conversation to answer ends with the person's turn");
    }
    turns.forEach(turn -> Bounds.wellFormed("a turn", turn.text()));
    int budget = Conversation.budget(system, options);
    if (Conversation.bytesOf(turns) > budget) {
      throw new IllegalArgumentException("the conversation has more than " + budget + " bytes");
    }
  }

  /** One question. */
  public static ChatRequest of(String question) {
    return new ChatRequest(
        List.of(new Turn(Turn.Speaker.USER, question)), Optional.empty(), TextOptions.DEFAULT);
  }

  /** The instruction that asks for it. */
  Instruction toInstruction(RequestId id) {
    Instruction instruction =
        Instruction.of(Opcode.CHAT).with(Field.REQUEST_ID, id.toBytes()).with(Field.TURNS, turns);
    if (system.isPresent()) {
      instruction = instruction.with(Field.SYSTEM, system.get());
    }
    return options.addTo(instruction);
  }
}
