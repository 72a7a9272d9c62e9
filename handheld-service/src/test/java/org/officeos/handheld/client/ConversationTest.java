package org.officeos.handheld.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.officeos.session.bytecode.InstructionCodec;
import org.officeos.session.bytecode.RejectedException;
import org.officeos.session.bytecode.Turn;
import org.officeos.session.bytecode.Turn.Speaker;

class ConversationTest {

  private final Conversation conversation = new Conversation(Optional.empty(), TextOptions.DEFAULT);

  @Test
  void remembersWhatWasSaid() {
    conversation.ask("one?");
    conversation.answered("one.");
    ChatRequest request = conversation.ask("two?");
    assertEquals(
        List.of(
            new Turn(Speaker.USER, "one?"),
            new Turn(Speaker.ASSISTANT, "one."),
            new Turn(Speaker.USER, "two?")),
        request.turns());
  }

  @Test
  void forgetsTheOldestFirstAndStartsWithThePerson() {
    String answer = "a".repeat(1500);
    for (int i = 0; i < 5; i++) {
      conversation.ask("question " + i);
      conversation.answered(answer);
    }
    ChatRequest request = conversation.ask("last");
    assertEquals("question 3", request.turns().get(0).text());
    assertEquals(5, request.turns().size());
  }

  @Test
  void forgetsAnAnswerThatAloneIsTooLong() {
    conversation.ask("tell me all");
    conversation.answered("x".repeat(10_000));
    assertEquals(List.of(new Turn(Speaker.USER, "more?")), conversation.ask("more?").turns());
  }

  @Test
  void forgetsAQuestionThatGotAnEmptyAnswer() {
    conversation.ask("hm?");
    conversation.answered("");
    assertEquals(List.of(), conversation.turns());
  }

  @Test
  void refusesAQuestionThatFitsNoInstructionAndKeepsTheRest() {
    conversation.ask("one?");
    conversation.answered("one.");
    assertThrows(IllegalArgumentException.class, () -> conversation.ask("é".repeat(1750)));
    assertThrows(IllegalArgumentException.class, () -> conversation.ask(""));
    assertThrows(IllegalArgumentException.class, () -> conversation.ask("\ud800"));
    assertEquals(2, conversation.turns().size());
  }

  @Test
  void alwaysFitsOneInstruction() throws RejectedException {
    Random random = new Random(41);
    RequestId id = RequestId.random(new SecureRandom());
    for (int round = 0; round < 50; round++) {
      TextOptions options =
          new TextOptions(
              Optional.of("m".repeat(64)),
              OptionalInt.of(8192),
              OptionalInt.of(2000),
              Duration.ofHours(1));
      Conversation long64 =
          new Conversation(Optional.of("s".repeat(1 + random.nextInt(1000))), options);
      for (int turn = 0; turn < 12; turn++) {
        ChatRequest request = long64.ask("ü".repeat(1 + random.nextInt(900)));
        byte[] encoded = InstructionCodec.encode(request.toInstruction(id));
        assertTrue(encoded.length <= InstructionCodec.MAX_BYTES);
        long64.answered("w".repeat(random.nextInt(3000)));
      }
    }
  }
}
