package org.officeos.handheld.cli;

import java.time.Instant;
import java.util.List;
import org.officeos.hal.json.JsonObject;
import org.officeos.hal.text.TerminalText;
import org.officeos.session.relationship.Relationship;

/**
 * A pairing that both confirmed.
 *
 * @param relationship what was stored
 * @param known whether this laptop was paired with before
 * @param micros how long it took from the open link on, people included
 * @param now when it was done
 */
record Paired(Relationship relationship, boolean known, long micros, Instant now) {

  void say(Voice voice) {
    voice.say(event(), lines());
  }

  private JsonObject event() {
    return JsonVoice.event("done")
        .put("kind", "pair")
        .put("known_device", known)
        .put("times_us", new JsonObject().put("total", micros).build())
        .put("relationship", DoneEvent.relationship(relationship).build());
  }

  private List<String> lines() {
    String device = known ? ", a known device" : "";
    return List.of(
        "Paired with " + TerminalText.sanitizeLine(relationship.peerName()) + device + ".",
        "The relationship "
            + relationship.id().shortName()
            + " ends on "
            + Expiry.date(relationship.expires())
            + " ("
            + Expiry.left(relationship.expires(), now)
            + ") unless renewed.");
  }
}
