package org.officeos.laptop.upstream;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Call;

/**
 * Writes with an OpenAI-compatible service: {@code POST /v1/completions} and {@code POST
 * /v1/chat/completions}, streamed where the service streams.
 */
final class OpenAiText implements TextService {

  private final UpstreamClient client;
  private final Backend backend;
  private final Attempts attempts;
  private final ModelChoice models;

  OpenAiText(UpstreamClient client, UpstreamSettings settings) {
    this.client = client;
    this.backend = client.backend(settings, Backend.Key.BEARER);
    this.attempts = new Attempts(client.timing());
    this.models = new ModelChoice(client, backend);
  }

  @Override
  public TextOutcome generate(TextJob job, TokenSink sink, CancelSignal cancel)
      throws UpstreamException, InterruptedException {
    Deadline deadline = Deadline.after(job.deadline(), client.timing().nanos());
    Optional<String> model = models.pick(job.model(), cancel);
    try {
      return attempts.run(
          dialect -> write(job, model, dialect, sink, deadline, cancel), deadline, cancel);
    } catch (UpstreamException refusal) {
      if (refusal.reason() == UpstreamException.Reason.ERROR) {
        models.forget();
      }
      throw refusal;
    }
  }

  private Attempt<TextOutcome> write(
      TextJob job,
      Optional<String> model,
      Dialect dialect,
      TokenSink sink,
      Deadline deadline,
      CancelSignal cancel)
      throws UpstreamException, InterruptedException {
    Call call = post(job, model, dialect, deadline);
    TextPipe pipe = new TextPipe();
    TextExchange exchange = new TextExchange(backend, client.timing().wall(), pipe);
    cancel.onCancel(pipe::wake);
    client.onWorker(() -> run(call, exchange, pipe));
    try {
      for (String piece = pipe.take(deadline, cancel);
          !piece.isEmpty();
          piece = pipe.take(deadline, cancel)) {
        sink.onText(piece);
      }
      return pipe.ended();
    } catch (SinkClosedException gone) {
      throw Faults.cancelled();
    } finally {
      pipe.abandon();
      call.cancel();
    }
  }

  private static void run(Call call, TextExchange exchange, TextPipe pipe) {
    try {
      pipe.end(Asking.exchange(call, exchange::read));
    } catch (UpstreamException fault) {
      pipe.fail(fault);
    }
  }

  private Call post(TextJob job, Optional<String> model, Dialect dialect, Deadline deadline) {
    try {
      Duration silence = backend.settings().idleTimeout();
      return backend.post(
          TextRequest.path(job),
          TextRequest.body(job, model, dialect),
          silence,
          deadline.remaining().plusSeconds(1));
    } catch (IOException unwritable) {
      throw new IllegalStateException(unwritable);
    }
  }
}
