package org.officeos.hil.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.officeos.hil.drive.Asked;
import org.officeos.hil.rig.RigException;

/** The handheld's resident comes back into the laptop's group; what follows goes over it. */
final class ReturnAct {

  private ReturnAct() {}

  static void play(Stage stage, Narrator narrator, ObjectNode report) throws RigException {
    narrator.heading("Coming back, without a person: officeos link stays and keeps the group");
    long began = narrator.millis();
    Asked resident = stage.handheld().resident();
    JsonNode linked = resident.followUntil(RadioTale::linked, new RadioTale(narrator));
    report
        .putObject("return")
        .put("took_ms", narrator.millis() - began)
        .put("interface", linked.path("interface").asText())
        .put("own", linked.path("own").asText())
        .put("owner", linked.path("owner").asText());
  }
}
