package org.officeos.hil.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The two hosts are what the other scenarios take them for. */
class TwoBusesScenario {

  private static final String SUPPLICANT = "fi.w1.wpa_supplicant1";
  private static final Pattern MODE = Pattern.compile("^\\t\\t \\* (\\S+)$", Pattern.MULTILINE);

  @RegisterExtension final Hosts hosts = new Hosts();

  private String property(String host, String object, String type, String name) throws IOException {
    return hosts.on(
        host,
        "dbus-send",
        "--bus=" + Hosts.bus(host),
        "--print-reply",
        "--dest=" + SUPPLICANT,
        object,
        "org.freedesktop.DBus.Properties.Get",
        "string:" + type,
        "string:" + name);
  }

  @Test
  void eachSupplicantIsOnItsOwnBusAndNamesP2pAmongWhatItCanDo() throws IOException {
    for (String host : List.of(Hosts.HANDHELD, Hosts.LAPTOP)) {
      String build = property(host, "/fi/w1/wpa_supplicant1", SUPPLICANT, "Capabilities");
      assertTrue(build.contains("\"p2p\""), build);
      String radio =
          property(
              host,
              "/fi/w1/wpa_supplicant1/Interfaces/0",
              SUPPLICANT + ".Interface",
              "Capabilities");
      String modes = radio.substring(radio.indexOf("\"Modes\""));
      assertTrue(modes.substring(0, modes.indexOf(']')).contains("\"p2p\""), radio);
    }
    assertNotEquals(busId(Hosts.HANDHELD), busId(Hosts.LAPTOP));
  }

  private String busId(String host) throws IOException {
    return hosts.on(
        host,
        "dbus-send",
        "--bus=" + Hosts.bus(host),
        "--print-reply=literal",
        "--dest=org.freedesktop.DBus",
        "/",
        "org.freedesktop.DBus.GetId");
  }

  @Test
  void theKernelListsWhatTheRadiosCanBe() throws IOException {
    Set<String> wanted = Set.of("managed", "AP", "P2P-client", "P2P-GO");
    for (String host : List.of(Hosts.HANDHELD, Hosts.LAPTOP)) {
      String phy = hosts.on(host, "iw", "phy");
      String modes = phy.substring(phy.indexOf("Supported interface modes:"));
      modes = modes.substring(0, modes.indexOf("\tBand "));
      Set<String> listed = new TreeSet<>();
      Matcher mode = MODE.matcher(modes);
      while (mode.find()) {
        listed.add(mode.group(1));
      }
      assertTrue(listed.containsAll(wanted), listed::toString);
      assertEquals(Hosts.haveP2pDevice(), listed.contains("P2P-device"), listed::toString);
    }
  }

  @Test
  void neitherHostHasAnyInterfaceButItsRadioAndLoopback() throws IOException {
    for (String host : List.of(Hosts.HANDHELD, Hosts.LAPTOP)) {
      List<String> links =
          hosts.on(host, "ip", "-o", "link").lines().map(line -> line.split(": ", 3)[1]).toList();
      assertEquals(List.of("lo", "wlan0"), links.stream().sorted().toList());
      assertFalse(hosts.on(host, "ip", "route", "show", "table", "all").contains("default"));
    }
  }

  @Test
  void aStationThatIsBroughtUpIsNoticed() throws IOException {
    hosts.quietStation(Hosts.HANDHELD);
    hosts.on(Hosts.HANDHELD, "ip", "link", "set", "wlan0", "up");
    AssertionError noticed =
        assertThrows(AssertionError.class, () -> hosts.assertStationStayedDown(Hosts.HANDHELD));
    assertTrue(String.valueOf(noticed.getMessage()).contains("came up again"), noticed::toString);
  }
}
