package org.officeos.hil.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.officeos.hil.drive.Asked;
import org.officeos.hil.drive.HandheldDriver;
import org.officeos.hil.drive.LaptopDriver;
import org.officeos.hil.drive.Said;
import org.officeos.hil.rig.RadioRig;
import org.officeos.hil.rig.Rig;
import org.officeos.hil.rig.RigException;

/**
 * The programs as they are shipped, on the lab's hosts, and what scenarios of them do again and
 * again. Where the radios have a P2P-device, the handheld's station interface is down for the whole
 * of every test.
 */
abstract class ShippedScenario {

  static final Path PRODUCT = Path.of("/lab/product");

  /** A laptop's settings with no service behind it but its own. */
  static final String STAND_INS =
      "name = \"Lab laptop\"\n[image]\nurl = \"stand-in\"\n[text]\nurl = \"stand-in\"\n";

  private static final String HANDHELD = "handheld";
  private static final Duration STANDING = Duration.ofSeconds(90);

  @RegisterExtension final Hosts hosts;

  private @Nullable Rig rig;

  ShippedScenario(Hosts hosts) {
    this.hosts = hosts;
  }

  @BeforeEach
  void openRig() throws Exception {
    if (Hosts.haveP2pDevice()) {
      hosts.quietStation(Hosts.HANDHELD);
    }
    rig = reach(Files.createTempDirectory("officeos-"));
  }

  /**
   * The two hosts as devices: this guest starts their programs itself, where nothing else is said.
   *
   * @param folder for files of the rig
   */
  Rig reach(Path folder) throws Exception {
    return new RadioRig(PRODUCT, folder);
  }

  @AfterEach
  void closeRig() throws RigException {
    Rig open = rig;
    if (open != null) {
      open.writeLogs(hosts.logs().resolve("programs"));
      open.close();
    }
  }

  Rig rig() {
    Rig open = rig;
    return open == null ? fail("no rig") : open;
  }

  /** For the page of the run. */
  void step(String words) {
    hosts.timeline().write("lab", "phase", words);
  }

  /** A process of ours on the laptop: a class of these tests. */
  Asked onLaptop(Class<?> program) throws RigException {
    return new Asked(
        rig()
            .laptop()
            .startProgram(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx128m",
                    "-Djava.awt.headless=true",
                    "-cp",
                    System.getProperty("java.class.path"),
                    program.getName())));
  }

  /** The laptop's settings for services that said where they are. */
  static String servicesAt(JsonNode ready) {
    return String.format(
        Locale.ROOT,
        "name = \"Lab laptop\"%n[image]%nkind = \"webui\"%nurl = \"%s\"%n[text]%nurl = \"%s\"%n",
        ready.path("image").asText(),
        ready.path("text").asText());
  }

  /** A laptop, not started yet. */
  LaptopDriver laptop(String config) {
    return new LaptopDriver(rig(), config);
  }

  /** The one handheld. */
  HandheldDriver handheld(LaptopDriver laptop) {
    return new HandheldDriver(rig().handheld(HANDHELD), laptop.link());
  }

  /** Pairs them over the air; both persons compare the codes and say yes. */
  void pair(LaptopDriver laptop, HandheldDriver handheld) throws RigException {
    step("pairing");
    Attempt attempt = attempt(laptop, handheld);
    attempt.window().answer(true);
    attempt.asking().answer(true);
    assertDone(attempt.asking().end());
    assertDone(attempt.window().end());
  }

  /** Both show the same digits and wait for their persons. */
  record Attempt(Asked window, Asked asking) {}

  /** The window is opened once the laptop is found: the two minutes are short on a busy machine. */
  Attempt attempt(LaptopDriver laptop, HandheldDriver handheld) throws RigException {
    Asked asking = handheld.start("pair", "--name", "lab handheld");
    asking.await("found");
    Asked window = laptop.start("pair");
    window.await("open");
    String digits = asking.await("code").path("digits").asText();
    assertTrue(digits.matches("[0-9]{6}"), digits);
    assertEquals(digits, window.await("code").path("code").asText());
    return new Attempt(window, asking);
  }

  /** The devices that the laptop is paired with, as it lists them. */
  static JsonNode devices(LaptopDriver laptop) throws RigException {
    Said said = assertDone(laptop.ask("devices"));
    return said.last("devices")
        .orElseThrow(() -> new AssertionError(said.describe()))
        .path("devices");
  }

  /** Waits until the daemon's group stands; what it says of its radio then. */
  static JsonNode awaitStanding(LaptopDriver laptop) throws RigException {
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

  static Said assertDone(Said said) {
    assertEquals(0, said.exit(), said::describe);
    return said;
  }

  /** Waits until the resident is in the laptop's group, for the {@code time}th time. */
  static JsonNode awaitLinked(Asked resident, int time) throws RigException {
    return awaitChange(resident, true, time);
  }

  /** Waits until it is out of that group again, for the {@code time}th time. */
  static JsonNode awaitLost(Asked resident, int time) throws RigException {
    return awaitChange(resident, false, time);
  }

  private static JsonNode awaitChange(Asked resident, boolean to, int time) throws RigException {
    int[] times = {0};
    boolean[] in = {false};
    return resident.followUntil(
        event -> {
          if (event.path("event").asText().equals("link")) {
            boolean linked = event.path("phase").asText().equals("LINKED");
            times[0] += linked == to && in[0] != to ? 1 : 0;
            in[0] = linked;
          }
          return times[0] >= time;
        },
        event -> {});
  }

  void assertStationStayedDown() throws IOException {
    if (Hosts.haveP2pDevice()) {
      hosts.assertStationStayedDown(Hosts.HANDHELD);
    }
  }
}
