package org.officeos.hil.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.officeos.hil.drive.HandheldDriver;
import org.officeos.hil.drive.LaptopDriver;
import org.officeos.hil.drive.Said;
import org.officeos.hil.rig.RigException;

/** A person says no to the six digits: both are told by name, and nothing is left of it. */
class DeclinedScenario extends ShippedScenario {

  DeclinedScenario() {
    super(new Hosts());
  }

  @Test
  void aNoOnEitherSideIsToldOnBothAndLeavesNothingThenAYesPairs() throws Exception {
    step("the laptop's daemon starts");
    LaptopDriver laptop = laptop(STAND_INS);
    laptop.serve();
    HandheldDriver handheld = handheld(laptop);

    Attempt first = asked(laptop, handheld, "a pairing that the handheld declines");
    first.window().answer(true);
    first.asking().answer(false);
    Said here = first.asking().end();
    assertEquals(4, here.exit(), here::describe);
    assertEquals("NOT_CONFIRMED_HERE", here.reason(), here::describe);
    JsonNode told = first.window().await("attempt_failed");
    assertEquals("not_confirmed_by_peer", told.path("reason").asText());
    first.window().running().terminate();
    first.window().end();
    assertNothingLeft(laptop, handheld);

    Attempt second = asked(laptop, handheld, "a pairing that the laptop declines");
    second.window().answer(false);
    Said there = second.window().end();
    assertEquals(1, there.exit(), there::describe);
    assertTrue(there.describe().contains("not_confirmed_here"), there::describe);
    here = second.asking().end();
    assertEquals(4, here.exit(), here::describe);
    assertEquals("NOT_CONFIRMED_THERE", here.reason(), here::describe);
    assertNothingLeft(laptop, handheld);

    pair(laptop, handheld);
    assertEquals(1, devices(laptop).size());
    assertStationStayedDown();
  }

  private Attempt asked(LaptopDriver laptop, HandheldDriver handheld, String what)
      throws IOException, RigException {
    step(what);
    Attempt attempt = attempt(laptop, handheld);
    assertTrue(
        remembered().contains("PersistentGroups/"),
        "no group is remembered: the next check is blind");
    return attempt;
  }

  /**
   * No relationship on either, no group on the handheld, and none that its supplicant remembers.
   */
  private void assertNothingLeft(LaptopDriver laptop, HandheldDriver handheld)
      throws IOException, RigException {
    assertEquals(0, devices(laptop).size());
    assertEquals(0, handheld.ask("relationships").done().path("relationships").size());
    assertFalse(
        remembered().contains("PersistentGroups/"), "the handheld's supplicant remembers a group");
    String interfaces = hosts.on(Hosts.HANDHELD, "iw", "dev");
    assertFalse(interfaces.contains("type P2P-client"), interfaces);
  }

  /** Which groups the handheld's supplicant remembers, by its own word on the bus. */
  private String remembered() throws IOException {
    return hosts.on(
        Hosts.HANDHELD,
        "dbus-send",
        "--bus=" + Hosts.bus(Hosts.HANDHELD),
        "--print-reply",
        "--dest=fi.w1.wpa_supplicant1",
        "/fi/w1/wpa_supplicant1/Interfaces/0",
        "org.freedesktop.DBus.Properties.Get",
        "string:fi.w1.wpa_supplicant1.Interface.P2PDevice",
        "string:PersistentGroups");
  }
}
