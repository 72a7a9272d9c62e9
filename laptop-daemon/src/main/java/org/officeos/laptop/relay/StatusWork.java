package org.officeos.laptop.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.officeos.laptop.budget.Budgets;
import org.officeos.laptop.budget.Limit;
import org.officeos.laptop.budget.Remaining;
import org.officeos.laptop.permission.PermissionPolicy;
import org.officeos.session.bytecode.Meta;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResultCode;
import org.officeos.session.relationship.Relationship;

/**
 * Says what this device may do, what is left, and what stands behind the laptop, as UTF-8 JSON:
 *
 * <pre>
 * {"laptop": name, "device": short id, "generation": n, "expires": ISO 8601,
 *  "grants": [words], "services": {"image": "real|stand-in|none", "text": …},
 *  "limits": {word: {"per_minute": n, "left_minute": n, "concurrent": n, "left_concurrent": n}}}
 * </pre>
 */
final class StatusWork implements Work {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RelaySettings settings;
  private final Budgets budgets;

  StatusWork(RelaySettings settings, Budgets budgets) {
    this.settings = settings;
    this.budgets = budgets;
  }

  @Override
  public Answer run(RelayContext context) {
    Relationship relationship = context.relationship();
    ObjectNode status = JSON.createObjectNode();
    status.put("laptop", settings.name());
    status.put("device", relationship.id().shortName());
    status.put("generation", relationship.preferred().number());
    status.put("expires", relationship.expires().toString());
    ArrayNode grants = status.putArray("grants");
    relationship.grants().forEach(grants::add);
    ObjectNode services = status.putObject("services");
    services.put("image", settings.imageSource());
    services.put("text", settings.textSource());
    ObjectNode limits = status.putObject("limits");
    for (Opcode opcode : Opcode.values()) {
      Limit limit = settings.limit(opcode);
      Remaining left = budgets.remaining(relationship.id(), opcode);
      limits
          .putObject(PermissionPolicy.grant(opcode))
          .put("per_minute", limit.perMinute())
          .put("left_minute", left.minute())
          .put("concurrent", limit.concurrent())
          .put("left_concurrent", left.concurrent());
    }
    Response response =
        Response.of(ResultCode.OK)
            .with(Meta.CONTENT_TYPE, "application/json")
            .with(Meta.EXPIRES, relationship.expires().getEpochSecond());
    try {
      return Answer.whole(response, JSON.writeValueAsBytes(status));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers is always JSON", e);
    }
  }
}
