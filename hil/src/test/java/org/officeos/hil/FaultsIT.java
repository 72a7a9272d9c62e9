package org.officeos.hil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hil.drive.Asked;
import org.officeos.hil.drive.HandheldDriver;
import org.officeos.hil.drive.Said;
import org.officeos.hil.rig.LoopbackRig;

/** Killed, cancelled and stalled in the middle of a picture. */
class FaultsIT {

  @TempDir Path folder;

  private FakeWebUi webUi;
  private Office office;
  private HandheldDriver anna;

  @BeforeEach
  void open() throws Exception {
    webUi = new FakeWebUi();
    String config =
        "[image]\nkind = \"webui\"\nurl = \"" + webUi.url() + "\"\n[text]\nurl = \"stand-in\"\n";
    office = Office.open(new LoopbackRig(Office.product(), folder), config);
    anna = office.paired("anna");
  }

  @AfterEach
  void close() {
    office.close();
    webUi.close();
  }

  private String file() {
    return anna.device().home() + "/picture.png";
  }

  private Asked startedPicture() throws Exception {
    Asked asked = anna.start("image", "a slow picture", "--out", file(), "--retries", "0");
    assertTrue(webUi.awaitBegun(), "the service was never asked");
    return asked;
  }

  @Test
  void aHandheldKilledInMidPictureHasItsJobInterrupted() throws Exception {
    startedPicture().running().kill();
    assertTrue(webUi.awaitInterrupted(), "the job went on though nobody wants it");
    assertFalse(Files.exists(Path.of(file())));
    assertEquals(0, anna.ask("chat", "Still there?").exit());
  }

  @Test
  void aCancelledPictureIsInterruptedUpstreamAndLeavesNoFile() throws Exception {
    Asked picture = startedPicture();
    Said cancel = anna.ask("cancel");
    assertEquals(0, cancel.exit(), cancel::describe);
    Said said = picture.end();
    assertEquals(3, said.exit(), said::describe);
    assertEquals("CANCELLED", said.reason(), said::describe);
    assertTrue(webUi.awaitInterrupted(), "the job went on though it was cancelled");
    assertFalse(Files.exists(Path.of(file())));
  }

  @Test
  void aLaptopKilledInMidPictureKeepsTheRelationshipAndServesAgain() throws Exception {
    Asked picture = startedPicture();
    office.killLaptop();
    Said said = picture.end();
    assertEquals(2, said.exit(), said::describe);
    assertEquals("CONNECTION_CUT", said.reason(), said::describe);

    office.restartLaptop();
    webUi.finishAll();
    Said again = anna.ask("image", "a quick picture", "--out", file());
    assertEquals(0, again.exit(), again::describe);
    assertTrue(Files.exists(Path.of(file())));
  }

  @Test
  void aStalledPictureBlocksNeitherItsOwnHandheldNorAnother() throws Exception {
    HandheldDriver ben = office.paired("ben");
    Asked picture = startedPicture();
    assertEquals(0, anna.ask("chat", "May I ask meanwhile?").exit());
    assertEquals(0, ben.ask("chat", "May I?").exit());
    assertTrue(picture.running().isAlive());
    webUi.finishAll();
    Said said = picture.end();
    assertEquals(0, said.exit(), said::describe);
  }

  @Test
  void twoHandheldsAreServedAtOnce() throws Exception {
    HandheldDriver ben = office.paired("ben");
    webUi.finishAll();
    Asked one = anna.start("chat", "One");
    Asked two = ben.start("image", "two", "--out", ben.device().home() + "/two.png");
    Asked three = anna.start("image", "three", "--out", file());
    for (Asked asked : new Asked[] {one, two, three}) {
      Said said = asked.end();
      assertEquals(0, said.exit(), said::describe);
    }
  }
}
