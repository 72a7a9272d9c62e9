package org.officeos.handheld.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.officeos.hal.json.JsonObject;
import org.officeos.hal.json.JsonValue;
import org.officeos.hal.text.TerminalText;
import org.officeos.handheld.client.OfficeException;
import org.officeos.session.relationship.EndedPeer;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.StoreException;
import org.officeos.session.relationship.UnusableFile;
import picocli.CommandLine;

/** {@code officeos relationships}. */
@CommandLine.Command(
    name = "relationships",
    description = {
      "Lists the laptops that this device is paired with and when each relationship ends, and the"
          + " known laptops whose relationship has ended. Connects to nobody.",
      "A relationship warns at 7, 3 and 1 days before its end."
    })
final class RelationshipsCommand extends Command {

  RelationshipsCommand(Machine machine, Interruption interruption) {
    super(machine, interruption);
  }

  @Override
  void run(Voice voice) throws OfficeException {
    try (Desk desk = Desk.open(machine, common)) {
      Instant now = machine.clock().instant();
      List<Relationship> all = desk.store().all();
      List<EndedPeer> ended = desk.store().endedPeers();
      List<String> lines = new ArrayList<>();
      List<JsonValue.Obj> inForce = new ArrayList<>();
      for (Relationship relationship : all) {
        lines.add(line(relationship, now));
        inForce.add(json(relationship, now));
      }
      List<JsonValue.Obj> known = new ArrayList<>();
      for (EndedPeer peer : ended) {
        lines.add(line(peer));
        known.add(json(peer));
      }
      List<JsonValue.Obj> unusable = new ArrayList<>();
      for (UnusableFile file : desk.store().unusable()) {
        lines.add(file.id().shortName() + "  cannot be used: " + file.explanation());
        unusable.add(json(file));
      }
      if (lines.isEmpty()) {
        lines.add("This device has never been paired. Pair it: officeos pair.");
      }
      voice.say(
          JsonVoice.event("done")
              .put("kind", "relationships")
              .put("relationships", inForce)
              .put("ended", known)
              .put("unusable", unusable),
          lines);
    } catch (StoreException e) {
      throw OfficeException.of(e);
    }
  }

  private static String line(Relationship relationship, Instant now) {
    String warning =
        Expiry.warning(relationship.expires(), now).isPresent()
            ? "  Renew it: officeos renew."
            : "";
    return relationship.id().shortName()
        + "  "
        + TerminalText.sanitizeLine(relationship.peerName())
        + "  until "
        + Expiry.date(relationship.expires())
        + " ("
        + Expiry.left(relationship.expires(), now)
        + ")"
        + warning;
  }

  private static String line(EndedPeer peer) {
    return peer.id().shortName()
        + "  "
        + TerminalText.sanitizeLine(peer.name())
        + "  "
        + why(peer.why())
        + " "
        + Expiry.date(peer.endedAt())
        + ", known device";
  }

  private static JsonValue.Obj json(Relationship relationship, Instant now) {
    JsonObject object = DoneEvent.relationship(relationship);
    Expiry.warning(relationship.expires(), now)
        .ifPresent(level -> object.put("warning_level_days", level.days()));
    return object
        .put("expired", !relationship.expires().isAfter(now))
        .put("identity", relationship.peer().fingerprint())
        .build();
  }

  private static JsonValue.Obj json(EndedPeer peer) {
    return new JsonObject()
        .put("id", peer.id().toString())
        .put("laptop", peer.name())
        .put("why", peer.why().name())
        .put("ended", peer.endedAt().toString())
        .put("identity", peer.identity().fingerprint())
        .build();
  }

  private static JsonValue.Obj json(UnusableFile file) {
    return new JsonObject()
        .put("id", file.id().toString())
        .put("file", file.file().toString())
        .put("reason", file.reason().name())
        .put("explanation", file.explanation())
        .build();
  }

  private static String why(EndedPeer.Why why) {
    return switch (why) {
      case EXPIRED -> "expired";
      case REVOKED_HERE -> "revoked here";
      case REVOKED_BY_PEER -> "revoked by the laptop";
      case REPLACED -> "paired anew";
    };
  }
}
