package org.officeos.hal.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.officeos.hal.netlink.FormatException.Reason;

class NetlinkMessageTest {

  private static final HexFormat HEX = HexFormat.of();

  @Test
  void writesTheLayoutByteForByte() {
    NetlinkMessage message = new NetlinkMessage(0x1234, 0x0301, 7, 0x01020304, new byte[] {9});
    assertEquals(
        "11000000" + "3412" + "0103" + "07000000" + "04030201" + "09" + "000000",
        HEX.formatHex(message.encoded()));
  }

  @Test
  void readsSeveralInOneDatagramAndTheLastWithoutPadding() throws Exception {
    NetlinkMessage one = new NetlinkMessage(16, 2, 1, 5, new byte[] {1, 2, 3});
    NetlinkMessage two = new NetlinkMessage(17, 0, 2, 6, new byte[] {4});
    byte[] both = joined(one.encoded(), Arrays.copyOf(two.encoded(), 17));
    assertEquals(List.of(one, two), NetlinkMessage.split(both));
  }

  @Test
  void roundTripsWhateverFits() throws Exception {
    Random random = new Random(1);
    for (int round = 0; round < 2000; round++) {
      List<NetlinkMessage> messages = new ArrayList<>();
      ByteArrayOutputStream datagram = new ByteArrayOutputStream();
      for (int i = random.nextInt(5); i > 0; i--) {
        byte[] payload = new byte[random.nextInt(200)];
        random.nextBytes(payload);
        NetlinkMessage message =
            new NetlinkMessage(
                random.nextInt(0x10000),
                random.nextInt(0x10000),
                random.nextInt(),
                random.nextInt(),
                payload);
        messages.add(message);
        datagram.writeBytes(message.encoded());
      }
      assertEquals(messages, NetlinkMessage.split(datagram.toByteArray()));
    }
  }

  @Test
  void anEmptyDatagramHasNoMessages() throws Exception {
    assertEquals(List.of(), NetlinkMessage.split(new byte[0]));
  }

  @Test
  void namesEveryWayAHeaderCanLie() {
    assertEquals(Reason.HEADER_TRUNCATED, refusal("10000000"));
    assertEquals(Reason.LENGTH_TOO_SHORT, refusal("0f000000" + "0".repeat(24)));
    assertEquals(Reason.LENGTH_TOO_SHORT, refusal("00000000" + "0".repeat(24)));
    assertEquals(Reason.LENGTH_PAST_END, refusal("11000000" + "0".repeat(24)));
    assertEquals(Reason.LENGTH_PAST_END, refusal("ffffffff" + "0".repeat(24)));
    assertEquals(Reason.LENGTH_PAST_END, refusal("ffffff7f" + "0".repeat(24)));
  }

  @Test
  void refusesTheWholeDatagramWhereOneMessageIsCutOff() {
    NetlinkMessage one = new NetlinkMessage(16, 2, 1, 5, new byte[] {1, 2, 3});
    byte[] both = joined(one.encoded(), one.encoded());
    for (int length = 21; length < 20 + 19; length++) {
      byte[] cut = Arrays.copyOf(both, length);
      FormatException e = assertThrows(FormatException.class, () -> NetlinkMessage.split(cut));
      assertEquals(length < 36 ? Reason.HEADER_TRUNCATED : Reason.LENGTH_PAST_END, e.reason());
      assertEquals(20, e.offset());
    }
  }

  @Test
  void refusesMoreMessagesThanAnyDatagramHas() {
    byte[] header = new NetlinkMessage(16, 0, 0, 0, new byte[0]).encoded();
    byte[] many = new byte[header.length * 8193];
    for (int i = 0; i < many.length; i += header.length) {
      System.arraycopy(header, 0, many, i, header.length);
    }
    FormatException e = assertThrows(FormatException.class, () -> NetlinkMessage.split(many));
    assertEquals(Reason.TOO_MANY, e.reason());
  }

  @Test
  void keepsAndGivesCopiesOfThePayload() {
    byte[] payload = {1, 2};
    NetlinkMessage message = new NetlinkMessage(16, 0, 0, 0, payload);
    payload[0] = 9;
    message.payload()[1] = 9;
    assertEquals("0102", HEX.formatHex(message.payload()));
  }

  @Test
  void refusesToWriteWhatDoesNotFit() {
    byte[] none = {};
    assertThrows(IllegalArgumentException.class, () -> new NetlinkMessage(0x10000, 0, 0, 0, none));
    assertThrows(IllegalArgumentException.class, () -> new NetlinkMessage(1, -1, 0, 0, none));
    byte[] huge = new byte[NetlinkMessage.MAX_PAYLOAD + 1];
    assertThrows(IllegalArgumentException.class, () -> new NetlinkMessage(1, 0, 0, 0, huge));
  }

  @Test
  void knowsItsFlags() {
    NetlinkMessage part = new NetlinkMessage(16, 0x12, 0, 0, new byte[0]);
    assertTrue(part.has(NetlinkMessage.F_MULTI | NetlinkMessage.F_DUMP_INTERRUPTED));
    assertFalse(part.has(NetlinkMessage.F_MULTI | NetlinkMessage.F_ACK));
  }

  private static Reason refusal(String hex) {
    byte[] bytes = HEX.parseHex(hex);
    return assertThrows(FormatException.class, () -> NetlinkMessage.split(bytes)).reason();
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
