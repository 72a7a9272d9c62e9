package org.officeos.hil.drive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.function.Predicate;

/** One JSON object a line. */
public final class Events {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Events() {}

  /** The line as JSON; a missing node where it is none, so that a stray line fails a lookup. */
  public static JsonNode parse(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /** A value as JSON on one line. */
  public static String text(Object value) {
    return MAPPER.valueToTree(value).toString();
  }

  /** Whether an event has that name. */
  public static Predicate<JsonNode> named(String name) {
    return event -> event.path("event").asText().equals(name);
  }
}
