package org.officeos.hal.linux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code udev/libexec/shut} on a made-up {@code /sys}. */
class ShutScriptTest {

  private static final Path SCRIPT = Path.of("..", "udev", "libexec", "shut");

  @TempDir Path folder;
  private Path sys;

  @BeforeEach
  void aRadioALineAndLoopback() throws IOException {
    sys = folder.resolve("sys").toAbsolutePath();
    link("lo", "0x9");
    link("wlan0", "0x1003");
    link("eth0", "0x1003");
    radio("wlan0", "phy0", "rfkill0");
  }

  private void link(String name, String flags) throws IOException {
    write("class/net/" + name + "/flags", flags);
  }

  private void radio(String link, String phy, String number) throws IOException {
    Path own = sys.resolve("devices/" + phy);
    Files.createDirectories(own);
    radioSwitch(number, "wlan", phy, "0");
    Files.createSymbolicLink(own.resolve(number), sys.resolve("class/rfkill/" + number));
    Files.createSymbolicLink(sys.resolve("class/net/" + link + "/phy80211"), own);
  }

  private void radioSwitch(String number, String type, String name, String soft)
      throws IOException {
    write("class/rfkill/" + number + "/type", type);
    write("class/rfkill/" + number + "/name", name);
    write("class/rfkill/" + number + "/soft", soft);
  }

  private void write(String file, String value) throws IOException {
    Files.createDirectories(sys.resolve(file).getParent());
    Files.writeString(sys.resolve(file), value + "\n");
  }

  private String value(String file) throws IOException {
    return Files.readString(sys.resolve(file)).strip();
  }

  private String shut(int status, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", SCRIPT.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("OFFICEOS_SYS", sys.toString());
    builder.environment().put("OFFICEOS_RUN", folder.resolve("run").toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertTrue(process.waitFor(10, TimeUnit.SECONDS));
    assertEquals(status, process.exitValue(), said);
    return said;
  }

  @Test
  void forWantOfAUnitEveryRadioIsBlockedAndEverythingButLoopbackGoesDown() throws Exception {
    radioSwitch("rfkill1", "bluetooth", "hci0", "0");
    shut(0, "--for", "officeos-guard.service");
    assertEquals("1", value("class/rfkill/rfkill0/soft"));
    assertEquals("1", value("class/rfkill/rfkill1/soft"));
    assertEquals("4098", value("class/net/wlan0/flags"), "0x1003 without IFF_UP");
    assertEquals("4098", value("class/net/eth0/flags"));
    assertEquals("0x9", value("class/net/lo/flags"));
  }

  @Test
  void liftedIsWhatThisBlockedOnceNoUnitIsWanting() throws Exception {
    radioSwitch("rfkill1", "bluetooth", "hci0", "0");
    radioSwitch("rfkill2", "wlan", "phy7", "1");
    shut(0, "--for", "officeos-guard.service");
    shut(0, "--for", "officeos-filter.service");
    shut(0, "--lift", "officeos-guard.service");
    assertEquals("1", value("class/rfkill/rfkill0/soft"), "the filter is wanting");
    shut(0, "--lift", "officeos-filter.service");
    assertEquals("0", value("class/rfkill/rfkill0/soft"));
    assertEquals("1", value("class/rfkill/rfkill1/soft"), "no Wi-Fi radio");
    assertEquals("1", value("class/rfkill/rfkill2/soft"), "a person's");
    assertEquals("4098", value("class/net/wlan0/flags"), "whoever wants it up does that");
  }

  @Test
  void aRadioThatGotTheNumberOfAnotherIsNotUnblocked() throws Exception {
    shut(0, "--for", "officeos-guard.service");
    radioSwitch("rfkill0", "wlan", "phy9", "1");
    shut(0, "--lift", "officeos-guard.service");
    assertEquals("1", value("class/rfkill/rfkill0/soft"));
  }

  @Test
  void whatAppearsWhileAUnitIsWantingIsShutToo() throws Exception {
    shut(0, "--for", "officeos-guard.service");
    link("wlan0", "0x1003");
    write("class/rfkill/rfkill0/soft", "0");
    shut(0, "--interface", "wlan0");
    assertEquals("4098", value("class/net/wlan0/flags"));
    assertEquals("1", value("class/rfkill/rfkill0/soft"));
  }

  @Test
  void theLinksOwnRadioStaysAndAnyOtherInterfaceGoesDown() throws Exception {
    link("p2p-wlan0-0", "0x1043");
    Files.createSymbolicLink(
        sys.resolve("class/net/p2p-wlan0-0/phy80211"), sys.resolve("devices/phy0"));
    link("wlan1", "0x1003");
    radio("wlan1", "phy1", "rfkill1");
    for (String each : List.of("lo", "wlan0", "p2p-wlan0-0", "wlan1", "eth0", "gone")) {
      shut(0, "--interface", each);
    }
    assertEquals("0x1003", value("class/net/wlan0/flags"));
    assertEquals("0x1043", value("class/net/p2p-wlan0-0/flags"));
    assertEquals("4098", value("class/net/wlan1/flags"));
    assertEquals("4098", value("class/net/eth0/flags"));
    assertEquals("0", value("class/rfkill/rfkill0/soft"));
    assertEquals("1", value("class/rfkill/rfkill1/soft"));
  }

  @Test
  void ofAUsbDeviceTheWholeIsPutOut() throws Exception {
    write("devices/usb1/1-1/bDeviceClass", "00");
    write("devices/usb1/1-1/authorized", "1");
    write("devices/usb1/1-1/1-1:1.0/authorized", "1");
    shut(0, "--device", sys.resolve("devices/usb1/1-1/1-1:1.0").toString());
    assertEquals("0", value("devices/usb1/1-1/authorized"));
    assertEquals("1", value("devices/usb1/1-1/1-1:1.0/authorized"));
  }

  @Test
  void aGadgetWithANetworkIsUnboundAndOneWithSoundStays() throws Exception {
    for (String each : List.of("net/functions/ecm.usb0", "net/functions/hid.0")) {
      Files.createDirectories(sys.resolve("kernel/config/usb_gadget/" + each));
    }
    Files.createDirectories(sys.resolve("kernel/config/usb_gadget/sound/functions/uac2.0"));
    write("kernel/config/usb_gadget/net/UDC", "dummy_udc.0");
    write("kernel/config/usb_gadget/sound/UDC", "dummy_udc.1");
    shut(0, "--gadgets");
    assertEquals("", value("kernel/config/usb_gadget/net/UDC"));
    assertEquals("dummy_udc.1", value("kernel/config/usb_gadget/sound/UDC"));
  }

  @Test
  void whatTheKernelDoesNotTakeIsSaidAndTold() throws Exception {
    Path flags = sys.resolve("class/net/wlan0/flags");
    Files.move(flags, sys.resolve("elsewhere"));
    Files.createDirectories(flags);
    String said = shut(1, "--for", "officeos-guard.service");
    assertTrue(said.contains("cannot write"), said);
    assertEquals("4098", value("class/net/eth0/flags"), "the rest is shut");
  }

  @Test
  void wrongWordsAreRefused() throws Exception {
    shut(64);
    shut(64, "--for");
    shut(64, "--for", "../../etc/x");
    shut(64, "--interface", "a/b");
    shut(64, "--open", "x");
    assertFalse(Files.exists(folder.resolve("run")));
  }
}
