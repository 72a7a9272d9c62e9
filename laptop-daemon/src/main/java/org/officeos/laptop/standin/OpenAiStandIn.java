package org.officeos.laptop.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Speaks as an OpenAI-compatible server does: models, completions and chats, streamed or whole,
 * usage, and pictures.
 */
final class OpenAiStandIn {

  private static final Pattern SIZE = Pattern.compile("([0-9]{2,4})x([0-9]{2,4})");
  private static final int MOST_PIXELS_A_SIDE = 2048;
  private static final int USUAL_SIDE = 1024;

  private final Duration tokenTime;
  private final StandInFaults faults;

  OpenAiStandIn(Duration tokenTime, StandInFaults faults) {
    this.tokenTime = tokenTime;
    this.faults = faults;
  }

  /** {@code GET /v1/models}. */
  void models(HttpExchange exchange) throws IOException {
    ObjectNode list = Reply.object().put("object", "list");
    ArrayNode data = list.putArray("data");
    for (String name : List.of(Writer.NAME, Painter.NAME)) {
      data.addObject().put("id", name).put("object", "model").put("created", 0);
    }
    data.forEach(model -> ((ObjectNode) model).put("owned_by", "officeos-stand-in"));
    Reply.json(exchange, 200, list);
  }

  /** {@code POST /v1/completions}. */
  void completions(HttpExchange exchange, JsonNode request)
      throws IOException, InterruptedException {
    JsonNode prompt = request.path("prompt");
    if (!prompt.isTextual()) {
      Reply.json(exchange, 400, error("prompt is required and must be a string", "prompt"));
      return;
    }
    int most = request.path("max_tokens").asInt(16);
    write(
        exchange,
        request,
        new TextForm(false, Writer.continuation(prompt.textValue()), prompt.textValue(), most));
  }

  /** {@code POST /v1/chat/completions}. */
  void chat(HttpExchange exchange, JsonNode request) throws IOException, InterruptedException {
    JsonNode messages = request.path("messages");
    StringBuilder all = new StringBuilder();
    String question = "";
    for (JsonNode message : messages) {
      String content = message.path("content").asText("");
      all.append(content).append(' ');
      if (message.path("role").asText("").equals("user")) {
        question = content;
      }
    }
    if (!messages.isArray() || question.isEmpty()) {
      Reply.json(exchange, 400, error("messages must end with one of the user", "messages"));
      return;
    }
    int most = request.path("max_completion_tokens").asInt(request.path("max_tokens").asInt(256));
    write(exchange, request, new TextForm(true, Writer.answer(question), all.toString(), most));
  }

  /** {@code POST /v1/images/generations}. */
  void images(HttpExchange exchange, JsonNode request) throws IOException, InterruptedException {
    String prompt = request.path("prompt").asText("");
    if (prompt.isEmpty()) {
      Reply.json(exchange, 400, error("prompt is required", "prompt"));
      return;
    }
    Matcher size = SIZE.matcher(request.path("size").asText(""));
    boolean sized = size.matches();
    int width = sized ? Integer.parseInt(size.group(1)) : USUAL_SIDE;
    int height = sized ? Integer.parseInt(size.group(2)) : USUAL_SIDE;
    if (width > MOST_PIXELS_A_SIDE || height > MOST_PIXELS_A_SIDE) {
      Reply.json(exchange, 400, error("size is at most 2048x2048", "size"));
      return;
    }
    Optional<StandInFault> fault = faults.take();
    ObjectNode body = Reply.object().put("created", 0).put("output_format", "png");
    long seed = Integer.toUnsignedLong(prompt.hashCode());
    body.putArray("data")
        .addObject()
        .put("b64_json", Pictures.base64(prompt, seed, width, height, 1, fault));
    if (!Faulty.answered(exchange, fault, body, told())) {
      Reply.json(exchange, 200, body);
    }
  }

  private void write(HttpExchange exchange, JsonNode request, TextForm form)
      throws IOException, InterruptedException {
    Optional<StandInFault> fault = faults.take();
    boolean streams = request.path("stream").asBoolean(false);
    boolean cutStream = streams && fault.isPresent() && fault.get().kind() == StandInFault.Kind.CUT;
    if (!cutStream && Faulty.answered(exchange, fault, form.whole(), told())) {
      return;
    }
    if (!streams) {
      Reply.json(exchange, 200, form.whole());
      return;
    }
    boolean usage = request.path("stream_options").path("include_usage").asBoolean(false);
    new EventStream(exchange, tokenTime).send(form, usage, cutStream);
  }

  private static ObjectNode told() {
    return error("The stand-in writer was told to fail.", "none");
  }

  private static ObjectNode error(String message, String param) {
    ObjectNode body = Reply.object();
    body.putObject("error")
        .put("message", message)
        .put("type", "invalid_request_error")
        .put("param", param)
        .putNull("code");
    return body;
  }
}
