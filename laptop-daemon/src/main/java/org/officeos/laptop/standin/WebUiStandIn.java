package org.officeos.laptop.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Speaks as Stable Diffusion WebUI does (AUTOMATIC1111 1.8 and later): one drawing at a time,
 * progress meanwhile, a partial picture when interrupted, FastAPI's 422 for wrong fields.
 */
final class WebUiStandIn {

  private final Duration stepTime;
  private final StandInFaults faults;
  private final ReentrantLock oneAtATime = new ReentrantLock(true);
  private volatile @Nullable Drawing current;

  WebUiStandIn(Duration stepTime, StandInFaults faults) {
    this.stepTime = stepTime;
    this.faults = faults;
  }

  /** {@code POST /sdapi/v1/txt2img}. */
  StandInLog.End txt2img(HttpExchange exchange, JsonNode request)
      throws IOException, InterruptedException {
    ArrayNode complaints = new FieldCheck().txt2img(request);
    if (!complaints.isEmpty()) {
      ObjectNode error = Reply.object();
      error.set("detail", complaints);
      Reply.json(exchange, 422, error);
      return StandInLog.End.ANSWERED;
    }
    oneAtATime.lockInterruptibly();
    try {
      Drawing drawing = new Drawing(request.path("steps").asInt(50), stepTime);
      current = drawing;
      Optional<StandInFault> fault = faults.take();
      boolean whole = drawing.work();
      ObjectNode answer = answer(request, drawing, fault);
      if (whole) {
        reply(exchange, fault, answer);
        return StandInLog.End.ANSWERED;
      }
      return interrupted(exchange, fault, answer);
    } finally {
      current = null;
      oneAtATime.unlock();
    }
  }

  private static void reply(HttpExchange exchange, Optional<StandInFault> fault, ObjectNode answer)
      throws IOException {
    if (!Faulty.answered(exchange, fault, answer, error())) {
      Reply.json(exchange, 200, answer);
    }
  }

  /** Sends the partial picture; whoever stopped the drawing may not be there to take it. */
  private static StandInLog.End interrupted(
      HttpExchange exchange, Optional<StandInFault> fault, ObjectNode answer) {
    try {
      reply(exchange, fault, answer);
    } catch (IOException gone) {
      return StandInLog.End.INTERRUPTED;
    }
    return StandInLog.End.INTERRUPTED;
  }

  /** {@code GET /sdapi/v1/progress}. */
  void progress(HttpExchange exchange) throws IOException {
    Drawing drawing = current;
    ObjectNode body = Reply.object();
    ObjectNode state = Reply.object();
    body.put("progress", drawing == null ? 0.0 : Math.min(drawing.done(), 0.99));
    body.put("eta_relative", drawing == null ? 0.0 : drawing.secondsLeft());
    state.put("skipped", false);
    state.put("interrupted", drawing != null && drawing.interrupted());
    state.put("stopping_generation", false);
    state.put("job", drawing == null ? "" : "scripts_txt2img");
    state.put("job_count", drawing == null ? 0 : 1);
    state.put("job_no", 0);
    state.put("sampling_step", drawing == null ? 0 : drawing.step());
    state.put("sampling_steps", drawing == null ? 0 : drawing.steps());
    body.set("state", state);
    body.putNull("current_image");
    body.putNull("textinfo");
    Reply.json(exchange, 200, body);
  }

  /** {@code POST /sdapi/v1/interrupt}. */
  void interrupt(HttpExchange exchange) throws IOException {
    Drawing drawing = current;
    if (drawing != null) {
      drawing.interrupt();
    }
    Reply.json(exchange, 200, Reply.object());
  }

  /** {@code GET /sdapi/v1/sd-models}. */
  void models(HttpExchange exchange) throws IOException {
    ArrayNode models = Reply.JSON.createArrayNode();
    models
        .addObject()
        .put("title", Painter.NAME)
        .put("model_name", Painter.NAME)
        .put("filename", "none: drawn by a program")
        .putNull("hash")
        .putNull("sha256")
        .putNull("config");
    Reply.json(exchange, 200, models);
  }

  /** {@code GET /sdapi/v1/samplers}. */
  void samplers(HttpExchange exchange) throws IOException {
    ArrayNode samplers = Reply.JSON.createArrayNode();
    ObjectNode euler = samplers.addObject().put("name", "Euler");
    euler.putArray("aliases").add("k_euler");
    euler.putObject("options");
    Reply.json(exchange, 200, samplers);
  }

  private static ObjectNode answer(
      JsonNode request, Drawing drawing, Optional<StandInFault> fault) {
    String prompt = request.path("prompt").asText("");
    long asked = request.path("seed").asLong(-1);
    long seed = asked >= 0 ? asked : Integer.toUnsignedLong(prompt.hashCode());
    int width = request.path("width").asInt(512);
    int height = request.path("height").asInt(512);
    ObjectNode body = Reply.object();
    body.putArray("images")
        .add(Pictures.base64(prompt, seed, width, height, drawing.done(), fault));
    body.set("parameters", request);
    ObjectNode info = Reply.object();
    info.put("prompt", prompt);
    info.put("seed", seed);
    info.put("width", width);
    info.put("height", height);
    info.put("steps", drawing.steps());
    info.put("sampler_name", "Euler");
    info.put("sd_model_name", Painter.NAME);
    info.put("index_of_first_image", 0);
    info.put("version", "stand-in");
    body.put("info", info.toString());
    return body;
  }

  private static ObjectNode error() {
    return Reply.object()
        .put("error", "RuntimeError")
        .put("detail", "")
        .put("body", "")
        .put("errors", "The stand-in painter was told to fail.");
  }
}
