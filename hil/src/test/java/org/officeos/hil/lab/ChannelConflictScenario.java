package org.officeos.hil.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.officeos.hil.drive.Asked;
import org.officeos.hil.drive.LaptopDriver;

/**
 * The laptop has a connection of its own, on a channel that no handheld listens on. Its radio can
 * be on one channel at a time, so the group has to come up there, and the connection has to stay.
 */
class ChannelConflictScenario extends ShippedScenario {

  /** Channel 4: neither a social one nor next to where a search begins. */
  private static final int OWN = 2427;

  private static final int OTHER = 2462;

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
}
