package org.officeos.handheld.cli;

import org.officeos.hal.json.JsonObject;
import org.officeos.handheld.client.Answer;
import org.officeos.session.bytecode.Meta;
import org.officeos.session.relationship.Relationship;

/** The last event of a text answer. */
final class TextDone {

  private TextDone() {}

  static JsonObject of(String kind, Relationship relationship, Answer answer) {
    JsonObject result =
        new JsonObject()
            .put("text", answer.text())
            .putIf("model", answer.report().response().text(Meta.MODEL))
            .putIf("finish", answer.finish())
            .putIf("tokens_in", answer.report().said(Meta.TOKENS_IN))
            .putIf("tokens_out", answer.report().said(Meta.TOKENS_OUT));
    return DoneEvent.of(kind, relationship, answer.report(), result);
  }
}
