package org.officeos.hal.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.officeos.hal.netlink.FormatException.Reason;

class LinksTest {

  private static final int NEWLINK = 16;
  private static final int DELLINK = 17;
  private static final Link WLAN0 =
      new Link(
          3,
          "wlan0",
          1,
          0x11043,
          OperState.UP,
          Optional.of(new HardwareAddress("02:00:00:00:01:00")));

  @Test
  void asksForAllAndSwitchesOneOff() {
    HexFormat hex = HexFormat.of();
    assertEquals(
        "20000000" + "1200" + "0103" + "07000000" + "00000000" + "0".repeat(32),
        hex.formatHex(Links.request(7).encoded()));
    assertEquals(
        "20000000"
            + "1000"
            + "0500"
            + "08000000"
            + "00000000"
            + "00000000"
            + "03000000"
            + "00000000"
            + "01000000",
        hex.formatHex(Links.switchOff(3, 8).encoded()));
    assertThrows(IllegalArgumentException.class, () -> Links.switchOff(0, 1));
  }

  @Test
  void readsAnInterface() throws Exception {
    assertEquals(List.of(WLAN0), Links.read(List.of(link(NEWLINK, 0, 3, wlan0()))));
    assertTrue(WLAN0.isUp());
    assertTrue(WLAN0.isRunning());
    assertTrue(WLAN0.hasCarrier());
    Link off = new Link(3, "wlan0", 1, 0x1002, OperState.DOWN, Optional.empty());
    assertFalse(off.isUp() || off.isRunning() || off.hasCarrier());
  }

  @Test
  void tellsInterfacesThatComeAndGo() throws Exception {
    LinkDetail detail = new LinkDetail(WLAN0, Optional.empty(), OptionalInt.empty(), false);
    assertEquals(
        Optional.of(new LinkEvent.Here(detail)), Links.event(link(NEWLINK, 0, 3, wlan0())));
    assertEquals(Optional.of(new LinkEvent.Gone(WLAN0)), Links.event(link(DELLINK, 0, 3, wlan0())));
  }

  @Test
  void leavingABridgeIsNotGoing() throws Exception {
    assertEquals(Optional.empty(), Links.event(link(DELLINK, 7, 3, wlan0())));
  }

  @Test
  void theOldWirelessExtensionsTellNoState() throws Exception {
    AttributeWriter old = new AttributeWriter().text(3, "wlan0").bytes(11, new byte[8]);
    assertEquals(Optional.empty(), Links.event(link(NEWLINK, 0, 3, old)));
  }

  @Test
  void anInterfaceWithoutAddressOrStateHasNone() throws Exception {
    AttributeWriter bare = new AttributeWriter().text(3, "tun0").bytes(1, new byte[0]);
    Link read = Links.read(List.of(link(NEWLINK, 0, 9, bare))).get(0);
    assertEquals(Optional.empty(), read.address());
    assertEquals(OperState.UNKNOWN, read.state());
    assertEquals(OperState.UNKNOWN, OperState.of(77));
  }

  @Test
  void refusesByNameWhatIsNoInterface() {
    assertRefused(Reason.WRONG_KIND, link(DELLINK, 0, 3, wlan0()));
    assertRefused(Reason.OUT_OF_RANGE, link(NEWLINK, 0, 0, wlan0()));
    assertRefused(Reason.OUT_OF_RANGE, link(NEWLINK, 0, -1, wlan0()));
    assertRefused(Reason.ATTRIBUTE_MISSING, link(NEWLINK, 0, 3, new AttributeWriter()));
    assertRefused(Reason.WRONG_SIZE, new NetlinkMessage(NEWLINK, 0, 0, 0, new byte[15]));
    assertRefused(
        Reason.TEXT_TOO_LONG,
        link(NEWLINK, 0, 3, new AttributeWriter().text(3, "sixteen-letters!")));
    assertRefused(
        Reason.WRONG_SIZE,
        link(NEWLINK, 0, 3, new AttributeWriter().text(3, "ib0").bytes(1, new byte[33])));
    AttributesTest.assertRefused(
        Reason.WRONG_KIND, () -> Links.event(new NetlinkMessage(20, 0, 0, 0, new byte[16])));
  }

  @Test
  void anAddressHasOneForm() {
    assertThrows(IllegalArgumentException.class, () -> new HardwareAddress("02:00:00:00:0A:00"));
    assertThrows(IllegalArgumentException.class, () -> new HardwareAddress(""));
    assertThrows(IllegalArgumentException.class, () -> HardwareAddress.of(new byte[33]));
    assertEquals("0a", HardwareAddress.of(new byte[] {10}).toString());
  }

  private static void assertRefused(Reason reason, NetlinkMessage message) {
    AttributesTest.assertRefused(reason, () -> Links.read(List.of(message)));
  }

  private static AttributeWriter wlan0() {
    return new AttributeWriter()
        .text(3, "wlan0")
        .u8(16, 6)
        .bytes(1, new byte[] {2, 0, 0, 0, 1, 0})
        .bytes(7, new byte[96]);
  }

  private static NetlinkMessage link(int type, int family, int index, AttributeWriter attributes) {
    byte[] body = attributes.toBytes();
    byte[] payload =
        ByteBuffer.allocate(16 + body.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put((byte) family)
            .put((byte) 0)
            .putShort((short) 1)
            .putInt(index)
            .putInt(0x11043)
            .putInt(0)
            .put(body)
            .array();
    return new NetlinkMessage(type, 0, 0, 0, payload);
  }
}
