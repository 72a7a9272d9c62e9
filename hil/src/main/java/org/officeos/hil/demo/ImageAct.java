package org.officeos.hil.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.officeos.hil.drive.Asked;
import org.officeos.hil.drive.HandheldDriver;
import org.officeos.hil.drive.Said;
import org.officeos.hil.rig.RigException;

/** One picture, and the founding document's fifteen steps while it is made. */
final class ImageAct {

  private static final String SCREEN = "640x480";
  private static final String FILE = "image.png";

  private final Stage stage;
  private final Narrator narrator;
  private final DemoOptions options;
  private final LaptopSide laptopSide;
  private boolean laptopSideTold;
  private long handshakeMicros;

  ImageAct(Stage stage, Narrator narrator, DemoOptions options) {
    this.stage = stage;
    this.narrator = narrator;
    this.options = options;
    this.laptopSide = new LaptopSide(stage, narrator);
  }

  void play(ObjectNode report) throws RigException, DemoException, IOException {
    narrator.heading("A picture: the founding document's 15 steps");
    narrator.step(
        1,
        "User action",
        "officeos image \"" + options.prompt() + "\" --screen " + SCREEN,
        Map.of("prompt", options.prompt(), "screen", SCREEN));
    HandheldDriver handheld = stage.handheld();
    Asked asked =
        handheld.start(
            "image",
            options.prompt(),
            "--out",
            handheld.device().home() + "/" + FILE,
            "--screen",
            SCREEN,
            "--show",
            Terminal.colours(),
            "--columns",
            Terminal.COLUMNS);
    asked.follow(this::hear);
    Said said = DemoException.unlessDone(asked.end());
    if (!laptopSideTold) {
      laptopSide.tellRequest();
    }
    laptopSide.tellResponse(said.done());
    Path image = options.out().resolve(FILE);
    PngCopy.of(handheld.device().collect(FILE), image);
    display(said);
    report.set("image", said.done());
  }

  private void hear(JsonNode event) throws RigException {
    switch (event.path("event").asText()) {
      case "sent" -> handshakeMicros = event.path("handshake_us").asLong();
      case "instruction" -> instruction(event);
      case "progress" -> progress(event);
      default -> {}
    }
  }

  private void instruction(JsonNode sent) {
    int own = sent.path("bytes").asInt();
    int wire = sent.path("wire_bytes").asInt();
    narrator.step(
        2,
        "Bytecode creation",
        "GENERATE_IMAGE, " + own + " bytes",
        Map.of("opcode", "GENERATE_IMAGE", "instruction_bytes", own));
    narrator.step(
        3,
        "Encryption",
        String.format(
            Locale.ROOT,
            "signed (Ed25519) and sealed (ChaCha20-Poly1305): %d bytes, %d more; session opened in"
                + " %s",
            wire,
            wire - own,
            Units.micros(handshakeMicros)),
        Map.of("wire_bytes", wire, "added_bytes", wire - own, "handshake_us", handshakeMicros));
    narrator.step(
        4,
        "Transmission",
        wire + " bytes to " + stage.laptop().link() + " (" + stage.rig().describe() + ")",
        Map.of("link", stage.laptop().link(), "wire_bytes", wire));
  }

  private void progress(JsonNode progress) throws RigException {
    if (!laptopSideTold) {
      laptopSideTold = true;
      laptopSide.tellRequest();
    }
    narrator.bar(
        progress.path("permille").asInt(),
        progress.path("step").asInt(),
        progress.path("steps").asInt());
  }

  private void display(Said said) {
    JsonNode result = said.done().path("result");
    long bytes = said.done().path("sizes").path("body_decoded").asLong();
    narrator.step(
        15,
        "Display",
        String.format(
            Locale.ROOT,
            "%d x %d pixels after %s; came as %s, kept as %s",
            result.path("width").asInt(),
            result.path("height").asInt(),
            Units.micros(said.done().path("times_us").path("total").asLong()),
            result.path("content_type").asText(),
            options.out().resolve(FILE)),
        Map.of("bytes", bytes, "total_us", said.done().path("times_us").path("total").asLong()));
    narrator.raw("");
    said.finished().err().forEach(narrator::raw);
  }
}
