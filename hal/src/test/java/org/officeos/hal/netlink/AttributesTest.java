package org.officeos.hal.netlink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.officeos.hal.netlink.FormatException.Reason;

class AttributesTest {

  private static final HexFormat HEX = HexFormat.of();

  @Test
  void writesTheLayoutByteForByte() {
    AttributeWriter writer =
        new AttributeWriter()
            .flag(174)
            .u8(1, 0xff)
            .u16(2, 0x1234)
            .text(3, "a")
            .nested(4, new AttributeWriter().u32(5, -2))
            .u64(6, 0x0102030405060708L);
    assertEquals(
        "0400ae00"
            + "05000100ff000000"
            + "0600020034120000"
            + "0600030061000000"
            + "0c000480"
            + "08000500feffffff"
            + "0c0006000807060504030201",
        HEX.formatHex(writer.toBytes()));
  }

  @Test
  void readsWhatWasWritten() throws Exception {
    Attributes read =
        Attributes.parse(
            new AttributeWriter()
                .flag(174)
                .u8(1, 0xff)
                .u16(2, 0xffee)
                .text(3, "wlan0")
                .nested(4, new AttributeWriter().u32(5, 77))
                .u64(6, Long.MIN_VALUE)
                .toBytes());
    assertEquals(6, read.size());
    assertTrue(read.has(174));
    assertEquals(255, read.get(1).u8());
    assertEquals(OptionalInt.of(0xffee), read.u16(2));
    assertEquals("wlan0", read.get(3).text(15));
    assertEquals(OptionalInt.of(77), read.get(4).nested().u32(5));
    assertEquals(Long.MIN_VALUE, read.get(6).u64());
    assertEquals(OptionalInt.empty(), read.u32(7));
  }

  @Test
  void theLastOfOneTypeCountsAndFlagBitsDoNot() throws Exception {
    Attributes read =
        Attributes.parse(HEX.parseHex("08000140" + "01000000" + "08000180" + "02000000"));
    assertEquals(2, read.size());
    assertEquals(2, read.get(1).u32());
  }

  @Test
  void theLastMayLackItsPadding() throws Exception {
    Attributes read = Attributes.parse(HEX.parseHex("05000100" + "07"));
    assertEquals(7, read.get(1).u8());
  }

  @Test
  void namesEveryWayALengthCanLie() {
    assertEquals(Reason.ATTRIBUTE_TRUNCATED, refusal("0400"));
    assertEquals(Reason.ATTRIBUTE_TRUNCATED, refusal("04000100" + "000000"));
    assertEquals(Reason.ATTRIBUTE_TOO_SHORT, refusal("03000100"));
    assertEquals(Reason.ATTRIBUTE_TOO_SHORT, refusal("00000000"));
    assertEquals(Reason.ATTRIBUTE_PAST_END, refusal("05000100"));
    assertEquals(Reason.ATTRIBUTE_PAST_END, refusal("ffff0100" + "00".repeat(8)));
    assertEquals(Reason.TOO_MANY, refusal("04000100".repeat(Attributes.MAX + 1)));
  }

  @Test
  void aNestIsBoundByWhatHoldsIt() throws Exception {
    Attributes read =
        Attributes.parse(HEX.parseHex("0a000180" + "0c0002000000" + "0000" + "04000300"));
    assertRefused(Reason.ATTRIBUTE_PAST_END, () -> read.get(1).nested());
  }

  @Test
  void refusesAValueOfAnotherSize() throws Exception {
    Attributes read = Attributes.parse(new AttributeWriter().u16(1, 5).u32(2, -1).toBytes());
    assertRefused(Reason.WRONG_SIZE, () -> read.get(1).u8());
    assertRefused(Reason.WRONG_SIZE, () -> read.get(1).u32());
    assertRefused(Reason.WRONG_SIZE, () -> read.get(2).u64());
    assertRefused(Reason.WRONG_SIZE, () -> read.get(2).u16());
    assertRefused(Reason.OUT_OF_RANGE, () -> read.get(2).count());
    assertRefused(Reason.ATTRIBUTE_MISSING, () -> read.get(3));
  }

  @Test
  void aTextEndsWithAZeroByteWithinItsBound() throws Exception {
    Attributes read =
        Attributes.parse(
            new AttributeWriter().bytes(1, new byte[] {'a', 'b'}).text(2, "abcd").toBytes());
    assertRefused(Reason.TEXT_WITHOUT_END, () -> read.get(1).text(15));
    assertRefused(Reason.TEXT_TOO_LONG, () -> read.get(2).text(3));
    assertEquals("abcd", read.get(2).text(4));
  }

  @Test
  void noTextMovesATerminalsCursorAndNoTwoLookAlike() throws Exception {
    assertEquals("a\\x1b[2J", text("a\u001b[2J\0"));
    assertEquals("\\xc3\\xa9", text("é\0"));
    assertEquals("\\x5cx1b", text("\\x1b\0"));
    assertEquals("a b", text("a b\0rest"));
  }

  @Test
  void roundTripsWhateverFits() throws Exception {
    Random random = new Random(2);
    for (int round = 0; round < 2000; round++) {
      AttributeWriter writer = new AttributeWriter();
      List<byte[]> values = new ArrayList<>();
      for (int i = random.nextInt(20); i > 0; i--) {
        byte[] value = new byte[random.nextInt(40)];
        random.nextBytes(value);
        writer.bytes(values.size() * 700, value);
        values.add(value);
      }
      Attributes read = Attributes.parse(writer.toBytes());
      assertEquals(values.size(), read.size());
      for (int i = 0; i < values.size(); i++) {
        assertArrayEquals(values.get(i), read.get(i * 700).bytes());
      }
    }
  }

  @Test
  void refusesToWriteWhatDoesNotFit() {
    AttributeWriter writer = new AttributeWriter();
    assertThrows(IllegalArgumentException.class, () -> writer.flag(0x4000));
    assertThrows(IllegalArgumentException.class, () -> writer.flag(-1));
    assertThrows(IllegalArgumentException.class, () -> writer.text(1, "a\0b"));
    byte[] huge = new byte[AttributeWriter.MAX_VALUE + 1];
    assertThrows(IllegalArgumentException.class, () -> writer.bytes(1, huge));
  }

  private static String text(String raw) throws FormatException {
    byte[] bytes = raw.getBytes(UTF_8);
    return Attributes.parse(new AttributeWriter().bytes(1, bytes).toBytes()).get(1).text(64);
  }

  private static Reason refusal(String hex) {
    byte[] bytes = HEX.parseHex(hex);
    return assertThrows(FormatException.class, () -> Attributes.parse(bytes)).reason();
  }

  static void assertRefused(Reason reason, Executable reading) {
    assertEquals(reason, assertThrows(FormatException.class, reading).reason());
  }
}
