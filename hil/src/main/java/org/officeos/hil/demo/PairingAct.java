package org.officeos.hil.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.officeos.hil.drive.Asked;
import org.officeos.hil.drive.Events;
import org.officeos.hil.drive.Said;
import org.officeos.hil.rig.RigException;

/** Both people open pairing, compare the codes and say yes. */
final class PairingAct {

  private PairingAct() {}

  static void play(Stage stage, Narrator narrator, ObjectNode report)
      throws RigException, DemoException {
    narrator.heading("Pairing, once. The demonstration plays both persons.");
    long began = narrator.millis();
    Asked window = stage.laptop().start("pair");
    window.await("open");
    narrator.say("laptop:   officeos-laptop pair      (open for 120 s)");
    Asked asking = stage.handheld().start("pair", "--name", "Demo handheld");
    narrator.say("handheld: officeos pair");
    JsonNode here = asking.followUntil(Events.named("code"), new RadioTale(narrator));
    JsonNode there = window.await("code");
    String onLaptop = there.path("code").asText();
    String onHandheld = here.path("digits").asText();
    show(narrator, here.path("display").asText(), there.path("display").asText());
    boolean equal = onLaptop.matches("[0-9]{6}") && onLaptop.equals(onHandheld);
    window.answer(equal);
    asking.answer(equal);
    if (!equal) {
      throw new DemoException("the two codes differ: somebody stands between, or a fault");
    }
    narrator.say("equal, so both persons say yes");
    Said said = DemoException.unlessDone(asking.end());
    DemoException.unlessDone(window.end());
    JsonNode relationship = said.done().path("relationship");
    narrator.say(
        "paired until "
            + relationship.path("expires").asText()
            + "; no keys are shared with any"
            + " other pair");
    report
        .putObject("pairing")
        .put("code_handheld", onHandheld)
        .put("code_laptop", onLaptop)
        .put("equal", equal)
        .put("took_ms", narrator.millis() - began);
    report.set("relationship", relationship);
  }

  private static void show(Narrator narrator, String handheld, String laptop) {
    narrator.say("┌─ handheld ─┐   ┌── laptop ──┐");
    narrator.say(String.format(Locale.ROOT, "│  %7s   │   │  %7s   │", handheld, laptop));
    narrator.say("└────────────┘   └────────────┘");
  }
}
