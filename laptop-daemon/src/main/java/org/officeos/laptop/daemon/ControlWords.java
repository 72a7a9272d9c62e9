package org.officeos.laptop.daemon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Set;
import org.officeos.laptop.admin.DeviceView;
import org.officeos.laptop.config.Words;
import org.officeos.laptop.control.ControlException;
import org.officeos.laptop.control.ControlException.Reason;
import org.officeos.laptop.control.Json;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.relationship.Relationship;

/** The control socket's objects: requests read strictly, devices written one way everywhere. */
public final class ControlWords {

  private ControlWords() {}

  /** A device as the command line shows it. */
  public static ObjectNode device(DeviceView view) {
    ObjectNode device = Json.object();
    device.put("id", view.id().toString());
    device.put("short_id", view.id().shortName());
    device.put("name", view.name());
    device.put("paired", view.pairedAt().toString());
    device.put("expires", view.expires().toString());
    ArrayNode grants = device.putArray("grants");
    view.grants().forEach(grants::add);
    device.put("sessions", view.sessions());
    device.put("last_seen", view.lastSeen().map(Object::toString).orElse(null));
    device.put("requests_today", view.requestsToday());
    device.put("refused_today", view.refusedToday());
    return device;
  }

  /** A relationship after a change. */
  public static ObjectNode relationship(String event, Relationship relationship) {
    ObjectNode word = Json.event(event);
    word.put("id", relationship.id().toString());
    word.put("short_id", relationship.id().shortName());
    word.put("name", relationship.peerName());
    word.put("expires", relationship.expires().toString());
    ArrayNode grants = word.putArray("grants");
    relationship.grants().forEach(grants::add);
    return word;
  }

  static String text(ObjectNode request, String member) throws ControlException {
    JsonNode value = request.get(member);
    if (value == null || !value.isTextual() || value.textValue().length() > 256) {
      throw bad(member + " takes a text");
    }
    return value.textValue();
  }

  static boolean flag(ObjectNode request, String member) throws ControlException {
    JsonNode value = request.get(member);
    if (value == null || !value.isBoolean()) {
      throw bad(member + " takes true or false");
    }
    return value.booleanValue();
  }

  static Set<Opcode> opcodes(ObjectNode request) throws ControlException {
    JsonNode list = request.get("opcodes");
    if (list == null || !list.isArray() || list.isEmpty() || list.size() > 64) {
      throw bad("opcodes takes a list of names");
    }
    Set<Opcode> opcodes = EnumSet.noneOf(Opcode.class);
    for (JsonNode name : list) {
      opcodes.add(
          Words.parse(Opcode.class, name.asText(""))
              .orElseThrow(() -> bad("opcodes takes names among " + Words.all(Opcode.class))));
    }
    return opcodes;
  }

  static ControlException bad(String complaint) {
    return new ControlException(Reason.BAD_REQUEST, complaint);
  }
}
