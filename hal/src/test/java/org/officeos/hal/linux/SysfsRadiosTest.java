package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.netlink.RfkillType;

class SysfsRadiosTest {

  @TempDir Path sys;

  @Test
  void tellsADriversName() throws Exception {
    SysfsTree.driver(sys, "phy0", "rtl8821cs");
    assertEquals(Optional.of("rtl8821cs"), new SysfsRadios(sys).driver("phy0"));
  }

  @Test
  void tellsNoneWhereNoneIsBound() {
    assertEquals(Optional.empty(), new SysfsRadios(sys).driver("phy0"));
  }

  @Test
  void looksNowhereElseWhateverARadioIsCalled() throws Exception {
    SysfsTree.driver(sys, "phy0", "rtl8821cs");
    for (String name : List.of("../ieee80211/phy0", "..", "", ".", "phy0/", "a".repeat(65), "\0")) {
      assertEquals(Optional.empty(), new SysfsRadios(sys).driver(name));
    }
  }

  @Test
  void tellsSwitchesOfRadiosAndOfTheMachine() throws Exception {
    SysfsTree.rfkill(sys, "rfkill1", "wlan", "virtual/mac80211_hwsim/hwsim0/ieee80211/phy3", 1, 0);
    SysfsTree.rfkill(sys, "rfkill0", "wlan", "platform/keys", 0, 1);
    SysfsTree.rfkill(sys, "rfkill2", "bluetooth", "virtual/bluetooth/hci0", 0, 0);
    List<RfkillSwitch> switches = new SysfsRadios(sys).switches();
    assertEquals(
        List.of(
            new RfkillSwitch("rfkill0", RfkillType.WLAN, Optional.empty(), false, true),
            new RfkillSwitch("rfkill1", RfkillType.WLAN, Optional.of("phy3"), true, false),
            new RfkillSwitch("rfkill2", RfkillType.BLUETOOTH, Optional.empty(), false, false)),
        switches);
    assertTrue(switches.get(0).concerns("phy3"));
    assertTrue(switches.get(1).concerns("phy3"));
    assertFalse(switches.get(1).concerns("phy4"));
    assertFalse(switches.get(2).concerns("phy3"));
  }

  @Test
  void aKernelWithoutRfkillHasNoSwitches() {
    assertEquals(List.of(), new SysfsRadios(sys).switches());
  }

  @Test
  void aSwitchThatGoesWhileItIsLookedAtIsLeftOut() throws Exception {
    SysfsTree.rfkill(sys, "rfkill1", "wlan", "virtual/mac80211_hwsim/hwsim0/ieee80211/phy3", 1, 0);
    Files.delete(sys.resolve("class/rfkill/rfkill1/hard"));
    Files.createSymbolicLink(sys.resolve("class/rfkill/rfkill7"), Path.of("nowhere"));
    assertEquals(List.of(), new SysfsRadios(sys).switches());
  }
}
