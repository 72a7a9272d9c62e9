package org.officeos.hil.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.officeos.hil.drive.Asked;
import org.officeos.hil.drive.HandheldDriver;
import org.officeos.hil.drive.LaptopDriver;
import org.officeos.hil.drive.Said;

/**
 * A relationship ends, from either end: what wpa_supplicant wrote into its file goes with it, and
 * the laptop's next group has another name and key. Also a group that is brought back elsewhere.
 */
class RevokedScenario extends ShippedScenario {

  private static final Duration SOON = Duration.ofSeconds(90);
  private static final int OTHER = 2462;

  RevokedScenario() {
    super(new Hosts());
  }

  @Test
  void aRevokedHandheldIsToldAndSentOutAndNoKeyOfThatGroupIsLeftOnEitherEnd(TestReporter told)
      throws Exception {
    step("services and the laptop's daemon start");
    Asked services = onLaptop(SlowPictures.class);
    LaptopDriver laptop = laptop(servicesAt(services.await("ready")));
    laptop.serve();
    HandheldDriver handheld = handheld(laptop);
    pair(laptop, handheld);
    List<String> group = written(Hosts.LAPTOP);
    assertEquals(1, group.size(), "groups in the laptop's file: " + group);
    assertEquals(group, written(Hosts.HANDHELD), "in the handheld's file");
    step("the resident comes into the group");
    Asked resident = handheld.resident();
    awaitLinked(resident, 1);
    Asked picture =
        handheld.start(
            "image",
            "a cat",
            "--out",
            handheld.device().home() + "/cat.png",
            "--steps",
            "60",
            "--retries",
            "0");
    picture.await("progress");

    step("the laptop revokes");
    long began = System.nanoTime();
    String id = devices(laptop).path(0).path("id").asText();
    assertDone(laptop.ask("revoke", id, "--yes"));
    Said cut = picture.end();
    assertEquals(4, cut.exit(), cut::describe);
    assertEquals("REVOKED_BY_LAPTOP", cut.reason(), cut::describe);
    Said ended = resident.end();
    String after = RadioScenario.since(began);
    assertEquals(4, ended.exit(), ended::describe);
    assertEquals("REVOKED_BY_LAPTOP", ended.reason(), ended::describe);
    assertEquals(List.of(), written(Hosts.HANDHELD), "in the handheld's file");
    String interfaces = hosts.on(Hosts.HANDHELD, "iw", "dev");
    assertFalse(interfaces.contains("type P2P-client"), interfaces);
    List<String> next =
        awaitWritten(now -> now.size() == 1 && !now.equals(group), "another group alone");

    step("the two pair again");
    pair(laptop, handheld);
    assertEquals(next, written(Hosts.HANDHELD), "in the handheld's file");
    assertEquals(next, written(Hosts.LAPTOP), "in the laptop's file");
    told.publishEntry("note", "the link ended " + after + " after the laptop revoked");
    assertStationStayedDown();
  }

  @Test
  void aHandheldThatEndsItWhileItsSupplicantIsGoneForgetsTheGroupLater() throws Exception {
    step("the laptop's daemon starts");
    LaptopDriver laptop = laptop(STAND_INS);
    Asked daemon = laptop.serve();
    HandheldDriver handheld = handheld(laptop);
    pair(laptop, handheld);
    List<String> group = written(Hosts.HANDHELD);
    assertEquals(1, group.size(), "groups in the handheld's file: " + group);

    step("the handheld revokes without its supplicant");
    hosts.kill("supplicant", Hosts.HANDHELD);
    Said said = handheld.ask("revoke");
    JsonNode done = assertDone(said).done();
    assertFalse(done.path("laptop_told").asBoolean(), said::describe);
    assertFalse(done.path("group_forgotten").asBoolean(), said::describe);
    assertEquals(group, written(Hosts.HANDHELD), "in the handheld's file: nothing was left to do");
    hosts.start("supplicant", Hosts.HANDHELD);

    step("the two pair again");
    pair(laptop, handheld);
    assertEquals(group, written(Hosts.HANDHELD), "in the handheld's file");

    step("the daemon starts again");
    String ssid = awaitStanding(laptop).path("ssid").asText();
    daemon.running().terminate();
    daemon.end();
    laptop.serve();
    // Its supplicant drops a group whose only client asks to be let in anew; the daemon does not.
    assertEquals(ssid, awaitStanding(laptop).path("ssid").asText());
    step("the resident comes into it");
    awaitLinked(handheld.resident(), 1);
  }

  @Test
  void aGroupThatIsBroughtBackIsOnTheChannelThatTheSettingsName() throws Exception {
    step("the laptop's daemon starts");
    LaptopDriver laptop = laptop(STAND_INS);
    Asked daemon = laptop.serve();
    JsonNode first = awaitStanding(laptop);
    assertNotEquals(OTHER, first.path("frequency").asInt());
    pair(laptop, handheld(laptop));
    daemon.running().terminate();
    daemon.end();

    step("the daemon starts with another channel in its settings");
    LaptopDriver moved = new LaptopDriver(new LaptopOn(rig(), OTHER), STAND_INS);
    moved.serve();
    JsonNode second = awaitStanding(moved);
    assertEquals(OTHER, second.path("frequency").asInt(), second::toString);
    assertEquals(first.path("ssid").asText(), second.path("ssid").asText());
    step("the resident comes into it");
    awaitLinked(handheld(moved).resident(), 1);
    assertStationStayedDown();
  }

  private List<String> awaitWritten(Predicate<List<String>> wanted, String what) throws Exception {
    long end = System.nanoTime() + SOON.toNanos();
    List<String> now = written(Hosts.LAPTOP);
    while (!wanted.test(now)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "no " + what + " in the laptop's file within " + SOON + ": " + now);
      }
      Thread.sleep(500);
      now = written(Hosts.LAPTOP);
    }
    return now;
  }

  /** The names of the groups that a host's supplicant keeps in its file. */
  private static List<String> written(String host) throws IOException {
    return Files.readAllLines(Path.of("/run/lab", host, "supplicant.conf"), UTF_8).stream()
        .map(String::strip)
        .filter(line -> line.startsWith("ssid=\"DIRECT-"))
        .sorted()
        .toList();
  }
}
