package org.officeos.session.bytecode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.officeos.session.bytecode.Refusals.assertRefused;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing leaves that the other end would refuse, and the reason is the one it would give. */
final class EncodeRefusalTest {

  private static final String ALONE = String.valueOf((char) 0xd800);

  @Test
  void aMissingField() {
    refuses(Rejection.MISSING, 2, Instruction.of(Opcode.ECHO));
  }

  @Test
  void aFieldThatTheOpcodeDoesNotHave() {
    refuses(Rejection.NOT_IN_SCHEMA, 2, Instruction.of(Opcode.STATUS).with(Field.PROMPT, "x"));
  }

  @Test
  void numbersOutOfBoundsAndOutOfRange() {
    Instruction echo = Samples.echo();
    refuses(Rejection.OUT_OF_BOUNDS, 10, echo.with(Field.ANSWER_SIZE, 16_777_217));
    refuses(Rejection.OUT_OF_BOUNDS, 17, echo.with(Field.DEADLINE_MILLIS, 999));
    refuses(Rejection.BAD_VARINT, 10, echo.with(Field.ANSWER_SIZE, -1));
    refuses(Rejection.BAD_VARINT, 10, echo.with(Field.ANSWER_SIZE, Long.MIN_VALUE));
    refuses(Rejection.BAD_VARINT, 10, echo.with(Field.ANSWER_SIZE, 1L << 53));
    refuses(Rejection.OUT_OF_BOUNDS, 10, echo.with(Field.ANSWER_SIZE, (1L << 53) - 1));
  }

  @Test
  void textsThatAreEmptyOrTooLongInBytes() throws RejectedException {
    refuses(Rejection.OUT_OF_BOUNDS, 14, Samples.picture(""));
    refuses(Rejection.OUT_OF_BOUNDS, 15, Samples.picture("é".repeat(1501)));
    assertEquals(3000 + 34, InstructionCodec.encode(Samples.picture("é".repeat(1500))).length);
  }

  @Test
  void halfAPairOfATextAtItsByte() {
    refuses(Rejection.BAD_UTF8, 25, Samples.picture("aé雨\ud83d\ude80x" + ALONE));
    refuses(Rejection.BAD_UTF8, 14, Samples.picture(ALONE));
    refuses(Rejection.BAD_UTF8, 14, Samples.picture((char) 0xdc00 + ALONE));
  }

  @Test
  void anImpossibleConversation() {
    Instruction chat = Samples.chat();
    refuses(Rejection.BAD_TURNS, 18, chat.with(Field.TURNS, List.<Turn>of()));
    refuses(
        Rejection.BAD_TURNS,
        18,
        chat.with(Field.TURNS, List.of(new Turn(Turn.Speaker.ASSISTANT, "Hello"))));
    refuses(
        Rejection.BAD_UTF8,
        21,
        chat.with(Field.TURNS, List.of(new Turn(Turn.Speaker.USER, "a" + ALONE))));
    refuses(
        Rejection.OUT_OF_BOUNDS,
        19,
        chat.with(Field.TURNS, List.of(new Turn(Turn.Speaker.USER, "a".repeat(3498)))));
  }

  @Test
  void sidesThatAreNoMultiplesOfEightAndHalfAScreen() {
    refuses(Rejection.BAD_COMBINATION, 19, Samples.picture("cat").with(Field.WIDTH, 513));
    Instruction half =
        Instruction.of(Opcode.GENERATE_IMAGE)
            .with(Field.REQUEST_ID, Samples.REQUEST_ID)
            .with(Field.PROMPT, "cat")
            .with(Field.WIDTH, 512)
            .with(Field.HEIGHT, 512)
            .with(Field.STEPS, 20)
            .with(Field.SCREEN_WIDTH, 640);
    refuses(Rejection.BAD_COMBINATION, 32, half);
  }

  @Test
  void moreThanAnInstructionMayHaveIsRefusedBeforeItIsWritten() {
    Instruction large =
        Samples.picture("a".repeat(3000)).with(Field.NEGATIVE_PROMPT, "b".repeat(1000));
    refuses(Rejection.OVERSIZED, 4096, large.with(Field.MODEL, "m".repeat(64)));
    refuses(Rejection.OVERSIZED, 4096, Samples.picture("a".repeat(50_000_000)));
  }

  @Test
  void bytesOfAWrongLength() {
    refuses(Rejection.OUT_OF_BOUNDS, 4, Samples.complete().with(Field.REQUEST_ID, new byte[7]));
    assertRefused(
        Rejection.OUT_OF_BOUNDS,
        4,
        () -> ResponseCodec.encode(Response.of(ResultCode.OK).with(Meta.SHA256, new byte[31])));
  }

  @Test
  void aValueOfAnotherFormIsTheCallersFault() {
    Instruction status = Instruction.of(Opcode.STATUS);
    assertThrows(IllegalArgumentException.class, () -> status.with(Field.STEPS, "20"));
    assertThrows(IllegalArgumentException.class, () -> status.with(Field.PROMPT, 20));
    assertThrows(IllegalArgumentException.class, () -> status.with(Field.PROMPT, new byte[1]));
    assertThrows(IllegalArgumentException.class, () -> status.with(Field.DATA, List.<Turn>of()));
    Response ok = Response.of(ResultCode.OK);
    assertThrows(IllegalArgumentException.class, () -> ok.with(Meta.TOKENS_IN, "7"));
    assertThrows(IllegalArgumentException.class, () -> ok.with(Meta.DETAIL, 7));
  }

  @Test
  void aResponseBringsAServicesWordsAndNumbersIntoForm() throws RejectedException {
    Response response =
        Response.of(ResultCode.UPSTREAM_ERROR)
            .with(Meta.DETAIL, "é".repeat(300))
            .with(Meta.FINISH, "")
            .with(Meta.CONTENT_TYPE, "a/")
            .with(Meta.MODEL, "m" + ALONE)
            .with(Meta.TOKENS_IN, -5)
            .with(Meta.TOKENS_OUT, Long.MAX_VALUE);
    Response back = ResponseCodec.decode(ResponseCodec.encode(response));
    assertEquals("é".repeat(200), back.text(Meta.DETAIL).orElseThrow());
    assertTrue(back.text(Meta.FINISH).isEmpty());
    assertTrue(back.text(Meta.CONTENT_TYPE).isEmpty());
    assertEquals("m\ufffd", back.text(Meta.MODEL).orElseThrow());
    assertEquals(0, back.number(Meta.TOKENS_IN).orElseThrow());
    assertEquals(1L << 40, back.number(Meta.TOKENS_OUT).orElseThrow());
  }

  @Test
  void arraysGivenAndTakenAreCopies() {
    byte[] given = {1, 2, 3};
    Instruction echo = Instruction.of(Opcode.ECHO).with(Field.DATA, given);
    given[0] = 9;
    echo.bytes(Field.DATA).orElseThrow()[1] = 9;
    assertArrayEquals(new byte[] {1, 2, 3}, echo.bytes(Field.DATA).orElseThrow());
  }

  private static void refuses(Rejection why, int offset, Instruction instruction) {
    assertRefused(why, offset, () -> InstructionCodec.encode(instruction));
  }
}
