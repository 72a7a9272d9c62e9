package org.officeos.hil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hil.drive.Asked;
import org.officeos.hil.drive.HandheldDriver;
import org.officeos.hil.drive.Said;

/** Two people, two screens, six digits. */
class PairingIT {

  @TempDir Path folder;

  private Office office;

  @BeforeEach
  void open() throws Exception {
    office = Office.open(Rigs.open(folder), Office.STAND_INS);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void bothScreensShowTheSameCodeAndBothEndsStoreTheRelationship() throws Exception {
    HandheldDriver handheld = office.handheld("anna");
    Asked window = office.laptop().start("pair");
    window.await("open");
    Asked asking = handheld.start("pair", "--name", "anna");
    String there = Office.codeOnLaptop(window);
    assertTrue(there.matches("[0-9]{6}"), there);
    assertEquals(there, Office.codeOnHandheld(asking));
    window.answer(true);
    asking.answer(true);
    Said done = asking.end();
    assertEquals(0, done.exit(), done::describe);
    assertEquals(0, window.end().exit());

    assertEquals(
        office.idOf("anna"),
        handheld.ask("relationships").done().path("relationships").path(0).path("id").asText());
  }

  @Test
  void aNoOnTheHandheldStoresNothingOnEitherEnd() throws Exception {
    assertNothingStoredAfter(true, false);
  }

  @Test
  void aNoOnTheLaptopStoresNothingOnEitherEnd() throws Exception {
    assertNothingStoredAfter(false, true);
  }

  private void assertNothingStoredAfter(boolean laptopSays, boolean handheldSays) throws Exception {
    HandheldDriver handheld = office.handheld("anna");
    Asked window = office.laptop().start("pair");
    window.await("open");
    Asked asking = handheld.start("pair", "--name", "anna");
    assertEquals(Office.codeOnLaptop(window), Office.codeOnHandheld(asking));
    window.answer(laptopSays);
    asking.answer(handheldSays);
    Said said = asking.end();
    assertEquals(4, said.exit(), said::describe);
    assertEquals(
        handheldSays ? "NOT_CONFIRMED_THERE" : "NOT_CONFIRMED_HERE", said.reason(), said::describe);
    window.running().terminate();
    window.end();

    assertEquals(0, office.devices().size());
    assertEquals(0, handheld.ask("relationships").done().path("relationships").size());
  }

  @Test
  void aHandheldIsTurnedAwayWhileThePairingWindowIsClosed() throws Exception {
    Said said = office.handheld("anna").ask("pair", "--name", "anna");
    assertEquals(4, said.exit(), said::describe);
    assertEquals("PAIRING_NOT_OPEN", said.reason(), said::describe);
    assertEquals(0, office.devices().size());
  }

  @Test
  void twoHandheldsPairOneAfterTheOtherAndGetDifferentRelationships() throws Exception {
    office.paired("anna");
    office.paired("ben");
    assertEquals(2, office.devices().size());
    assertNotEquals(office.idOf("anna"), office.idOf("ben"));
  }
}
