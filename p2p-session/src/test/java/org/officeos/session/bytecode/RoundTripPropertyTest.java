package org.officeos.session.bytecode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is encoded decodes to itself; what decodes was the only encoding of it. Seeded. */
final class RoundTripPropertyTest {

  private static final int COUNT = 25_000;

  @Test
  void everyInstructionDecodesToItself() throws RejectedException {
    RandomValues values = new RandomValues(1);
    for (int i = 0; i < COUNT; i++) {
      Instruction instruction = values.instruction();
      byte[] bytes = InstructionCodec.encode(instruction);
      Instruction back = InstructionCodec.decode(bytes);
      assertEquals(instruction, back);
      assertEquals(instruction.hashCode(), back.hashCode());
      assertArrayEquals(bytes, InstructionCodec.encode(back));
    }
  }

  @Test
  void everyResponseDecodesToItself() throws RejectedException {
    RandomValues values = new RandomValues(2);
    for (int i = 0; i < COUNT; i++) {
      Response response = values.response();
      byte[] bytes = ResponseCodec.encode(response);
      Response back = ResponseCodec.decode(bytes);
      assertEquals(response, back);
      assertEquals(response.hashCode(), back.hashCode());
      assertArrayEquals(bytes, ResponseCodec.encode(back));
    }
  }

  @Test
  void everyMutatedInstructionIsRejectedOrEncodesToItself() throws RejectedException {
    RandomValues values = new RandomValues(3);
    Set<Rejection> seen = EnumSet.noneOf(Rejection.class);
    int accepted = 0;
    for (int i = 0; i < COUNT; i++) {
      Instruction original = values.instruction();
      byte[] bytes = InstructionCodec.encode(original);
      byte[] mutant = values.mutated(bytes);
      try {
        Instruction decoded = InstructionCodec.decode(mutant);
        assertArrayEquals(mutant, InstructionCodec.encode(decoded));
        assertEquals(Arrays.equals(bytes, mutant), original.equals(decoded));
        accepted++;
      } catch (RejectedException e) {
        seen.add(e.rejection());
        assertTrue(e.offset() >= 0 && e.offset() <= mutant.length, e.getMessage());
      }
    }
    assertTrue(accepted > 1000, accepted + " accepted");
    assertEquals(EnumSet.complementOf(EnumSet.of(Rejection.OVERSIZED)), seen);
  }

  @Test
  void everyMutatedResponseIsRejectedOrEncodesToItself() throws RejectedException {
    RandomValues values = new RandomValues(4);
    int accepted = 0;
    for (int i = 0; i < COUNT; i++) {
      Response original = values.response();
      byte[] bytes = ResponseCodec.encode(original);
      byte[] mutant = values.mutated(bytes);
      try {
        Response decoded = ResponseCodec.decode(mutant);
        assertArrayEquals(mutant, ResponseCodec.encode(decoded));
        assertEquals(Arrays.equals(bytes, mutant), original.equals(decoded));
        accepted++;
      } catch (RejectedException e) {
        assertTrue(e.offset() >= 0 && e.offset() <= mutant.length, e.getMessage());
      }
    }
    assertTrue(accepted > 1000, accepted + " accepted");
  }

  @Test
  void unknownFieldsInBetweenAndBehindAreKeptInOrder() throws RejectedException {
    byte[] bytes = Refusals.hex("0104 0101 61 1601 05 6402 0102 7f00");
    Response decoded = ResponseCodec.decode(bytes);
    assertArrayEquals(bytes, ResponseCodec.encode(decoded));
    Response more = decoded.with(Meta.EXPIRES, 9);
    assertArrayEquals(
        Refusals.hex("0104 0101 61 1501 09 1601 05 6402 0102 7f00"), ResponseCodec.encode(more));
    assertNotEquals(decoded, Response.of(ResultCode.RATE_LIMITED).with(Meta.DETAIL, "a"));
  }
}
