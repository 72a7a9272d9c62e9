package org.officeos.hil.lab;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.officeos.hil.drive.Asked;
import org.officeos.hil.drive.HandheldDriver;
import org.officeos.hil.drive.LaptopDriver;

/**
 * A handheld in the laptop's group, and somebody who is root on it. Each way out is tried where
 * nothing is shut, and has to reach the laptop there; then with the shipped packet filter and
 * guard, where nothing may. The witness is a capture on the laptop, which sees all but the session
 * itself, ARP and the handshake's frames. In the end, a picture still comes.
 */
class AirgapGroupScenario extends ShippedScenario {

  AirgapGroupScenario() {
    super(new Hosts());
  }

  @TestFactory
  Stream<DynamicTest> nothingButTheSessionReachesTheLaptop() throws Exception {
    step("the laptop's daemon starts");
    LaptopDriver laptop = laptop(STAND_INS);
    laptop.serve();
    HandheldDriver handheld = handheld(laptop);
    pair(laptop, handheld);
    step("the resident comes into the group");
    Asked before = handheld.resident();
    awaitLinked(before, 1);
    Map<Attack, Integer> controls =
        Attack.controls(hosts, EnumSet.range(Attack.NAMES_ASKED, Attack.RULES_FLUSHED));
    before.running().terminate();
    before.end();
    step("all is shut, and the resident comes again");
    hosts.lock(Hosts.HANDHELD);
    awaitLinked(handheld.resident(), 1);
    return Stream.concat(
        controls.keySet().stream()
            .map(
                each ->
                    DynamicTest.dynamicTest(
                        each.words() + ", open " + controls.get(each) + " frames, shut 0",
                        () -> each.assertShut(hosts, controls))),
        Stream.of(
            DynamicTest.dynamicTest(
                "a picture still comes, and wlan0 stayed down", () -> assertPicture(handheld))));
  }

  private void assertPicture(HandheldDriver handheld) throws Exception {
    step("a picture");
    Path file = Path.of(handheld.device().home(), "cat.png");
    assertDone(handheld.ask("image", "a cat", "--out", file.toString(), "--screen", "320x240"));
    assertTrue(Files.size(file) > 0);
    assertStationStayedDown();
  }
}
