package org.officeos.laptop.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.officeos.laptop.image.ImageCheck;
import org.officeos.laptop.image.ImageFacts;
import org.officeos.laptop.image.ImageFormat;
import org.officeos.laptop.image.ImageLimits;

/** What every service that draws keeps to, real or fake. */
abstract class ImageServiceContract {

  /** Steps that take no time to draw. */
  static final int QUICK = 1;

  /** A service that draws a {@link TestJobs#image} of {@link #QUICK} steps at once. */
  abstract ImageService quick();

  /** A service whose next drawing does not end by itself. */
  abstract ImageService endless() throws Exception;

  @Test
  void drawsAPictureOfTheSizeAskedFor() throws Exception {
    GeneratedImage image =
        quick().generate(TestJobs.image(QUICK), new RecordingSinks(), new CancelSource());
    assertEquals(
        new ImageFacts(ImageFormat.PNG, 128, 96),
        ImageCheck.inspect(image.bytes(), ImageLimits.standard()));
  }

  @Test
  void refusesAJobThatIsCancelledAlready() {
    CancelSource cancel = new CancelSource();
    cancel.cancel();
    assertReason(UpstreamException.Reason.CANCELLED, quick(), TestJobs.image(QUICK), cancel);
  }

  @Test
  void endsSoonWhenItIsCancelled() throws Exception {
    CancelSource cancel = new CancelSource();
    Thread canceller = after(Duration.ofMillis(150), cancel::cancel);
    assertReason(UpstreamException.Reason.CANCELLED, endless(), TestJobs.image(150), cancel);
    canceller.join();
  }

  @Test
  void endsAtItsDeadline() throws Exception {
    ImageJob job = TestJobs.image(150, Duration.ofMillis(200));
    assertReason(UpstreamException.Reason.TIMEOUT, endless(), job, new CancelSource());
  }

  @Test
  void endsWhenItsThreadIsInterrupted() throws Exception {
    ImageService service = endless();
    AtomicReference<Throwable> end = new AtomicReference<>(new AssertionError("no end"));
    CountDownLatch ended = new CountDownLatch(1);
    Thread caller =
        new Thread(
            () -> {
              try {
                service.generate(TestJobs.image(150), new RecordingSinks(), new CancelSource());
              } catch (UpstreamException | InterruptedException thrown) {
                end.set(thrown);
              }
              ended.countDown();
            });
    caller.start();
    TimeUnit.MILLISECONDS.sleep(150);
    caller.interrupt();
    assertTrue(ended.await(15, TimeUnit.SECONDS));
    assertInstanceOf(InterruptedException.class, end.get());
  }

  static Thread after(Duration time, Runnable action) {
    Thread thread =
        new Thread(
            () -> {
              try {
                TimeUnit.NANOSECONDS.sleep(time.toNanos());
                action.run();
              } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
              }
            });
    thread.start();
    return thread;
  }

  private static void assertReason(
      UpstreamException.Reason reason, ImageService service, ImageJob job, CancelSignal cancel) {
    UpstreamException end =
        assertThrows(
            UpstreamException.class, () -> service.generate(job, new RecordingSinks(), cancel));
    assertEquals(reason, end.reason(), end.detail());
  }
}
