package org.officeos.laptop.upstream;

import static org.officeos.laptop.upstream.UpstreamException.Reason.TIMEOUT;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a WebUI's progress while a picture is drawn, tells it on, and notices when nothing moves
 * any more. Runs on a worker; a look that fails is skipped.
 */
final class WebUiPoll {

  private static final long MAX_BYTES = 1024 * 1024;
  private static final Duration ONE_LOOK = Duration.ofSeconds(5);
  private static final String PATH = "sdapi/v1/progress?skip_current_image=true";

  private final Backend backend;
  private final Awaited<GeneratedImage> picture;
  private final ProgressSink sink;
  private final Liveness liveness;
  private final Deadline deadline;
  private @Nullable WebUiProgress latest;
  private @Nullable Call looking;
  private int told;
  private boolean stopped;

  WebUiPoll(
      Backend backend,
      Awaited<GeneratedImage> picture,
      ProgressSink sink,
      Liveness liveness,
      Deadline deadline) {
    this.backend = backend;
    this.picture = picture;
    this.sink = sink;
    this.liveness = liveness;
    this.deadline = deadline;
  }

  /** Looks again and again until the picture is settled, one way or another. */
  void run(Duration every) {
    try {
      while (!picture.settledWithin(every) && !deadline.passed()) {
        look().ifPresent(this::tell);
        if (liveness.lost()) {
          picture.fail(
              Faults.exception(
                  TIMEOUT, "The service's work has not moved for too long; look at its own log."));
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** After this nothing is told any more. */
  synchronized void stop() {
    stopped = true;
    if (looking != null) {
      looking.cancel();
    }
  }

  private Optional<WebUiProgress> look() {
    Call call = backend.get(PATH, ONE_LOOK);
    synchronized (this) {
      if (stopped) {
        return Optional.empty();
      }
      looking = call;
    }
    try (Response response = call.execute()) {
      if (!response.isSuccessful() || !Answers.isJson(response)) {
        return Optional.empty();
      }
      try (InputStream in = Answers.capped(response, MAX_BYTES, () -> {})) {
        return Optional.of(WebUiProgress.of(Json.read(in)));
      }
    } catch (IOException unseen) {
      return Optional.empty();
    }
  }

  private synchronized void tell(WebUiProgress seen) {
    if (!seen.equals(latest)) {
      latest = seen;
      liveness.heard();
    }
    if (stopped || !seen.busy() || seen.permille() < told) {
      return;
    }
    told = seen.permille();
    sink.onProgress(seen.permille(), seen.step(), seen.steps(), seen.etaMillis());
  }
}
