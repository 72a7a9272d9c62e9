package org.officeos.hil;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hil.drive.HandheldDriver;
import org.officeos.hil.drive.Said;

/** What a paired handheld can ask for; one office for all, because nothing here breaks it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestsIT {

  private Office office;
  private HandheldDriver handheld;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    office =
        Office.open(
            Rigs.open(folder), Office.STAND_INS + "[limits.complete]\nrequests_per_minute = 2\n");
    handheld = office.paired("anna");
  }

  @AfterAll
  void close() {
    office.close();
  }

  @Test
  void aPictureComesFittedToTheScreenWithProgressOnTheWay() throws Exception {
    String file = handheld.device().home() + "/cat.png";
    Said said =
        handheld.ask(
            "image", "robot cat in space", "--out", file, "--screen", "320x240", "--seed", "7");
    assertEquals(0, said.exit(), said::describe);
    assertFalse(said.all("progress").isEmpty(), said::describe);
    JsonNode done = said.done();
    assertEquals(512, done.path("result").path("drawn_width").asInt(), said::describe);
    BufferedImage picture = ImageIO.read(handheld.device().collect("cat.png").toFile());
    assertEquals(240, picture.getHeight());
    assertEquals(done.path("result").path("width").asInt(), picture.getWidth());
    assertEquals(
        Files.size(handheld.device().collect("cat.png")),
        done.path("sizes").path("body_decoded").asLong());
  }

  @Test
  void theInstructionCostsAtMostAHundredBytesBeyondItsOwn() throws Exception {
    JsonNode sizes = handheld.ask("chat", "How are you?").done().path("sizes");
    int own = sizes.path("instruction").asInt();
    int wire = sizes.path("instruction_wire").asInt();
    assertTrue(own > 0 && wire - own <= 100, own + " bytes took " + wire + " on the wire");
  }

  @Test
  void theSameSeedGivesTheSamePicture() throws Exception {
    byte[] first = draw("one.png");
    assertArrayEquals(first, draw("two.png"));
  }

  private byte[] draw(String name) throws Exception {
    String file = handheld.device().home() + "/" + name;
    Said said = handheld.ask("image", "a lighthouse", "--seed", "11", "--out", file);
    assertEquals(0, said.exit(), said::describe);
    return Files.readAllBytes(handheld.device().collect(name));
  }

  @Test
  void anAnswerStreamsTokenByTokenAndEndsWhole() throws Exception {
    Said said = handheld.ask("chat", "What can you see?");
    assertEquals(0, said.exit(), said::describe);
    assertTrue(said.all("token").size() > 1, said::describe);
    assertEquals(said.done().path("result").path("text").asText(), said.text());
    assertFalse(said.text().isBlank());
  }

  @Test
  void theStandInSaysThatItIsOne() throws Exception {
    String model =
        handheld.ask("chat", "Who are you?").done().path("result").path("model").asText();
    assertTrue(model.contains("stand-in"), model);
  }

  @Test
  void permissionIsAskedAnewAtEachInstruction() throws Exception {
    String id = office.idOf("anna");
    assertEquals(0, office.laptop().ask("permit", id, "--deny", "generate_image").exit());
    Said refused = handheld.ask("image", "a boat", "--out", handheld.device().home() + "/no.png");
    assertEquals(1, refused.exit(), refused::describe);
    assertEquals("PERMISSION_DENIED", refused.reason(), refused::describe);

    Said allowed = office.laptop().ask("permit", id, "generate_image");
    assertEquals(0, allowed.exit(), allowed::describe);
    Said said = handheld.ask("image", "a boat", "--out", handheld.device().home() + "/yes.png");
    assertEquals(0, said.exit(), said::describe);
  }

  @Test
  void theThirdTextInAMinuteIsRefusedWithTheTimeToWait() throws Exception {
    for (int i = 0; i < 2; i++) {
      Said said = handheld.ask("complete", "Once upon a time", "--retries", "0");
      assertEquals(0, said.exit(), said::describe);
    }
    Said refused = handheld.ask("complete", "Once upon a time", "--retries", "0");
    assertEquals(1, refused.exit(), refused::describe);
    assertEquals("RATE_LIMITED", refused.reason(), refused::describe);
    long wait = refused.last("error").orElseThrow().path("retry_after_ms").asLong();
    assertTrue(wait > 0 && wait <= 60_000, refused::describe);
  }

  @Test
  void anUnusableCommandLineIsTheUsersToMend() throws Exception {
    Said said = handheld.ask("image");
    assertEquals(64, said.exit(), said::describe);
  }
}
