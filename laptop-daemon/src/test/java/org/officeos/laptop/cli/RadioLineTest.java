package org.officeos.laptop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.officeos.laptop.control.Json;

final class RadioLineTest {

  private static ObjectNode radio(String state) {
    return Json.object()
        .put("configured", true)
        .put("state", state)
        .put("name", "Ada's laptop")
        .put("interface", "wlan0");
  }

  private static ObjectNode standing(int clients) {
    return radio("standing")
        .put("group_interface", "p2p-wlan0-0")
        .put("ssid", "DIRECT-ab-OfficeOS")
        .put("frequency", 2412)
        .put("clients", clients);
  }

  @Test
  void saysWhereTheGroupStands() {
    assertEquals(
        "group DIRECT-ab-OfficeOS stands on p2p-wlan0-0 at 2412 MHz, 1 handheld in it",
        RadioLine.of(standing(1)));
    assertEquals(
        "on the air as \"Ada's laptop\", group DIRECT-ab-OfficeOS stands on p2p-wlan0-0 at 2412"
            + " MHz, 0 handhelds in it",
        RadioLine.whilePairing(standing(0)));
  }

  @Test
  void saysWhyItDoesNot() {
    ObjectNode away =
        radio("radio_away").put("reason", "BUS_DENIED").put("explanation", "refused: run as root");
    assertEquals("wlan0: radio away; BUS_DENIED, refused: run as root", RadioLine.of(away));
    assertEquals("not on the air, wlan0: looking up", RadioLine.whilePairing(radio("looking_up")));
  }

  @Test
  void saysWhereNoneIsConfigured() {
    assertEquals(
        "none configured; name one in [radio]",
        RadioLine.of(Json.object().put("configured", false).put("state", "off")));
  }
}
