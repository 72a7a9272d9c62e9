package org.officeos.hil.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.officeos.hil.drive.Asked;
import org.officeos.hil.drive.LaptopDriver;
import org.officeos.hil.drive.Said;
import org.officeos.hil.rig.RigException;

/**
 * The laptop has a connection of its own, on a channel that no handheld listens on. Its radio can
 * be on one channel at a time, so the group has to come up there, and the connection has to stay.
 */
class ChannelConflictScenario extends ShippedScenario {

  /** Channel 4: neither a social one nor next to where a search begins. */
  private static final int OWN = 2427;

  private static final int OTHER = 2462;
  private static final Duration STANDING = Duration.ofSeconds(90);

  ChannelConflictScenario() {
    super(Hosts.typed(Hosts.THIRD));
  }

  @Test
  void theGroupComesUpOnTheChannelOfTheLaptopsOwnConnectionAndAHandheldComesIntoItThere(
      TestReporter told) throws Exception {
    step("the laptop's own connection");
    AccessPoint own = AccessPoint.joined(hosts, OWN, rig().laptop());
    LaptopDriver laptop = laptop(STAND_INS);
    step("the daemon starts");
    laptop.serve();
    assertEquals(OWN, awaitStanding(laptop).path("frequency").asInt());
    own.assertUp();
    step("a handheld comes into it");
    Asked asking = handheld(laptop).start("pair", "--name", "lab handheld");
    asking.await("found");
    Asked window = laptop.start("pair");
    window.await("open");
    awaitLinked(asking, 1);
    own.assertUp();
    asking.running().terminate();
    step("the laptop's own connection, afterwards");
    told.publishEntry("note", own.assertNeverLeft() + " pings of its own connection answered");
    assertStationStayedDown();
  }

  @Test
  void aChannelThatIsAskedForInTheSettingsGivesWayToTheLaptopsOwnConnection(TestReporter told)
      throws Exception {
    step("the laptop's own connection");
    AccessPoint own = AccessPoint.joined(hosts, OWN, rig().laptop());
    LaptopDriver laptop = new LaptopDriver(new LaptopOn(rig(), OTHER), STAND_INS);
    step("the daemon starts");
    laptop.serve();
    assertEquals(OWN, awaitStanding(laptop).path("frequency").asInt());
    told.publishEntry("note", own.assertNeverLeft() + " pings of its own connection answered");
  }

  private static JsonNode awaitStanding(LaptopDriver laptop) throws RigException {
    long end = System.nanoTime() + STANDING.toNanos();
    while (true) {
      Said said = assertDone(laptop.ask("status"));
      JsonNode radio =
          said.last("status").orElseThrow(() -> new AssertionError(said.describe())).path("radio");
      if (radio.path("state").asText().equals("standing")) {
        return radio;
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("no group within " + STANDING + ": " + radio);
      }
    }
  }
}
