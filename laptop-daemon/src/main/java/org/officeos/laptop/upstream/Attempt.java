package org.officeos.laptop.upstream;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** How one attempt at a service ended. */
sealed interface Attempt<T> {

  /** With what was asked for. */
  record Done<T>(T value) implements Attempt<T> {}

  /**
   * With a refusal, before anything of an answer was used.
   *
   * @param status the HTTP status, 0 where there was none
   * @param sentence what the service said, where it did
   * @param shouldRetry the header {@code x-should-retry}
   * @param retryAfter the wait that the service names
   * @param why what the caller hears if this was the last attempt
   */
  record Refused<T>(
      int status,
      Optional<String> sentence,
      @Nullable String shouldRetry,
      Optional<Duration> retryAfter,
      UpstreamException why)
      implements Attempt<T> {

    static <T> Refused<T> of(Response response, Backend backend, Instant now) {
      Optional<String> sentence = Answers.errorSentence(response);
      return new Refused<>(
          response.code(),
          sentence,
          response.header("x-should-retry"),
          RetryAfter.read(response::header, now),
          Answers.refusal(response, sentence, backend, now));
    }

    static <T> Refused<T> withoutAnswer(UpstreamException why) {
      return new Refused<>(0, Optional.empty(), null, Optional.empty(), why);
    }

    /** The dialect in which the service may not refuse, where its sentence names one. */
    Optional<Dialect> otherThan(Dialect spoken) {
      return status == 400 || status == 422 ? sentence.flatMap(spoken::after) : Optional.empty();
    }
  }
}
