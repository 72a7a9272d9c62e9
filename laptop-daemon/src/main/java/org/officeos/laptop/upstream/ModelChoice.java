package org.officeos.laptop.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Response;

/**
 * Picks the model: the job's, else the settings', else the first that {@code GET /v1/models} lists,
 * which is remembered. Where none can be had the request names none; some services take that. Safe
 * for use by several threads.
 */
final class ModelChoice {

  private static final long MAX_LIST_BYTES = 1024 * 1024;
  private static final Duration LIST_TIME = Duration.ofSeconds(5);
  private static final int MAX_NAME = 256;

  private final UpstreamClient client;
  private final Backend backend;
  private volatile Optional<String> listed = Optional.empty();

  ModelChoice(UpstreamClient client, Backend backend) {
    this.client = client;
    this.backend = backend;
  }

  Optional<String> pick(Optional<String> asked, CancelSignal cancel)
      throws UpstreamException, InterruptedException {
    if (asked.isPresent() || backend.settings().model().isPresent()) {
      return asked.or(() -> backend.settings().model());
    }
    if (listed.isEmpty()) {
      listed = firstListed(cancel);
    }
    return listed;
  }

  /** Forgets the remembered model, after a service did not take it. */
  void forget() {
    listed = Optional.empty();
  }

  private Optional<String> firstListed(CancelSignal cancel)
      throws UpstreamException, InterruptedException {
    Call call = backend.get("v1/models", LIST_TIME);
    Deadline deadline = Deadline.after(LIST_TIME, client.timing().nanos());
    try {
      return Asking.ask(client, call, ModelChoice::firstIn, deadline, cancel);
    } catch (UpstreamException unlisted) {
      if (unlisted.reason() == UpstreamException.Reason.CANCELLED) {
        throw unlisted;
      }
      return Optional.empty();
    }
  }

  private static Optional<String> firstIn(Response response) throws IOException {
    if (!response.isSuccessful() || !Answers.isJson(response)) {
      return Optional.empty();
    }
    try (InputStream in = Answers.capped(response, MAX_LIST_BYTES, () -> {})) {
      JsonNode id = Json.read(in).path("data").path(0).path("id");
      return Optional.of(id.asText("")).filter(x -> !x.isEmpty() && x.length() <= MAX_NAME);
    }
  }
}
