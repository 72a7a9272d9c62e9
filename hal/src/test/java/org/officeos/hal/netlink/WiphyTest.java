package org.officeos.hal.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.officeos.hal.netlink.InterfaceType.AP;
import static org.officeos.hal.netlink.InterfaceType.MONITOR;
import static org.officeos.hal.netlink.InterfaceType.P2P_CLIENT;
import static org.officeos.hal.netlink.InterfaceType.P2P_DEVICE;
import static org.officeos.hal.netlink.InterfaceType.P2P_GO;
import static org.officeos.hal.netlink.InterfaceType.STATION;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.officeos.hal.netlink.FormatException.Reason;

class WiphyTest {

  @Test
  void theRequestAsksForASplitDump() {
    assertEquals(
        "18000000" + "1c00" + "0103" + "05000000" + "00000000" + "01000000" + "0400ae00",
        HexFormat.of().formatHex(WiphyDump.request(RadioSamples.FAMILY, 5).encoded()));
  }

  @Test
  void putsTheLabsRadioTogetherFromItsParts() throws Exception {
    Wiphy radio = only(RadioSamples.hwsim(3));
    assertEquals(3, radio.index());
    assertEquals("phy3", radio.name());
    assertTrue(radio.hasP2p());
    assertTrue(radio.hasP2pDevice());
    assertEquals(Set.of(1, 5, 46, 89), radio.commands());
    assertEquals(Set.of(MONITOR), radio.softwareTypes());
    assertEquals(
        "IBSS, managed, AP, monitor, mesh point, P2P-client, P2P-GO, P2P-device", radio.modes());
    assertTrue(radio.holds(List.of(P2P_DEVICE, P2P_CLIENT)));
    assertTrue(radio.holds(List.of(P2P_DEVICE, P2P_GO, P2P_GO, STATION, MONITOR)));
    assertFalse(radio.holds(List.of(P2P_DEVICE, P2P_DEVICE)));
  }

  @Test
  void theVendorsDriverHoldsAClientBesideItsStationAndNoDevice() throws Exception {
    Wiphy radio = only(RadioSamples.vendor(0));
    assertTrue(radio.hasP2p());
    assertFalse(radio.hasP2pDevice());
    assertTrue(radio.holds(List.of(P2P_CLIENT)));
    assertTrue(radio.holds(List.of(STATION, P2P_CLIENT)));
    assertTrue(radio.holds(List.of(STATION, P2P_GO)));
    assertFalse(radio.holds(List.of(P2P_GO, AP)));
    assertFalse(radio.holds(List.of(STATION, STATION, P2P_CLIENT)));
    assertFalse(radio.holds(List.of(P2P_DEVICE)));
  }

  @Test
  void theMainlineDriverHasNoWifiDirect() throws Exception {
    Wiphy radio = only(RadioSamples.mainline(0));
    assertFalse(radio.hasP2p());
    assertEquals("IBSS, managed, AP", radio.modes());
    assertTrue(radio.holds(List.of(STATION)));
    assertFalse(radio.holds(List.of(STATION, AP)));
    assertTrue(radio.holds(List.of()));
  }

  @Test
  void keepsRadiosApartHoweverTheirPartsAreMixed() throws Exception {
    List<byte[]> parts = new ArrayList<>(RadioSamples.hwsim(7));
    parts.addAll(1, RadioSamples.mainline(2));
    List<Wiphy> radios = WiphyDump.read(RadioSamples.messages(parts), RadioSamples.FAMILY);
    assertEquals(List.of(2, 7), radios.stream().map(Wiphy::index).toList());
    assertFalse(radios.get(0).hasP2p());
    assertTrue(radios.get(1).hasP2p());
  }

  @Test
  void aTypeOfALaterKernelIsUnknownAndNotHarmless() throws Exception {
    Wiphy radio =
        only(
            List.of(
                RadioSamples.interfaceMessage(
                    3,
                    new AttributeWriter()
                        .u32(1, 0)
                        .nested(32, new AttributeWriter().flag(99).flag(2)))));
    assertEquals(Set.of(InterfaceType.UNKNOWN, STATION), radio.types());
  }

  @Test
  void refusesByNameWhatIsNoRadio() {
    assertRefused(Reason.WRONG_KIND, 7, new AttributeWriter().u32(1, 0));
    assertRefused(Reason.ATTRIBUTE_MISSING, 3, new AttributeWriter());
    assertRefused(Reason.WRONG_SIZE, 3, new AttributeWriter().u16(1, 0));
    assertRefused(Reason.OUT_OF_RANGE, 3, new AttributeWriter().u32(1, -1));
    assertRefused(Reason.TEXT_TOO_LONG, 3, new AttributeWriter().u32(1, 0).text(2, "p".repeat(65)));
    assertRefused(
        Reason.ATTRIBUTE_MISSING,
        3,
        new AttributeWriter()
            .u32(1, 0)
            .nested(120, new AttributeWriter().nested(0, new AttributeWriter().u32(2, 1))));
    assertRefused(
        Reason.ATTRIBUTE_TRUNCATED,
        3,
        new AttributeWriter().u32(1, 0).bytes(32, new byte[] {4, 0, 1}));
  }

  @Test
  void aMessageOfAnotherFamilyIsRefused() {
    List<NetlinkMessage> parts = RadioSamples.messages(RadioSamples.mainline(0));
    FormatException e =
        assertThrows(FormatException.class, () -> WiphyDump.read(parts, RadioSamples.FAMILY + 1));
    assertEquals(Reason.WRONG_KIND, e.reason());
  }

  private static void assertRefused(Reason reason, int command, AttributeWriter attributes) {
    byte[] payload = RadioSamples.interfaceMessage(command, attributes);
    AttributesTest.assertRefused(reason, () -> only(List.of(payload)));
  }

  private static Wiphy only(List<byte[]> parts) throws FormatException {
    List<Wiphy> radios = WiphyDump.read(RadioSamples.messages(parts), RadioSamples.FAMILY);
    assertEquals(1, radios.size());
    return radios.get(0);
  }
}
