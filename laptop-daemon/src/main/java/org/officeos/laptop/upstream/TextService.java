package org.officeos.laptop.upstream;

/** A service that writes. Safe for use by several threads; each call blocks its own. */
public interface TextService {

  /**
   * Writes one text, piece by piece, and returns after the last.
   *
   * <p>What has reached the sink is never asked for again: a fault after the first piece ends the
   * call with its reason, and the pieces that came are what there is.
   *
   * @param job what to write
   * @param sink takes the pieces in order, on the calling thread; while it blocks, the service is
   *     not read
   * @param cancel may be cancelled by any thread at any time
   * @throws UpstreamException with the reason; {@code CANCELLED} when cancelled, or when the sink
   *     closed
   * @throws InterruptedException when the calling thread was interrupted
   */
  TextOutcome generate(TextJob job, TokenSink sink, CancelSignal cancel)
      throws UpstreamException, InterruptedException;
}
