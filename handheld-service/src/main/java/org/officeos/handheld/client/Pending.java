package org.officeos.handheld.client;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * A request under way. Safe for use by several threads.
 *
 * @param <T> what it will give
 */
public final class Pending<T> {

  private final RequestId id;
  private final CompletableFuture<T> result;
  private final Runnable canceller;

  Pending(RequestId id, CompletableFuture<T> result, Runnable canceller) {
    this.id = id;
    this.result = result;
    this.canceller = canceller;
  }

  /** Names it on this device and to the laptop. */
  public RequestId id() {
    return id;
  }

  /**
   * Ends the request with {@link Reason#CANCELLED} and tells the laptop to stop the work. Returns
   * at once; does nothing after the end.
   */
  public void cancel() {
    canceller.run();
  }

  /** Whether it has ended. */
  public boolean isDone() {
    return result.isDone();
  }

  /** A copy of the result to come; ends exceptionally with {@link OfficeException}. */
  public CompletableFuture<T> result() {
    return result.copy();
  }

  /**
   * Waits for the end. An interruption of the waiting thread does not cancel the request.
   *
   * @throws OfficeException why there is no result
   */
  public T await() throws OfficeException, InterruptedException {
    try {
      return result.get();
    } catch (ExecutionException | CompletionException | CancellationException e) {
      if (e.getCause() instanceof OfficeException office) {
        throw office;
      }
      throw OfficeException.of(Reason.INTERNAL, String.valueOf(e.getCause()), e);
    }
  }
}
