package org.officeos.laptop.upstream;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Gives a prepared picture, or waits until it is cancelled. Strict: one job at a time. */
final class FakeImageService implements ImageService {

  private final byte[] picture;
  private final boolean endless;
  private final AtomicBoolean busy = new AtomicBoolean();

  FakeImageService(byte[] picture, boolean endless) {
    this.picture = picture.clone();
    this.endless = endless;
  }

  @Override
  public GeneratedImage generate(ImageJob job, ProgressSink progress, CancelSignal cancel)
      throws UpstreamException, InterruptedException {
    if (!busy.compareAndSet(false, true)) {
      throw new AssertionError("two jobs at once");
    }
    try {
      Deadline deadline = Deadline.after(job.deadline(), System::nanoTime);
      boolean cancelled =
          endless ? Pause.REAL.cancelledWithin(deadline.remaining(), cancel) : cancel.isCancelled();
      if (cancelled) {
        throw Faults.cancelled();
      }
      if (endless) {
        throw Faults.late();
      }
      progress.onProgress(1000, job.steps(), job.steps(), 0);
      return new GeneratedImage(picture.clone(), job.seed(), Optional.of("fake"));
    } finally {
      busy.set(false);
    }
  }
}
