package org.officeos.hil.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.officeos.hil.drive.Asked;
import org.officeos.hil.drive.HandheldDriver;
import org.officeos.hil.drive.LaptopDriver;
import org.officeos.hil.drive.Said;
import org.officeos.hil.rig.RigException;

/**
 * The handheld goes out of range in the middle of a picture, and comes back. Nothing tells either
 * end: frames are no longer heard, that is all.
 */
class RangeScenario extends ShippedScenario {

  private static final String LONG = "60";
  private static final String SHORT = "2";

  RangeScenario() {
    super(new Hosts());
  }

  @Test
  void aPictureThatIsCutEndsByNameAndOnceTheHandheldIsBackTheNextOneArrives(TestReporter told)
      throws Exception {
    Office office = office();
    Asked picture = started(office, "one.png", LONG, "0");
    step("out of range");
    long left = System.nanoTime();
    hosts.moveOutOfRange(Hosts.HANDHELD);

    Said cut = picture.end();
    String cutAfter = RadioScenario.since(left);
    assertEquals(2, cut.exit(), cut::describe);
    assertEquals("CONNECTION_CUT", cut.reason(), cut::describe);
    assertFalse(Files.exists(Path.of(file(office, "one.png"))));
    office.services().await("interrupted");
    String interruptedAfter = RadioScenario.since(left);
    awaitEnded(office.laptop(), "cancelled", 1);

    awaitLost(office.resident(), 1);
    step("back in range");
    long back = System.nanoTime();
    hosts.moveIntoRange(Hosts.HANDHELD);
    awaitLinked(office.resident(), 2);
    String linkedAfter = RadioScenario.since(back);
    assertDone(started(office, "two.png", SHORT, "0").end());
    assertTrue(Files.size(Path.of(file(office, "two.png"))) > 0);
    awaitEnded(office.laptop(), "ok", 1);
    assertStationStayedDown();
    told.publishEntry(
        "note",
        "cut after "
            + cutAfter
            + ", interrupted after "
            + interruptedAfter
            + ", linked again "
            + linkedAfter
            + " after its return");
  }

  /** What runs: services, the laptop, and the handheld's resident in its group. */
  private record Office(
      Asked services, LaptopDriver laptop, HandheldDriver handheld, Asked resident) {}

  private Office office() throws RigException {
    step("services and the laptop's daemon start");
    Asked services = onLaptop(SlowPictures.class);
    LaptopDriver laptop = laptop(servicesAt(services.await("ready")));
    laptop.serve();
    HandheldDriver handheld = handheld(laptop);
    pair(laptop, handheld);
    step("the resident comes into the group");
    Asked resident = handheld.resident();
    awaitLinked(resident, 1);
    return new Office(services, laptop, handheld, resident);
  }

  /** A picture that is being drawn. */
  private Asked started(Office office, String name, String steps, String retries)
      throws RigException {
    step("a picture of " + steps + " steps");
    Asked asked =
        office
            .handheld()
            .start(
                "image",
                "robot cat in space",
                "--out",
                file(office, name),
                "--screen",
                "320x240",
                "--steps",
                steps,
                "--retries",
                retries);
    if (steps.equals(LONG)) {
      asked.await("progress");
    }
    return asked;
  }

  private static String file(Office office, String name) {
    return office.handheld().device().home() + "/" + name;
  }

  /** The laptop's audit trail says so many times that a request ended like that. */
  private static void awaitEnded(LaptopDriver laptop, String result, long times)
      throws RigException {
    Said audit = assertDone(laptop.ask("audit", "-n", "0"));
    List<String> ended =
        audit.all("entry").stream()
            .filter(entry -> entry.path("kind").asText().equals("ended"))
            .map(entry -> entry.path("result").asText())
            .toList();
    assertEquals(times, ended.stream().filter(result::equals).count(), audit::describe);
  }
}
