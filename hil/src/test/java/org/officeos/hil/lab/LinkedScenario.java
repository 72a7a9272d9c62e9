package org.officeos.hil.lab;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.officeos.hil.drive.Asked;
import org.officeos.hil.drive.HandheldDriver;
import org.officeos.hil.drive.LaptopDriver;
import org.officeos.hil.drive.Said;
import org.officeos.hil.rig.RigException;

/**
 * The shipped programs, paired, with the handheld in the laptop's group; then the same again, shut.
 */
abstract class LinkedScenario extends ShippedScenario {

  private static final int MOST_TRIES = 6;
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(3);

  LinkedScenario() {
    super(new Hosts());
  }

  /** A handheld that is paired with that laptop, whose daemon runs from now on. */
  HandheldDriver paired(LaptopDriver laptop) throws RigException {
    step("the laptop's daemon starts");
    laptop.serve();
    HandheldDriver handheld = handheld(laptop);
    pair(laptop, handheld);
    return handheld;
  }

  /** Its resident, once it is in the laptop's group. */
  Asked linked(HandheldDriver handheld) throws RigException {
    step("the resident comes into the group");
    Asked resident = handheld.resident();
    awaitLinked(resident, 1);
    return resident;
  }

  /** The same again, with the shipped packet filter and guard. */
  Asked linkedAndShut(HandheldDriver handheld, Asked before) throws Exception {
    before.running().terminate();
    before.end();
    step("all is shut, and the resident comes again");
    hosts.lock(Hosts.HANDHELD);
    return linked(handheld);
  }

  /** In the end all that may work still does. */
  void assertPicture(HandheldDriver handheld) throws Exception {
    step("a picture");
    assertDone(picture(handheld));
    assertStationStayedDown();
  }

  /** The same, where the group may not be back yet. */
  void awaitPicture(HandheldDriver handheld) throws Exception {
    step("a picture, once it comes again");
    Said said = picture(handheld);
    for (int i = 1; i < MOST_TRIES && said.exit() != 0; i++) {
      Thread.sleep(BETWEEN_TRIES.toMillis());
      said = picture(handheld);
    }
    assertDone(said);
    assertStationStayedDown();
  }

  private static Said picture(HandheldDriver handheld) throws Exception {
    Path file = Path.of(handheld.device().home(), "cat.png");
    Files.deleteIfExists(file);
    Said said = handheld.ask("image", "a cat", "--out", file.toString(), "--screen", "320x240");
    assertTrue(said.exit() != 0 || Files.size(file) > 0, said::describe);
    return said;
  }
}
