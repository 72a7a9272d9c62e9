package org.officeos.laptop.upstream;

import static org.officeos.laptop.upstream.UpstreamException.Reason.ERROR;
import static org.officeos.laptop.upstream.UpstreamException.Reason.INVALID;
import static org.officeos.laptop.upstream.UpstreamException.Reason.RATE_LIMITED;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Understands the objects of a text's answer: chunks of a stream, or the one object of a plain
 * answer. Pure: takes JSON, gives text, remembers the rest.
 *
 * <p>Text stands in {@code choices[0]}: {@code delta.content} or {@code message.content} of a chat,
 * {@code text} of a completion. {@code usage} may come with any object or with none.
 */
final class TextAnswer {

  private static final int MAX_MODEL = 128;
  private static final Pattern WORD = Pattern.compile("[a-z_]{1,32}");

  private final PieceJoiner joiner = new PieceJoiner();
  private Optional<String> model = Optional.empty();
  private OptionalLong tokensIn = OptionalLong.empty();
  private OptionalLong tokensOut = OptionalLong.empty();
  private Optional<String> finish = Optional.empty();

  /** The text in one event of a stream; may be empty. */
  String event(String data) throws UpstreamException {
    try {
      return object(Json.read(data));
    } catch (IOException broken) {
      throw Faults.exception(INVALID, "The service streams something that is not JSON.", broken);
    }
  }

  /** The text in one object; may be empty. */
  String object(JsonNode body) throws UpstreamException {
    if (!body.isObject()) {
      throw Faults.exception(INVALID, "The service's answer is not an object.");
    }
    if (ServiceError.isError(body)) {
      throw inAnswer(body);
    }
    remember(body);
    JsonNode choices = body.path("choices");
    if (!choices.isArray()) {
      throw Faults.exception(INVALID, "The service's answer has no choices.");
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode choice : choices) {
      if (choice.path("index").asInt(0) == 0) {
        text.append(joiner.join(textOf(choice)));
        finishOf(choice).ifPresent(why -> finish = Optional.of(why));
      }
    }
    return text.toString();
  }

  /** What is left of the text at its end. */
  String rest() {
    return joiner.end();
  }

  /** Whether the model said why it stopped. */
  boolean finished() {
    return finish.isPresent();
  }

  TextOutcome outcome() {
    return new TextOutcome(model, tokensIn, tokensOut, finish.orElse("unknown"));
  }

  private void remember(JsonNode body) {
    String name = Quote.clean(body.path("model").asText(""), MAX_MODEL);
    if (!name.isEmpty()) {
      model = Optional.of(name);
    }
    JsonNode usage = body.path("usage");
    if (usage.isObject()) {
      tokensIn = count(usage.path("prompt_tokens"));
      tokensOut = count(usage.path("completion_tokens"));
    }
  }

  private static OptionalLong count(JsonNode node) {
    boolean counts = node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0;
    return counts ? OptionalLong.of(Math.min(node.longValue(), 1L << 40)) : OptionalLong.empty();
  }

  private static String textOf(JsonNode choice) {
    JsonNode text = choice.path("delta").path("content");
    if (!text.isTextual()) {
      text = choice.path("message").path("content");
    }
    if (!text.isTextual()) {
      text = choice.path("text");
    }
    return text.isTextual() ? text.textValue() : "";
  }

  private static Optional<String> finishOf(JsonNode choice) {
    JsonNode why = choice.path("finish_reason");
    if (!why.isTextual() || why.textValue().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(WORD.matcher(why.textValue()).matches() ? why.textValue() : "other");
  }

  private static UpstreamException inAnswer(JsonNode body) {
    String said = ServiceError.sentence(body).orElse("it does not say what");
    boolean busy = body.path("error").path("code").asInt(0) == 429;
    return new UpstreamException(
        busy ? RATE_LIMITED : ERROR, "The service met an error: " + said, Optional.empty());
  }
}
