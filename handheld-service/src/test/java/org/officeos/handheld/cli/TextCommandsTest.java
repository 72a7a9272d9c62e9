package org.officeos.handheld.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.json.JsonValue;
import org.officeos.handheld.testing.FakeExchange;
import org.officeos.session.SessionException;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.Meta;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResultCode;
import org.officeos.session.bytecode.Turn;

class TextCommandsTest {

  @TempDir Path folder;

  private static void answer(FakeExchange exchange) {
    exchange.text("Blue ").text("light ").text("scatters.");
    exchange.complete(
        Response.of(ResultCode.OK).with(Meta.FINISH, "stop").with(Meta.TOKENS_OUT, 3));
  }

  @Test
  void printsTheAnswerAsItComesAndNothingElseOnStandardOutput() {
    TestMachine machine = TestMachine.paired(folder);
    machine.endpoint.answering(TextCommandsTest::answer);
    assertEquals(0, machine.run("chat", "why is the sky blue?"));
    assertEquals("Blue light scatters.\n", machine.out());
    assertEquals("", machine.err());
  }

  @Test
  void streamsTokensToScripts() {
    TestMachine machine = TestMachine.paired(folder);
    machine.endpoint.answering(TextCommandsTest::answer);
    assertEquals(0, machine.run("complete", "The sky", "--json"));
    assertEquals(
        List.of("connecting", "sent", "instruction", "token", "token", "token", "done"),
        machine.eventNames());
    JsonValue.Obj result = (JsonValue.Obj) machine.lastEvent().get("result").orElseThrow();
    assertEquals("Blue light scatters.", result.text("text").orElseThrow());
    assertEquals("stop", result.text("finish").orElseThrow());
    assertEquals(OptionalLong.of(3), result.number("tokens_out"));
  }

  @Test
  void asksForExactlyWhatTheOptionsSay() {
    TestMachine machine = TestMachine.paired(folder);
    List<Instruction> asked = Collections.synchronizedList(new ArrayList<>());
    machine.endpoint.answering(
        exchange -> {
          asked.add(exchange.instruction());
          answer(exchange);
        });
    assertEquals(
        0,
        machine.run(
            "chat",
            "hi",
            "--system",
            "be brief",
            "--model",
            "m1",
            "--max-tokens",
            "9",
            "--temperature",
            "0.7",
            "--timeout",
            "5"));
    assertEquals(0, machine.run("complete", "Once", "--max-tokens", "9"));
    Instruction chat = asked.get(0);
    assertEquals(Opcode.CHAT, chat.opcode());
    assertEquals(List.of(new Turn(Turn.Speaker.USER, "hi")), chat.turns(Field.TURNS));
    assertEquals("be brief", chat.text(Field.SYSTEM).orElseThrow());
    assertEquals("m1", chat.text(Field.MODEL).orElseThrow());
    assertEquals(9, chat.number(Field.MAX_TOKENS).orElseThrow());
    assertEquals(700, chat.number(Field.TEMPERATURE_MILLI).orElseThrow());
    assertEquals(5000, chat.number(Field.DEADLINE_MILLIS).orElseThrow());
    assertEquals(Opcode.COMPLETE, asked.get(1).opcode());
    assertEquals("Once", asked.get(1).text(Field.PROMPT).orElseThrow());
  }

  @Test
  void remembersAConversationFromStandardInputInOneSession() {
    TestMachine machine = TestMachine.paired(folder).typing("one?\n\n  \ntwo?\n");
    machine.terminal = true;
    List<Integer> turns = Collections.synchronizedList(new ArrayList<>());
    machine.endpoint.answering(
        exchange -> {
          turns.add(exchange.instruction().turns(Field.TURNS).size());
          exchange.text("answer\n");
          exchange.ok();
        });
    assertEquals(0, machine.run("chat"));
    assertEquals(List.of(1, 3), turns);
    assertEquals("answer\nanswer\n", machine.out());
    assertEquals("> > > > > ", machine.err());
    assertEquals(1, machine.endpoint.sessions().size());
  }

  @Test
  void showsEscapeSequencesOfAHostileLaptopInsteadOfObeyingThem() {
    TestMachine machine = TestMachine.paired(folder);
    machine.terminal = true;
    machine.endpoint.answering(
        exchange -> {
          exchange.text("\u001b]0;title\u0007\u001b[2J").text("\u001b").text("[31mred\rX\u202e");
          exchange.ok();
        });
    assertEquals(0, machine.run("chat", "hi"));
    assertEquals("␛]0;title␇␛[2J␛[31mredX\ufffd\n", machine.out());
    machine.endpoint.answering(
        e ->
            e.complete(
                Response.of(ResultCode.UPSTREAM_ERROR)
                    .with(Meta.DETAIL, "bad\u001b[8m\nhidden line")));
    assertEquals(1, machine.run("chat", "hi"));
    assertTrue(machine.err().contains("  bad␛[8m hidden line\n"), machine.err());
    assertFalse(machine.err().replace("\u001b[K", "").contains("\u001b"), machine.err());
  }

  @Test
  void endsTheOpenLineBeforeItSaysWhatWentWrong() {
    TestMachine machine = TestMachine.paired(folder);
    machine.endpoint.answering(
        exchange -> {
          exchange.text("Once upon a ti");
          machine.endpoint.sessions().get(0).end(SessionException.Reason.CUT);
        });
    assertEquals(2, machine.run("chat", "tell me"));
    assertEquals("Once upon a ti\n", machine.out());
    assertEquals(
        """
        officeos: The connection was cut before the answer was whole.
          Bring the devices closer together and try again.
        """,
        machine.err());
  }

  @Test
  void saysWhenToTryAgain() {
    TestMachine machine = TestMachine.paired(folder);
    machine.endpoint.answering(
        e ->
            e.complete(Response.of(ResultCode.RATE_LIMITED).with(Meta.RETRY_AFTER_MILLIS, 12_500)));
    assertEquals(1, machine.run("chat", "hi"));
    assertTrue(machine.err().endsWith("  Try again in 13 s.\n"), machine.err());
    assertEquals(1, machine.run("chat", "hi", "--json"));
    assertEquals(OptionalLong.of(12_500), machine.lastEvent().number("retry_after_ms"));
    assertEquals(OptionalLong.of(1), machine.lastEvent().number("exit"));
  }

  @Test
  void refusesWhatNoInstructionCarries() {
    TestMachine machine = TestMachine.paired(folder);
    assertEquals(64, machine.run("complete", "x".repeat(3001)));
    assertEquals(64, machine.run("chat", "x".repeat(3500)));
    assertEquals(64, machine.run("chat", "hi", "--temperature", "2.5"));
    assertEquals(64, machine.run("chat", "hi", "--temperature", "NaN"));
    assertEquals(64, machine.run("chat", "hi", "--max-tokens", "0"));
    assertEquals(64, machine.run("chat", "hi", "--timeout", "-1"));
    assertEquals(64, machine.run("chat", "hi", "--timeout", "3601"));
    assertEquals(64, machine.run("chat", "hi", "--retries", "10"));
    assertEquals(0, machine.links.asked());
  }
}
