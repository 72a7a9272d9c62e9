package org.officeos.laptop.upstream;

import static org.officeos.laptop.upstream.UpstreamException.Reason.INVALID;
import static org.officeos.laptop.upstream.UpstreamException.Reason.TOO_LARGE;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import okhttp3.Response;

/** Reads one answer of a service that writes into a pipe, on a worker. */
final class TextExchange {

  private static final int MAX_EVENT_BYTES = 1024 * 1024;
  private static final String DONE = "[DONE]";

  private final Backend backend;
  private final InstantSource wall;
  private final TextPipe pipe;
  private final TextAnswer answer = new TextAnswer();

  TextExchange(Backend backend, InstantSource wall, TextPipe pipe) {
    this.backend = backend;
    this.wall = wall;
    this.pipe = pipe;
  }

  Attempt<TextOutcome> read(Response response) throws IOException, UpstreamException {
    if (!response.isSuccessful()) {
      return Attempt.Refused.of(response, backend, wall.instant());
    }
    long max = backend.settings().maxResponseBytes();
    try (InputStream in = Answers.capped(response, max, () -> {})) {
      if (Answers.isEventStream(response)) {
        readStream(in);
      } else {
        Answers.requireJson(response, backend, wall.instant());
        pass(answer.object(Json.read(in)));
      }
    }
    pass(answer.rest());
    return new Attempt.Done<>(answer.outcome());
  }

  private void readStream(InputStream in) throws IOException, UpstreamException {
    SseParser parser = new SseParser(MAX_EVENT_BYTES);
    byte[] buffer = new byte[8192];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      for (String data : events(parser, buffer, count)) {
        if (data.strip().equals(DONE)) {
          return;
        }
        pass(answer.event(data));
      }
    }
    if (!answer.finished()) {
      throw Faults.exception(
          INVALID, "The service's answer was cut in the middle; look at its own log.");
    }
  }

  private static Iterable<String> events(SseParser parser, byte[] buffer, int count)
      throws UpstreamException {
    try {
      return parser.feed(buffer, 0, count);
    } catch (SseParser.TooLongException tooLong) {
      throw Faults.exception(TOO_LARGE, "The service streams a line that is larger than allowed.");
    }
  }

  private void pass(String piece) throws IOException {
    if (!piece.isEmpty()) {
      pipe.put(piece);
    }
  }
}
