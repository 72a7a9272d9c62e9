package org.officeos.laptop.upstream;

/** A service that draws. Safe for use by several threads; each call blocks its own. */
public interface ImageService {

  /**
   * Draws one picture, and returns when it is there.
   *
   * <p>A service that draws one picture at a time keeps a short, fair queue: the call waits in it,
   * at no cost to the service, and may be cancelled there. Cancelling, and interrupting the calling
   * thread, end the call within about a second and stop the drawing at the service where it can be
   * stopped.
   *
   * @param job what to draw
   * @param progress hears how far it is, on a thread of the client, never after this call has
   *     returned; it must not block
   * @param cancel may be cancelled by any thread at any time
   * @throws UpstreamException with the reason, {@code CANCELLED} among them
   * @throws InterruptedException when the calling thread was interrupted
   */
  GeneratedImage generate(ImageJob job, ProgressSink progress, CancelSignal cancel)
      throws UpstreamException, InterruptedException;
}
