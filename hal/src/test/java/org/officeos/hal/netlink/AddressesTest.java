package org.officeos.hal.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.officeos.hal.netlink.FormatException.Reason;

class AddressesTest {

  private static final int NEWADDR = 20;
  private static final int NEWROUTE = 24;
  private static final int OWNER = 0xc0a83101;
  private static final int CLIENT = 0xc0a83180;
  private static final HexFormat HEX = HexFormat.of();

  /** 192.168.49.1/24 of interface 3, with more around it that is not asked for. */
  private static final String OWNERS =
      "021880fd03000000"
          + "08000100c0a83101"
          + "08000200c0a83101"
          + "08000300703270000800080080000000"
          + "14000600ffffffffffffffff0000000000000000";

  /** The way to 192.168.49.1 out of interface 3, with more around it that is not asked for. */
  private static final String WAY =
      "02200000fe00000100020000"
          + "08000f00fe000000"
          + "08000100c0a83101"
          + "0800040003000000"
          + "08000700c0a83180"
          + "0800190000000000";

  @Test
  void asksAndAdds() {
    assertEquals(
        "18000000" + "1600" + "0103" + "07000000" + "00000000" + "0200000000000000",
        HEX.formatHex(Addresses.request(7).encoded()));
    assertEquals(
        "28000000"
            + "1400"
            + "0505"
            + "08000000"
            + "00000000"
            + "021800fd03000000"
            + "08000200c0a83101"
            + "08000100c0a83101",
        HEX.formatHex(Addresses.add(3, OWNER, 24, 8).encoded()));
    assertThrows(IllegalArgumentException.class, () -> Addresses.add(0, OWNER, 24, 1));
    assertThrows(IllegalArgumentException.class, () -> Addresses.add(3, OWNER, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> Addresses.add(3, OWNER, 33, 1));
  }

  @Test
  void readsAnAddressAndPassesOverThoseOfIpv6() throws Exception {
    assertEquals(
        List.of(new InterfaceAddress(3, OWNER, OWNER, 24)),
        Addresses.read(List.of(of(NEWADDR, OWNERS), of(NEWADDR, "0a4080fd03000000"))));
    assertEquals(
        List.of(new InterfaceAddress(3, CLIENT, OWNER, 32)),
        Addresses.read(
            List.of(of(NEWADDR, "0220800003000000" + "08000100c0a83101" + "08000200c0a83180"))));
  }

  @Test
  void anAddressKnowsItsNetwork() {
    InterfaceAddress owner = new InterfaceAddress(3, OWNER, OWNER, 24);
    assertTrue(owner.covers(CLIENT) && owner.meets(CLIENT, 24) && owner.meets(0xc0a80001, 16));
    assertFalse(owner.covers(0xc0a83201) || owner.meets(0xc0a83201, 24));
    InterfaceAddress between = new InterfaceAddress(3, 0x0a000001, OWNER, 32);
    assertTrue(between.covers(OWNER) && between.covers(0x0a000001) && between.meets(CLIENT, 24));
    assertFalse(between.covers(CLIENT) || between.covers(0x0a000002));
    assertTrue(new InterfaceAddress(3, OWNER, OWNER, 0).covers(0x08080808));
    assertThrows(IllegalArgumentException.class, () -> new InterfaceAddress(0, OWNER, OWNER, 24));
    assertThrows(IllegalArgumentException.class, () -> new InterfaceAddress(3, OWNER, OWNER, 33));
  }

  @Test
  void refusesByNameWhatIsNoAddress() {
    assertNoAddress(Reason.WRONG_KIND, of(NEWROUTE, OWNERS));
    assertNoAddress(Reason.WRONG_SIZE, of(NEWADDR, OWNERS.substring(0, 14)));
    assertNoAddress(Reason.OUT_OF_RANGE, of(NEWADDR, "0221" + OWNERS.substring(4)));
    assertNoAddress(Reason.OUT_OF_RANGE, of(NEWADDR, "021880fd00000000" + OWNERS.substring(16)));
    assertNoAddress(Reason.OUT_OF_RANGE, of(NEWADDR, "021880fd000000ff" + OWNERS.substring(16)));
    assertNoAddress(Reason.ATTRIBUTE_MISSING, of(NEWADDR, OWNERS.substring(0, 16)));
    assertNoAddress(Reason.WRONG_SIZE, of(NEWADDR, "021880fd03000000" + "07000100c0a83100"));
    assertNoAddress(Reason.ATTRIBUTE_PAST_END, of(NEWADDR, OWNERS.substring(0, 30)));
  }

  @Test
  void asksForAWay() {
    assertEquals(
        "24000000"
            + "1a00"
            + "0500"
            + "07000000"
            + "00000000"
            + "022000000000000000000000"
            + "08000100c0a83101",
        HEX.formatHex(Routes.request(OptionalInt.empty(), OWNER, 7).encoded()));
    assertEquals(
        "022020000000000000000000" + "08000100c0a83101" + "08000200c0a83180",
        HEX.formatHex(Routes.request(OptionalInt.of(CLIENT), OWNER, 7).payload()));
  }

  @Test
  void readsAWay() throws Exception {
    Route straight = way(WAY);
    assertEquals(new Route(Route.UNICAST, OptionalInt.of(3), false), straight);
    assertTrue(straight.isStraightOutOf(3));
    assertFalse(straight.isStraightOutOf(2));
    assertFalse(way(WAY + "080005000a010102").isStraightOutOf(3));
    assertFalse(way(WAY + "0e00120002000a010102000000000000").isStraightOutOf(3));
    assertFalse(way("02200000fe00000200020000" + WAY.substring(24)).isStraightOutOf(3));
    assertFalse(way("02200000fe00000100020000").isStraightOutOf(3));
    Route several = way(WAY + "04000900");
    assertEquals(OptionalInt.empty(), several.index());
    assertFalse(several.isStraightOutOf(3));
  }

  @Test
  void refusesByNameWhatIsNoWay() {
    assertNoWay(Reason.WRONG_KIND, List.of());
    assertNoWay(Reason.WRONG_KIND, List.of(of(NEWROUTE, WAY), of(NEWROUTE, WAY)));
    assertNoWay(Reason.WRONG_KIND, List.of(of(NEWADDR, WAY)));
    assertNoWay(Reason.WRONG_KIND, List.of(of(NEWROUTE, "0a" + WAY.substring(2))));
    assertNoWay(Reason.WRONG_SIZE, List.of(of(NEWROUTE, WAY.substring(0, 22))));
    assertNoWay(Reason.WRONG_SIZE, List.of(of(NEWROUTE, WAY + "0500040003000000")));
    assertNoWay(Reason.OUT_OF_RANGE, List.of(of(NEWROUTE, WAY + "0800040000000000")));
    assertNoWay(Reason.OUT_OF_RANGE, List.of(of(NEWROUTE, WAY + "08000400ffffffff")));
  }

  private static Route way(String hex) throws FormatException {
    return Routes.read(List.of(of(NEWROUTE, hex)));
  }

  private static void assertNoAddress(Reason reason, NetlinkMessage message) {
    AttributesTest.assertRefused(reason, () -> Addresses.read(List.of(message)));
  }

  private static void assertNoWay(Reason reason, List<NetlinkMessage> messages) {
    AttributesTest.assertRefused(reason, () -> Routes.read(messages));
  }

  private static NetlinkMessage of(int type, String hex) {
    return new NetlinkMessage(type, 0, 0, 0, HEX.parseHex(hex));
  }
}
