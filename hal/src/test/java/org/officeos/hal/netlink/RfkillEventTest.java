package org.officeos.hal.netlink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.officeos.hal.netlink.FormatException.Reason;
import org.officeos.hal.netlink.RfkillEvent.Operation;

class RfkillEventTest {

  private static final HexFormat HEX = HexFormat.of();

  @Test
  void readsBothLengths() throws Exception {
    assertEquals(
        new RfkillEvent(2, RfkillType.WLAN, Operation.ADDED, true, false, OptionalInt.empty()),
        RfkillEvent.of(HEX.parseHex("0200000001000100")));
    assertEquals(
        new RfkillEvent(2, RfkillType.WLAN, Operation.CHANGED, false, true, OptionalInt.of(1)),
        RfkillEvent.of(HEX.parseHex("020000000102000101")));
  }

  @Test
  void readsWhatItWrote() throws Exception {
    Random random = new Random(3);
    for (int round = 0; round < 1000; round++) {
      RfkillType type = RfkillType.of(random.nextInt(9));
      Operation operation = List.of(Operation.values()).get(random.nextInt(4));
      OptionalInt why =
          random.nextBoolean() ? OptionalInt.of(random.nextInt(256)) : OptionalInt.empty();
      RfkillEvent event =
          new RfkillEvent(
              random.nextInt(), type, operation, random.nextBoolean(), random.nextBoolean(), why);
      assertEquals(event, RfkillEvent.of(event.encoded()));
    }
  }

  @Test
  void readsATypeOfALaterKernelAndWritesNone() throws Exception {
    RfkillEvent event = RfkillEvent.of(HEX.parseHex("0200000063000100"));
    assertEquals(RfkillType.UNKNOWN, event.type());
    assertThrows(IllegalStateException.class, event::encoded);
  }

  @Test
  void refusesEveryOtherLengthAndOperation() {
    for (int length = 0; length < 20; length++) {
      byte[] bytes = new byte[length];
      if (length != 8 && length != 9) {
        AttributesTest.assertRefused(Reason.WRONG_SIZE, () -> RfkillEvent.of(bytes));
      }
    }
    byte[] bytes = HEX.parseHex("0200000001040000");
    AttributesTest.assertRefused(Reason.OUT_OF_RANGE, () -> RfkillEvent.of(bytes));
    bytes[5] = -1;
    AttributesTest.assertRefused(Reason.OUT_OF_RANGE, () -> RfkillEvent.of(bytes));
  }

  @Test
  void writesTheLayoutByteForByte() {
    RfkillEvent event =
        new RfkillEvent(
            0x01020304, RfkillType.WLAN, Operation.CHANGE_ALL, true, false, OptionalInt.empty());
    assertArrayEquals(HEX.parseHex("0403020101030100"), event.encoded());
  }
}
