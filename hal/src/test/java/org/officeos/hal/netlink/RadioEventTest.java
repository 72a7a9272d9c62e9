package org.officeos.hal.netlink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.officeos.hal.netlink.FormatException.Reason;

class RadioEventTest {

  private static final HardwareAddress PEER = new HardwareAddress("02:00:00:00:07:00");

  @Test
  void readsAnInterfaceWithItsNetwork() throws Exception {
    WirelessInterface read =
        only(
            RadioSamples.interfaceMessage(
                7,
                new AttributeWriter()
                    .u32(3, 5)
                    .text(4, "p2p-wlan0-0")
                    .u32(1, 1)
                    .u32(5, 8)
                    .u64(153, 0x1_0000_0003L)
                    .bytes(6, PEER.octets())
                    .bytes(52, "DIRECT-ab".getBytes(UTF_8))));
    assertEquals(
        new WirelessInterface(
            1,
            0x1_0000_0003L,
            OptionalInt.of(5),
            Optional.of("p2p-wlan0-0"),
            InterfaceType.P2P_CLIENT,
            Optional.of(PEER),
            Optional.of(new Ssid("4449524543542d6162"))),
        read);
    assertTrue(read.ssid().filter(Ssid::isOfP2pGroup).isPresent());
    assertEquals("p2p-wlan0-0", read.label());
  }

  @Test
  void readsAP2pDeviceWhichHasNoNetworkInterface() throws Exception {
    WirelessInterface read = only(RadioSamples.p2pDevice(1));
    assertEquals(OptionalInt.empty(), read.index());
    assertEquals(Optional.empty(), read.name());
    assertEquals(InterfaceType.P2P_DEVICE, read.type());
    assertEquals("P2P-device 100000002", read.label());
  }

  @Test
  void asksForAllInterfaces() {
    assertEquals(
        "14000000" + "1c00" + "0103" + "06000000" + "00000000" + "05000000",
        HexFormat.of().formatHex(WirelessInterfaces.request(RadioSamples.FAMILY, 6).encoded()));
  }

  @Test
  void refusesByNameWhatIsNoInterface() {
    AttributeWriter noNumber = new AttributeWriter().u32(1, 0).u32(5, 2);
    assertRefused(Reason.ATTRIBUTE_MISSING, noNumber);
    assertRefused(
        Reason.WRONG_SIZE,
        new AttributeWriter().u32(1, 0).u32(5, 2).u64(153, 1).bytes(52, new byte[33]));
    assertRefused(
        Reason.WRONG_SIZE,
        new AttributeWriter().u32(1, 0).u32(5, 2).u64(153, 1).bytes(6, new byte[33]));
    assertRefused(
        Reason.TEXT_TOO_LONG,
        new AttributeWriter().u32(1, 0).u32(5, 2).u64(153, 1).text(4, "sixteen-letters!"));
  }

  @Test
  void tellsRadiosThatComeAndGo() throws Exception {
    AttributeWriter radio = new AttributeWriter().u32(1, 4).text(2, "phy4");
    assertEquals(new RadioEvent.WiphyHere(4, "phy4"), event(3, radio));
    assertEquals(new RadioEvent.WiphyGone(4, "phy4"), event(4, radio));
  }

  @Test
  void tellsInterfacesThatComeChangeAndGo() throws Exception {
    AttributeWriter attributes =
        new AttributeWriter().u32(1, 0).u32(3, 2).text(4, "wlan0").u32(5, 2).u64(153, 1);
    WirelessInterface wlan0 =
        new WirelessInterface(
            0,
            1,
            OptionalInt.of(2),
            Optional.of("wlan0"),
            InterfaceType.STATION,
            Optional.empty(),
            Optional.empty());
    assertEquals(new RadioEvent.InterfaceHere(wlan0), event(7, attributes));
    assertEquals(new RadioEvent.InterfaceHere(wlan0), event(6, attributes));
    assertEquals(new RadioEvent.InterfaceGone(wlan0), event(8, attributes));
  }

  @Test
  void tellsWhoConnectedWhereAndHowItWent() throws Exception {
    assertEquals(
        new RadioEvent.Acted(
            RadioAction.CONNECTED,
            OptionalInt.of(0),
            OptionalInt.of(3),
            OptionalLong.empty(),
            Optional.of(PEER),
            OptionalInt.of(17)),
        event(46, new AttributeWriter().u32(1, 0).u32(3, 3).bytes(6, PEER.octets()).u16(72, 17)));
    assertEquals(
        new RadioEvent.Acted(
            RadioAction.DISCONNECTED,
            OptionalInt.of(0),
            OptionalInt.of(3),
            OptionalLong.of(1),
            Optional.empty(),
            OptionalInt.of(8)),
        event(48, new AttributeWriter().u32(1, 0).u32(3, 3).u64(153, 1).u16(54, 8).flag(71)));
  }

  @Test
  void everyActionIsFoundByItsNumber() throws Exception {
    for (RadioAction action : RadioAction.values()) {
      RadioEvent event = event(action.command(), new AttributeWriter());
      RadioEvent.Acted acted = (RadioEvent.Acted) event;
      assertEquals(action, acted.action());
    }
    assertEquals(new RadioEvent.Other(200), event(200, new AttributeWriter()));
  }

  @Test
  void anSsidIsBytesAndAPersonSeesNothingElse() {
    assertEquals("\\x1b[2J", Ssid.of(new byte[] {0x1b, '[', '2', 'J'}).text());
    assertEquals("", Ssid.of(new byte[0]).text());
    assertFalse(new Ssid("686f6d65").isOfP2pGroup());
  }

  private static WirelessInterface only(byte[] payload) throws FormatException {
    return WirelessInterfaces.read(List.of(RadioSamples.message(payload)), RadioSamples.FAMILY)
        .get(0);
  }

  private static void assertRefused(Reason reason, AttributeWriter attributes) {
    byte[] payload = RadioSamples.interfaceMessage(7, attributes);
    AttributesTest.assertRefused(reason, () -> only(payload));
  }

  private static RadioEvent event(int command, AttributeWriter attributes) throws FormatException {
    return RadioEvent.of(
        RadioSamples.message(RadioSamples.interfaceMessage(command, attributes)),
        RadioSamples.FAMILY);
  }
}
