package org.officeos.laptop.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.Response;

/**
 * Draws with Stable Diffusion WebUI (AUTOMATIC1111, Forge) over its HTTP API.
 *
 * <p>{@code POST /sdapi/v1/txt2img} with the fields named in {@link #request} and no other: the
 * interface would also take server settings, scripts and addresses to fetch. One job at a time, as
 * the service itself works; {@code GET /sdapi/v1/progress} meanwhile; {@code POST
 * /sdapi/v1/interrupt} when the job ends here before it ended there.
 */
final class WebUiImages implements ImageService {

  private static final Duration STOP_TIME = Duration.ofMillis(1200);
  private static final Duration STOP_AGAIN = Duration.ofMillis(200);

  private final UpstreamClient client;
  private final Backend backend;
  private final WebUiTuning tuning;
  private final OneAtATime gate;

  WebUiImages(UpstreamClient client, UpstreamSettings settings, WebUiTuning tuning) {
    this.client = client;
    this.backend = client.backend(settings, Backend.Key.BASIC);
    this.tuning = tuning;
    this.gate = client.gate(backend, tuning.queueDepth());
  }

  @Override
  public GeneratedImage generate(ImageJob job, ProgressSink progress, CancelSignal cancel)
      throws UpstreamException, InterruptedException {
    Deadline deadline = Deadline.after(job.deadline(), client.timing().nanos());
    OneAtATime.Turn turn = gate.enter(deadline, cancel);
    try {
      return draw(job, progress, cancel, deadline);
    } finally {
      turn.end();
    }
  }

  private GeneratedImage draw(
      ImageJob job, ProgressSink progress, CancelSignal cancel, Deadline deadline)
      throws UpstreamException, InterruptedException {
    Awaited<GeneratedImage> picture = new Awaited<>();
    Awaited<Boolean> ended = new Awaited<>();
    Liveness liveness = new Liveness(client.timing().nanos(), backend.settings().idleTimeout());
    Call call = post(job, deadline);
    cancel.onCancel(() -> picture.fail(Faults.cancelled()));
    WebUiPoll poll = new WebUiPoll(backend, picture, progress, liveness, deadline);
    Asking.start(
        client, call, response -> read(response, liveness), picture, () -> ended.give(true));
    boolean done = false;
    try {
      client.onWorker(() -> poll.run(tuning.pollEvery()));
      GeneratedImage drawn = picture.await(deadline);
      done = true;
      return drawn;
    } finally {
      poll.stop();
      if (!done && !ended.isSettled() && !Backend.phaseOf(call.request()).answered()) {
        interrupt(ended);
      }
      call.cancel();
    }
  }

  private Call post(ImageJob job, Deadline deadline) throws UpstreamException {
    Duration left = deadline.remaining().plus(STOP_TIME).plusSeconds(1);
    try {
      return backend.post("sdapi/v1/txt2img", request(job), left, left);
    } catch (IOException unwritable) {
      throw new IllegalStateException(unwritable);
    }
  }

  /** The whole of what is ever sent: a list of what is allowed, not of what is not. */
  private static JsonNode request(ImageJob job) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("prompt", job.prompt());
    body.put("negative_prompt", job.negativePrompt().orElse(""));
    body.put("width", job.width());
    body.put("height", job.height());
    body.put("steps", job.steps());
    body.put("seed", job.seed().orElse(-1));
    body.put("batch_size", 1);
    body.put("n_iter", 1);
    body.put("send_images", true);
    body.put("save_images", false);
    return body;
  }

  private GeneratedImage read(Response response, Liveness liveness)
      throws IOException, UpstreamException {
    Answers.requireJson(response, backend, client.timing().wall().instant());
    long max = backend.settings().maxResponseBytes();
    try (InputStream in = Answers.capped(response, max, liveness::heard)) {
      return WebUiAnswer.read(in, max);
    }
  }

  /**
   * Stops the drawing at the service, and gives it a moment to end the job, so that the next one
   * does not meet it. Says so more than once, because a service that has not begun the job yet
   * forgets the first time. The service stops whatever it is drawing: where a person uses the same
   * WebUI by hand, that may be theirs.
   */
  private void interrupt(Awaited<Boolean> ended) throws InterruptedException {
    Deadline patience = Deadline.after(STOP_TIME, client.timing().nanos());
    try {
      while (!patience.passed() && !ended.isSettled()) {
        JsonNode nothing = Json.MAPPER.createObjectNode();
        Duration left = patience.remaining();
        Call stop = backend.post("sdapi/v1/interrupt", nothing, left, left);
        Asking.ask(client, stop, Response::isSuccessful, patience, new CancelSource());
        ended.settledWithin(STOP_AGAIN);
      }
    } catch (UpstreamException | IOException unreachable) {
      return;
    }
  }
}
