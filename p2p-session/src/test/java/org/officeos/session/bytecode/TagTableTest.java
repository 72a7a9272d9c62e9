package org.officeos.session.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The tables hold together: numbers, bounds and schemas. */
final class TagTableTest {

  @Test
  void everyNumberFindsItsTagAndNoOtherFindsOne() {
    for (Field field : Field.values()) {
      assertSame(field, TagTable.FIELDS.ofNumber(field.number()));
    }
    for (Meta meta : Meta.values()) {
      assertSame(meta, TagTable.METADATA.ofNumber(meta.number()));
    }
    assertNull(TagTable.FIELDS.ofNumber(0));
    assertNull(TagTable.FIELDS.ofNumber(Field.values().length + 1));
    assertNull(TagTable.FIELDS.ofNumber(127));
  }

  @Test
  void everyTagHasRoomBetweenItsBoundsAndWithinItsEncoding() {
    for (Field field : Field.values()) {
      assertBounds(field, InstructionCodec.MAX_BYTES);
    }
    for (Meta meta : Meta.values()) {
      assertBounds(meta, ResponseCodec.MAX_BYTES);
    }
  }

  @Test
  void aFullResponseFitsItsGreatestLength() throws RejectedException {
    Response full = Response.of(ResultCode.OK);
    for (Meta meta : Meta.values()) {
      full =
          switch (meta.type()) {
            case NUMBER -> full.with(meta, Long.MAX_VALUE);
            case TEXT -> full.with(meta, "é".repeat(5000));
            case BYTES -> full.with(meta, new byte[(int) meta.max()]);
            case TURNS -> throw new AssertionError(meta + " is a conversation");
          };
    }
    byte[] bytes = ResponseCodec.encode(full);
    assertEquals(full, ResponseCodec.decode(bytes));
    assertTrue(bytes.length > 700, bytes.length + " bytes");
  }

  @Test
  void noFieldIsRequiredAndOptionalAtOnceAndEveryFieldIsOfUse() {
    Set<Field> used = new HashSet<>();
    for (Opcode opcode : Opcode.values()) {
      Set<Field> both = new HashSet<>(opcode.required());
      both.retainAll(opcode.optional());
      assertTrue(both.isEmpty(), opcode + " " + both);
      used.addAll(opcode.required());
      used.addAll(opcode.optional());
    }
    assertEquals(Set.of(Field.values()), used);
  }

  @Test
  void rejectionsHaveNumbersOfTheirOwnThatTheirMetadataCanCarry() {
    Set<Integer> codes = new HashSet<>();
    for (Rejection rejection : Rejection.values()) {
      assertTrue(codes.add(rejection.code()), rejection.name());
      assertTrue(rejection.code() >= Meta.REJECTION.min(), rejection.name());
      assertTrue(rejection.code() <= Meta.REJECTION.max(), rejection.name());
    }
  }

  private static void assertBounds(Tag tag, int whole) {
    assertTrue(tag.min() >= 0 && tag.min() <= tag.max(), tag.toString());
    if (tag.type() == ValueType.NUMBER) {
      assertTrue(tag.max() <= Varint.MAX, tag.toString());
      assertEquals(0, tag.min() % tag.multipleOf(), tag.toString());
    } else {
      assertTrue(tag.max() < whole, tag.toString());
    }
  }
}
