package org.officeos.hil.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import org.officeos.hil.drive.Asked;
import org.officeos.hil.drive.Said;
import org.officeos.hil.rig.RigException;

/** One question, answered token by token. */
final class ChatAct {

  private final Stage stage;
  private final Narrator narrator;
  private int tokens;

  ChatAct(Stage stage, Narrator narrator) {
    this.stage = stage;
    this.narrator = narrator;
  }

  void play(DemoOptions options, ObjectNode report)
      throws RigException, DemoException, IOException {
    narrator.heading("A question: officeos chat \"" + options.chat() + "\"");
    narrator.piece("   ");
    Asked asked = stage.handheld().start("chat", options.chat());
    asked.follow(this::hear);
    narrator.raw("");
    Said said = DemoException.unlessDone(asked.end());
    JsonNode done = said.done();
    narrator.say(
        String.format(
            Locale.ROOT,
            "(%d pieces, the first after %s, all after %s; %d bytes to the laptop, %d back)",
            tokens,
            Units.micros(done.path("times_us").path("first_answer").asLong()),
            Units.micros(done.path("times_us").path("total").asLong()),
            done.path("sizes").path("wire_out").asLong(),
            done.path("sizes").path("wire_in").asLong()));
    String text = done.path("result").path("text").asText() + "\n";
    Files.writeString(options.out().resolve("answer.txt"), text, StandardCharsets.UTF_8);
    report.set("answer", done);
  }

  private void hear(JsonNode event) {
    if (event.path("event").asText().equals("token")) {
      tokens++;
      narrator.piece(event.path("text").asText().replace("\n", "\n   "));
    }
  }
}
