package org.officeos.laptop.upstream;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Response;

/** Runs one call on a worker while its caller waits, and can be cancelled or interrupted. */
final class Asking {

  /** Reads a response, on a worker. */
  @FunctionalInterface
  interface Reader<T> {
    T read(Response response) throws IOException, UpstreamException;
  }

  private Asking() {}

  /**
   * Starts a call; its end, good or bad, settles the result.
   *
   * @param onEnd runs when the call has ended, before the result is settled
   */
  static <T> void start(
      UpstreamClient client, Call call, Reader<T> reader, Awaited<T> result, Runnable onEnd)
      throws UpstreamException {
    client.onWorker(
        () -> {
          try {
            T value = exchange(call, reader);
            onEnd.run();
            result.give(value);
          } catch (UpstreamException refusal) {
            onEnd.run();
            result.fail(refusal);
          }
        });
  }

  /** Runs a call to its end, or to the caller's: cancelled, interrupted, or late. */
  static <T> T ask(
      UpstreamClient client, Call call, Reader<T> reader, Deadline deadline, CancelSignal cancel)
      throws UpstreamException, InterruptedException {
    Awaited<T> result = new Awaited<>();
    cancel.onCancel(() -> result.fail(Faults.cancelled()));
    start(client, call, reader, result, () -> {});
    try {
      return result.await(deadline);
    } finally {
      call.cancel();
    }
  }

  /** Runs a call on this thread; every fault comes out with its reason. */
  static <T> T exchange(Call call, Reader<T> reader) throws UpstreamException {
    try (Response response = call.execute()) {
      return reader.read(response);
    } catch (IOException fault) {
      if (call.isCanceled() && !(fault instanceof InterruptedIOException)) {
        throw Faults.cancelled();
      }
      throw Faults.of(fault, Backend.phaseOf(call.request()));
    } catch (RuntimeException surprise) {
      throw new UpstreamException(
          UpstreamException.Reason.INVALID,
          "The service's answer could not be understood.",
          Optional.empty(),
          surprise);
    }
  }
}
