package org.officeos.laptop.upstream;

import static org.officeos.laptop.upstream.UpstreamException.Reason.ERROR;
import static org.officeos.laptop.upstream.UpstreamException.Reason.INVALID;
import static org.officeos.laptop.upstream.UpstreamException.Reason.NOT_AUTHORIZED;
import static org.officeos.laptop.upstream.UpstreamException.Reason.RATE_LIMITED;
import static org.officeos.laptop.upstream.UpstreamException.Reason.TIMEOUT;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.officeos.laptop.upstream.UpstreamException.Reason;

/** Tells a service's answer from its refusals, before anything reads the answer. */
final class Answers {

  private static final long MAX_ERROR_BYTES = 64 * 1024;

  private Answers() {}

  /** Passes an answer with success and JSON, and refuses every other with its reason. */
  static void requireJson(Response response, Backend backend, Instant now)
      throws UpstreamException {
    requireSuccess(response, backend, now);
    if (!isJson(response)) {
      throw Faults.exception(
          INVALID,
          "The service answered with "
              + typeOf(response)
              + " instead of JSON; check that its address is an API's.");
    }
  }

  /** Passes an answer with success, and refuses every other with its reason. */
  static void requireSuccess(Response response, Backend backend, Instant now)
      throws UpstreamException {
    if (!response.isSuccessful()) {
      throw refusal(response, errorSentence(response), backend, now);
    }
  }

  /** The refusal behind a status that is not success. */
  static UpstreamException refusal(
      Response response, Optional<String> sentence, Backend backend, Instant now) {
    int status = response.code();
    Optional<Duration> wait =
        RetryAfter.read(response::header, now).filter(any -> status == 429 || status >= 500);
    if (status == 401 || status == 403) {
      return new UpstreamException(
          NOT_AUTHORIZED,
          backend.settings().apiKey().isPresent()
              ? "The service refuses the configured key; check it on the laptop."
              : "The service wants a key; configure one on the laptop.",
          Optional.empty());
    }
    if (status / 100 == 3) {
      return Faults.exception(
          INVALID, "The service redirects, which is not followed; configure its final address.");
    }
    String said =
        sentence.map(backend::withoutKey).orElse("no JSON error, but " + typeOf(response));
    return new UpstreamException(
        reasonFor(status), "The service answered HTTP " + status + ": " + said, wait);
  }

  /** The sentence in an error's body, where it is JSON and has one. */
  static Optional<String> errorSentence(Response response) {
    if (!isJson(response)) {
      return Optional.empty();
    }
    try (InputStream in = capped(response, MAX_ERROR_BYTES, () -> {})) {
      JsonNode body = Json.read(in);
      return ServiceError.sentence(body);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** The body, failing beyond {@code max} decompressed bytes. */
  static InputStream capped(Response response, long max, Runnable onBytes) {
    ResponseBody body = response.body();
    return new CappedInput(body.byteStream(), max, onBytes);
  }

  /** Whether the answer says that it is JSON, or says nothing. */
  static boolean isJson(Response response) {
    MediaType type = response.body().contentType();
    return response.header("Content-Type") == null
        || (type != null && (type.subtype().equals("json") || type.subtype().endsWith("+json")));
  }

  /** Whether the answer says that it is a stream of events. */
  static boolean isEventStream(Response response) {
    MediaType type = response.body().contentType();
    return type != null && type.type().equals("text") && type.subtype().equals("event-stream");
  }

  private static String typeOf(Response response) {
    String type = response.header("Content-Type");
    return type == null ? "no content type" : Quote.clean(type, Quote.SHORT);
  }

  private static Reason reasonFor(int status) {
    if (status == 429) {
      return RATE_LIMITED;
    }
    return status == 408 || status == 504 ? TIMEOUT : ERROR;
  }
}
