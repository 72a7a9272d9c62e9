package org.officeos.laptop.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Finds the one sentence in the many shapes in which services say what went wrong. Pure.
 *
 * <p>Known shapes: OpenAI {@code {"error":{"message"}}}, with vLLM's and llama.cpp's numeric codes;
 * older vLLM {@code {"object":"error","message"}}; FastAPI {@code {"detail":"…"}} and {@code
 * {"detail":[{"loc","msg"}]}}; Stable Diffusion WebUI {@code {"error":"Type","detail","errors"}};
 * Ollama {@code {"error":"…"}}. Of FastAPI's list only place and message are quoted, never the
 * echoed input.
 */
final class ServiceError {

  private static final int MAX_ENTRIES = 3;

  private ServiceError() {}

  /** The sentence, cleaned and short; empty where the body holds none. */
  static Optional<String> sentence(JsonNode body) {
    JsonNode error = body.path("error");
    return text(error.path("message"))
        .or(() -> text(error))
        .or(
            () ->
                "error".equals(body.path("object").asText()) ? text(body.path("message")) : none())
        .map(first -> plus(first, details(body)))
        .or(() -> details(body))
        .map(sentence -> Quote.clean(sentence, Quote.SENTENCE))
        .filter(sentence -> !sentence.isEmpty());
  }

  /** Whether a body that came with success is an error all the same. */
  static boolean isError(JsonNode body) {
    return body.hasNonNull("error") || "error".equals(body.path("object").asText());
  }

  private static String plus(String first, Optional<String> more) {
    return more.map(words -> first + ": " + words).orElse(first);
  }

  private static Optional<String> details(JsonNode body) {
    JsonNode detail = body.path("detail");
    if (!detail.isArray()) {
      return text(detail).or(() -> text(body.path("errors")));
    }
    StringJoiner entries = new StringJoiner("; ");
    for (int i = 0; i < Math.min(detail.size(), MAX_ENTRIES); i++) {
      JsonNode entry = detail.get(i);
      StringJoiner place = new StringJoiner(".");
      entry.path("loc").forEach(step -> place.add(step.asText()));
      text(entry.path("msg")).ifPresent(message -> entries.add(place + " " + message));
    }
    return entries.length() == 0 ? none() : Optional.of(entries.toString());
  }

  private static Optional<String> text(JsonNode node) {
    return node.isTextual() && !node.textValue().isBlank() ? Optional.of(node.textValue()) : none();
  }

  private static Optional<String> none() {
    return Optional.empty();
  }
}
