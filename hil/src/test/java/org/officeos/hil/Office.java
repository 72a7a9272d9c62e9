package org.officeos.hil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.officeos.hil.drive.Asked;
import org.officeos.hil.drive.HandheldDriver;
import org.officeos.hil.drive.LaptopDriver;
import org.officeos.hil.drive.Said;
import org.officeos.hil.rig.Rig;
import org.officeos.hil.rig.RigException;

/** A laptop that serves, and what scenarios do with it again and again. */
final class Office implements AutoCloseable {

  /** Whoever reads this knows that no model is behind it. */
  static final String STAND_INS = "[image]\nurl = \"stand-in\"\n[text]\nurl = \"stand-in\"\n";

  private final Rig rig;
  private final LaptopDriver laptop;
  private Asked daemon;

  private Office(Rig rig, LaptopDriver laptop, Asked daemon) {
    this.rig = rig;
    this.laptop = laptop;
    this.daemon = daemon;
  }

  /** Opens the office; the rig is closed with it. */
  static Office open(Rig rig, String config) throws RigException {
    LaptopDriver laptop = new LaptopDriver(rig, config);
    try {
      return new Office(rig, laptop, laptop.serve());
    } catch (RigException e) {
      rig.close();
      throw e;
    }
  }

  /** The folder with {@code bin/} in it, wherever the tests were started. */
  static Path product() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("bin")) ? here : here.resolveSibling("");
  }

  Rig rig() {
    return rig;
  }

  LaptopDriver laptop() {
    return laptop;
  }

  Asked daemon() {
    return daemon;
  }

  HandheldDriver handheld(String name) {
    return new HandheldDriver(rig.handheld(name), laptop.link());
  }

  void killLaptop() {
    daemon.running().kill();
  }

  void restartLaptop() throws RigException {
    daemon = laptop.serve();
  }

  /** A new handheld that is paired: both people compare the codes and say yes. */
  HandheldDriver paired(String name) throws RigException {
    HandheldDriver handheld = handheld(name);
    Asked window = laptop.start("pair");
    window.await("open");
    Asked asking = handheld.start("pair", "--name", name);
    assertEquals(codeOnLaptop(window), codeOnHandheld(asking));
    window.answer(true);
    asking.answer(true);
    Said done = asking.end();
    assertEquals(0, done.exit(), done::describe);
    Said there = window.end();
    assertEquals(0, there.exit(), there::describe);
    return handheld;
  }

  static String codeOnLaptop(Asked window) throws RigException {
    return window.await("code").path("code").asText();
  }

  static String codeOnHandheld(Asked asking) throws RigException {
    return asking.await("code").path("digits").asText();
  }

  /** The laptop's id of the device of that name. */
  String idOf(String name) throws RigException {
    for (JsonNode device : devices()) {
      if (device.path("name").asText().equals(name)) {
        return device.path("id").asText();
      }
    }
    throw new AssertionError("the laptop knows no device " + name);
  }

  JsonNode devices() throws RigException {
    Said said = laptop.ask("devices");
    JsonNode event = said.last("devices").orElseThrow(() -> new AssertionError(said.describe()));
    assertTrue(event.path("devices").isArray(), said::describe);
    return event.path("devices");
  }

  @Override
  public void close() {
    rig.close();
  }
}
