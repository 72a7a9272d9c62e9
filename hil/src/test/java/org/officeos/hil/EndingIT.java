package org.officeos.hil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hil.drive.HandheldDriver;
import org.officeos.hil.drive.Said;

/** How relationships end, and how they go on. */
class EndingIT {

  @TempDir Path folder;

  private Office office;
  private HandheldDriver anna;

  @BeforeEach
  void open() throws Exception {
    office = Office.open(Rigs.open(folder), Office.STAND_INS);
    anna = office.paired("anna");
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void aDeviceRevokedOnTheLaptopIsTurnedAwayAndAnotherIsNot() throws Exception {
    HandheldDriver ben = office.paired("ben");
    Said revoked = office.laptop().ask("revoke", office.idOf("anna"), "--yes");
    assertEquals(0, revoked.exit(), revoked::describe);

    Said refused = anna.ask("chat", "Hello?", "--retries", "0");
    assertEquals(4, refused.exit(), refused::describe);
    assertTrue(
        refused.reason().equals("REVOKED_BY_LAPTOP")
            || refused.reason().equals("UNKNOWN_TO_LAPTOP"),
        refused::describe);
    assertEquals(0, ben.ask("chat", "Hello?").exit());
  }

  @Test
  void aDeviceThatRevokesTellsTheLaptopWhichForgetsItToo() throws Exception {
    Said revoked = anna.ask("revoke");
    assertEquals(0, revoked.exit(), revoked::describe);
    assertTrue(revoked.done().path("laptop_told").asBoolean(), revoked::describe);
    assertEquals(0, office.devices().size());

    Said refused = anna.ask("chat", "Hello?", "--retries", "0");
    assertEquals(4, refused.exit(), refused::describe);
  }

  @Test
  void aRevokedDeviceCanPairAgainAndIsKnown() throws Exception {
    office.laptop().ask("revoke", office.idOf("anna"), "--yes");
    anna.ask("revoke", "--local");
    HandheldDriver again = office.paired("anna");
    assertEquals(0, again.ask("chat", "Hello?").exit());
    assertEquals(1, office.devices().size());
  }

  @Test
  void renewalMovesTheEndAndTheNextConnectionUsesTheNewKeys() throws Exception {
    Said renewed = anna.ask("renew", "--days", "20");
    assertEquals(0, renewed.exit(), renewed::describe);
    Instant before = Instant.parse(renewed.done().path("expired_before").asText());
    Instant after = Instant.parse(renewed.done().path("relationship").path("expires").asText());
    assertTrue(after.isBefore(before), renewed::describe);

    Said next = anna.ask("chat", "Hello?");
    assertEquals(0, next.exit(), next::describe);
    int generation = next.done().path("relationship").path("generation").asInt();
    assertEquals(renewed.done().path("relationship").path("generation").asInt(), generation);
    assertEquals(0, anna.ask("chat", "And again?").exit());
  }
}
