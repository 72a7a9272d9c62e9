package org.officeos.hil.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.officeos.hil.drive.Asked;
import org.officeos.hil.drive.HandheldDriver;
import org.officeos.hil.drive.LaptopDriver;
import org.officeos.hil.drive.Said;

/**
 * A handheld in the laptop's group, and somebody who is root on it. Each way out is tried where
 * nothing is shut, and has to reach the laptop there; then with the shipped packet filter and
 * guard, where nothing may. The witness is a capture on the laptop, which sees all but the session
 * itself, ARP and the handshake's frames. In the end, a picture still comes.
 */
class AirgapGroupScenario extends LinkedScenario {

  @TestFactory
  Stream<DynamicTest> nothingButTheSessionReachesTheLaptop() throws Exception {
    LaptopDriver laptop = laptop(STAND_INS);
    HandheldDriver handheld = paired(laptop);
    Asked open = linked(handheld);
    Attacks attacks =
        Attacks.whereNothingIsShut(hosts, EnumSet.range(Attack.NAMES_ASKED, Attack.RULES_FLUSHED));
    linkedAndShut(handheld, open);
    return Stream.concat(
        attacks.whereAllIsShut(),
        Stream.of(
            DynamicTest.dynamicTest(
                "a picture still comes, and wlan0 stayed down", () -> assertPicture(handheld)),
            DynamicTest.dynamicTest(
                "the laptop's audit is clean, and is not without the fence",
                () -> assertAudited(laptop))));
  }

  /** With a real group, and the daemon's own fence around it. */
  private void assertAudited(LaptopDriver laptop) throws Exception {
    step("the laptop's audit");
    Said clean = laptop.ask("audit", "airgap");
    assertEquals(0, clean.exit(), clean::describe);
    assertTrue(clean.done().path("passed").asInt() > 0, clean::describe);
    hosts.on(Hosts.LAPTOP, "nft", "delete", "table", "inet", "officeos_laptop");
    Said open = laptop.ask("audit", "airgap");
    assertEquals(1, open.exit(), open::describe);
    assertEquals(Set.of("AGL-LAP-02"), found(open), open::describe);
  }

  private static Set<String> found(Said said) {
    Set<String> ids = new TreeSet<>();
    for (JsonNode each : said.done().path("findings")) {
      if (each.path("state").asText().equals("fail")) {
        ids.add(each.path("id").asText());
      }
    }
    return ids;
  }
}
