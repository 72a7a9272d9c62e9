package org.officeos.laptop.daemon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.officeos.laptop.admin.AdminException;
import org.officeos.laptop.admin.DeviceAdmin;
import org.officeos.laptop.admin.DeviceView;
import org.officeos.laptop.audit.AuditException;
import org.officeos.laptop.audit.UsageBook;
import org.officeos.laptop.control.ControlActions;
import org.officeos.laptop.control.ControlException;
import org.officeos.laptop.control.ControlException.Reason;
import org.officeos.laptop.control.Json;
import org.officeos.laptop.control.LineChannel;
import org.officeos.laptop.radio.GroupDriver;
import org.officeos.laptop.relay.Relay;
import org.officeos.session.PairingOffer;
import org.officeos.session.SessionEndpoint;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipStore;

/**
 * What the running daemon does when it is asked: {@code {"do": "pair" | "devices" | "permit" |
 * "revoke" | "status"}}.
 */
final class DaemonActions implements ControlActions {

  private final DaemonFacts facts;
  private final RelationshipStore store;
  private final DeviceAdmin admin;
  private final UsageBook usage;
  private final SessionBook sessions;
  private final Relay relay;
  private final SessionEndpoint endpoint;
  private final Optional<GroupDriver> radio;

  DaemonActions(
      DaemonFacts facts,
      RelationshipStore store,
      DeviceAdmin admin,
      UsageBook usage,
      SessionBook sessions,
      Relay relay,
      SessionEndpoint endpoint,
      Optional<GroupDriver> radio) {
    this.facts = facts;
    this.store = store;
    this.admin = admin;
    this.usage = usage;
    this.sessions = sessions;
    this.relay = relay;
    this.endpoint = endpoint;
    this.radio = radio;
  }

  @Override
  public void answer(ObjectNode request, LineChannel line)
      throws ControlException, InterruptedException {
    String wanted = ControlWords.text(request, "do");
    try {
      switch (wanted) {
        case "pair" -> pair(request, line);
        case "devices" -> line.write(devices());
        case "permit" -> line.write(permit(request));
        case "revoke" -> line.write(revoke(request));
        case "status" -> line.write(status());
        default -> throw ControlWords.bad("do takes pair, devices, permit, revoke or status");
      }
    } catch (AdminException e) {
      throw new ControlException(Reason.REFUSED, String.valueOf(e.getMessage()), e);
    } catch (AuditException e) {
      throw new ControlException(Reason.REFUSED, String.valueOf(e.getMessage()), e);
    }
  }

  private void pair(ObjectNode request, LineChannel line)
      throws ControlException, AdminException, InterruptedException {
    Duration lifetime = facts.pairingLifetime();
    JsonNode days = request.get("lifetime_days");
    if (days != null) {
      if (!days.isInt() || days.intValue() < 1 || days.intValue() > 365) {
        throw ControlWords.bad("lifetime_days takes 1 to 365");
      }
      lifetime = Duration.ofDays(days.intValue());
    }
    List<Relationship> before = admin.relationships();
    Relationship paired =
        new PairTalk(store, line, radio).run(endpoint, new PairingOffer(facts.name(), lifetime));
    for (Relationship older : before) {
      if (older.peer().equals(paired.peer())) {
        endpoint.dropSessions(older.id(), false);
      }
    }
  }

  private ObjectNode devices() throws AdminException, AuditException {
    relay.writeTally();
    List<DeviceView> views = admin.list(usage.day(facts.clock().instant()), sessions::sessionsOf);
    ObjectNode word = Json.event("devices");
    ArrayNode list = word.putArray("devices");
    views.forEach(view -> list.add(ControlWords.device(view)));
    return word;
  }

  private ObjectNode permit(ObjectNode request) throws ControlException, AdminException {
    Relationship changed =
        admin.permit(
            ControlWords.text(request, "id"),
            ControlWords.opcodes(request),
            ControlWords.flag(request, "deny"));
    return ControlWords.relationship("permitted", changed);
  }

  private ObjectNode revoke(ObjectNode request) throws ControlException, AdminException {
    return ControlWords.relationship("revoked", admin.revoke(ControlWords.text(request, "id")));
  }

  private ObjectNode status() throws AdminException {
    ObjectNode status = Json.event("status");
    status.put("name", facts.name());
    status.put("pid", facts.pid());
    status.put("listen", facts.listen());
    status.put("started", facts.started().toString());
    status.put("image", facts.imageSource());
    status.put("text", facts.textSource());
    status.put("devices", admin.relationships().size());
    status.put("sessions", endpoint.sessionCount());
    status.put("requests_open", relay.open());
    status.set("radio", RadioWords.of(radio.map(GroupDriver::status)));
    return status;
  }
}
