package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.officeos.hal.linux.NetlinkException.Reason;
import org.officeos.hal.linux.lib.FakeKernel;
import org.officeos.hal.linux.lib.FakeLibC;
import org.officeos.hal.netlink.RadioSamples;
import org.officeos.hal.netlink.Radios;
import org.officeos.hal.netlink.WirelessInterface;

class RadioReaderTest {

  private final FakeKernel kernel = new FakeKernel();
  private final FakeLibC libc = new FakeLibC(kernel);
  private final RadioReader reader = new RadioReader(libc, libc::nanos);

  @Test
  void readsTheLabsTwoRadiosAndTheirInterfaces() throws Exception {
    twoRadios();
    Radios radios = reader.radios();
    assertEquals(List.of("phy0", "phy1"), radios.radios().stream().map(r -> r.name()).toList());
    assertEquals(
        List.of("wlan0", "P2P-device 2"),
        radios.of(radios.radios().get(0)).stream().map(WirelessInterface::label).toList());
    assertEquals(
        List.of("wlan1"),
        radios.of(radios.radios().get(1)).stream().map(WirelessInterface::label).toList());
    assertEquals(0, libc.openDescriptors());
  }

  @Test
  void aKernelWithoutWifiIsNamed() {
    assertReason(Reason.FAMILY_ABSENT);
  }

  @Test
  void aDumpThatIsRefusedIsNamedWithTheKernelsNumber() {
    kernel.family("nl80211", RadioSamples.FAMILY, Map.of());
    NetlinkException refused = assertThrows(NetlinkException.class, reader::radios);
    assertEquals(Reason.REFUSED, refused.reason());
    assertEquals(95, refused.refusal().orElseThrow().errno());
  }

  @Test
  void aRadioThatMakesNoSenseIsNamed() {
    kernel.family("nl80211", RadioSamples.FAMILY, Map.of());
    kernel.part(RadioSamples.FAMILY, RadioSamples.GET_WIPHY, new byte[] {3, 0, 0, 0, 1});
    RadioSamples.hwsim(0)
        .forEach(part -> kernel.part(RadioSamples.FAMILY, RadioSamples.GET_INTERFACE, part));
    NetlinkException malformed = assertReason(Reason.MALFORMED);
    assertTrue(String.valueOf(malformed.getCause()).contains("ATTRIBUTE_TRUNCATED"));
    assertEquals(0, libc.openDescriptors());
  }

  @Test
  void aFamilyWithANumberOfNetlinksOwnIsRefused() {
    kernel.family("nl80211", 3, Map.of());
    assertReason(Reason.MALFORMED);
  }

  private NetlinkException assertReason(Reason reason) {
    NetlinkException e = assertThrows(NetlinkException.class, reader::radios);
    assertEquals(reason, e.reason());
    return e;
  }

  private void twoRadios() {
    int family = RadioSamples.FAMILY;
    kernel.family("nl80211", family, Map.of("config", 5, "mlme", 8));
    RadioSamples.hwsim(0).forEach(part -> kernel.part(family, RadioSamples.GET_WIPHY, part));
    RadioSamples.vendor(1).forEach(part -> kernel.part(family, RadioSamples.GET_WIPHY, part));
    kernel.part(family, RadioSamples.GET_INTERFACE, RadioSamples.netdev(0, 3, "wlan0", 2));
    kernel.part(family, RadioSamples.GET_INTERFACE, RadioSamples.p2pDevice(0));
    kernel.part(family, RadioSamples.GET_INTERFACE, RadioSamples.netdev(1, 4, "wlan1", 2));
  }
}
