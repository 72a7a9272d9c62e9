package org.officeos.laptop.testing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.officeos.laptop.upstream.CancelSignal;
import org.officeos.laptop.upstream.GeneratedImage;
import org.officeos.laptop.upstream.ImageJob;
import org.officeos.laptop.upstream.ImageService;
import org.officeos.laptop.upstream.ProgressSink;
import org.officeos.laptop.upstream.UpstreamException;

/** Draws what a test says, and remembers what it was asked. */
public final class FakeImages implements ImageService {

  /** What happens in one call. */
  public interface Drawing {
    /** Draws. */
    GeneratedImage draw(ImageJob job, ProgressSink progress, CancelSignal cancel)
        throws UpstreamException, InterruptedException;
  }

  private final List<ImageJob> jobs = new CopyOnWriteArrayList<>();
  private volatile Drawing drawing;

  /** A service that draws so. */
  public FakeImages(Drawing drawing) {
    this.drawing = drawing;
  }

  /** A service that hands over this file at once, after one word of progress. */
  public static FakeImages of(byte[] file) {
    return new FakeImages(
        (job, progress, cancel) -> {
          progress.onProgress(500, 1, 2, 40);
          return new GeneratedImage(file, OptionalLong.of(7), Optional.of("fake-model"));
        });
  }

  /** A drawing that waits until it is cancelled, or until {@code go} opens. */
  public static Drawing waiting(CountDownLatch started, CountDownLatch go, byte[] file) {
    return (job, progress, cancel) -> {
      CountDownLatch wake = new CountDownLatch(1);
      cancel.onCancel(wake::countDown);
      started.countDown();
      while (!cancel.isCancelled() && go.getCount() > 0) {
        if (wake.await(5, TimeUnit.MILLISECONDS)) {
          break;
        }
      }
      if (cancel.isCancelled()) {
        throw new UpstreamException(
            UpstreamException.Reason.CANCELLED, "no longer wanted", Optional.empty());
      }
      return new GeneratedImage(file, OptionalLong.empty(), Optional.empty());
    };
  }

  /** From now on it draws so. */
  public void now(Drawing next) {
    drawing = next;
  }

  /** What it was asked so far. */
  public List<ImageJob> jobs() {
    return List.copyOf(jobs);
  }

  @Override
  public GeneratedImage generate(ImageJob job, ProgressSink progress, CancelSignal cancel)
      throws UpstreamException, InterruptedException {
    jobs.add(job);
    return drawing.draw(job, progress, cancel);
  }
}
