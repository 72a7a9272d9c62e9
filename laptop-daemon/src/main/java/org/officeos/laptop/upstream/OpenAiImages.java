package org.officeos.laptop.upstream;

import static org.officeos.laptop.upstream.UpstreamException.Reason.INVALID;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.Call;
import okhttp3.Response;

/**
 * Draws with an OpenAI-compatible service: {@code POST /v1/images/generations}. Asks for the
 * picture itself; an address instead of a picture is refused, because this client calls nobody but
 * the configured service. Steps and seed have no place in the interface; a negative prompt is
 * appended in words. There is no progress.
 */
final class OpenAiImages implements ImageService {

  private final UpstreamClient client;
  private final Backend backend;
  private final Attempts attempts;

  OpenAiImages(UpstreamClient client, UpstreamSettings settings) {
    this.client = client;
    this.backend = client.backend(settings, Backend.Key.BEARER);
    this.attempts = new Attempts(client.timing());
  }

  @Override
  public GeneratedImage generate(ImageJob job, ProgressSink progress, CancelSignal cancel)
      throws UpstreamException, InterruptedException {
    Deadline deadline = Deadline.after(job.deadline(), client.timing().nanos());
    Optional<String> model = job.model().or(() -> backend.settings().model());
    return attempts.run(
        dialect ->
            Asking.ask(
                client,
                post(job, model, dialect, deadline),
                response -> read(response, model),
                deadline,
                cancel),
        deadline,
        cancel);
  }

  private Call post(ImageJob job, Optional<String> model, Dialect dialect, Deadline deadline) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    model.ifPresent(name -> body.put("model", name));
    body.put("prompt", job.prompt() + job.negativePrompt().map(x -> "\nAvoid: " + x).orElse(""));
    body.put("n", 1);
    body.put("size", job.width() + "x" + job.height());
    if (dialect.responseFormat()) {
      body.put("response_format", "b64_json");
    }
    try {
      Duration silence = backend.settings().idleTimeout();
      Duration whole = deadline.remaining().plusSeconds(1);
      return backend.post("v1/images/generations", body, silence, whole);
    } catch (IOException unwritable) {
      throw new IllegalStateException(unwritable);
    }
  }

  private Attempt<GeneratedImage> read(Response response, Optional<String> model)
      throws IOException, UpstreamException {
    if (!response.isSuccessful()) {
      return Attempt.Refused.of(response, backend, client.timing().wall().instant());
    }
    Answers.requireJson(response, backend, client.timing().wall().instant());
    long max = backend.settings().maxResponseBytes();
    byte[] picture = null;
    try (InputStream in = Answers.capped(response, max, () -> {});
        JsonParser json = Json.MAPPER.createParser(in)) {
      while (json.nextToken() != null) {
        boolean value = json.currentToken() == JsonToken.VALUE_STRING;
        if (value && "b64_json".equals(json.currentName()) && picture == null) {
          picture = Base64Text.read(json, max);
        }
      }
    }
    if (picture == null || picture.length == 0) {
      throw Faults.exception(
          INVALID, "The service sent no picture; have it answer with b64_json instead of a URL.");
    }
    return new Attempt.Done<>(new GeneratedImage(picture, OptionalLong.empty(), model));
  }
}
