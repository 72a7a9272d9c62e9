package org.officeos.laptop.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Complains about a request's fields as FastAPI does: a list of place, message and type. */
final class FieldCheck {

  private static final int MOST_PIXELS_A_SIDE = 2048;
  private static final int MOST_STEPS = 150;

  private final ArrayNode complaints = Reply.JSON.createArrayNode();

  ArrayNode txt2img(JsonNode request) {
    if (!request.isObject()) {
      complain("body", "value is not a valid dict", "type_error.dict");
      return complaints;
    }
    if (request.has("prompt") && !request.path("prompt").isTextual()) {
      complain("prompt", "str type expected", "type_error.str");
    }
    whole(request, "width", 8, MOST_PIXELS_A_SIDE);
    whole(request, "height", 8, MOST_PIXELS_A_SIDE);
    whole(request, "steps", 1, MOST_STEPS);
    whole(request, "seed", -1, Long.MAX_VALUE);
    return complaints;
  }

  private void whole(JsonNode request, String field, long low, long high) {
    JsonNode value = request.path(field);
    if (value.isMissingNode()) {
      return;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      complain(field, "value is not a valid integer", "type_error.integer");
    } else if (value.longValue() < low || value.longValue() > high) {
      complain(field, "ensure this value is between " + low + " and " + high, "value_error.range");
    }
  }

  private void complain(String field, String message, String type) {
    ObjectNode entry = complaints.addObject();
    entry.putArray("loc").add("body").add(field);
    entry.put("msg", message).put("type", type);
  }
}
