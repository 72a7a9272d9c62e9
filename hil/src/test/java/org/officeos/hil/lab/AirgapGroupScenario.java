package org.officeos.hil.lab;

import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.officeos.hil.drive.Asked;
import org.officeos.hil.drive.HandheldDriver;

/**
 * A handheld in the laptop's group, and somebody who is root on it. Each way out is tried where
 * nothing is shut, and has to reach the laptop there; then with the shipped packet filter and
 * guard, where nothing may. The witness is a capture on the laptop, which sees all but the session
 * itself, ARP and the handshake's frames. In the end, a picture still comes.
 */
class AirgapGroupScenario extends LinkedScenario {

  @TestFactory
  Stream<DynamicTest> nothingButTheSessionReachesTheLaptop() throws Exception {
    HandheldDriver handheld = paired();
    Asked open = linked(handheld);
    Map<Attack, Integer> controls =
        Attack.controls(hosts, EnumSet.range(Attack.NAMES_ASKED, Attack.RULES_FLUSHED));
    linkedAndShut(handheld, open);
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
}
