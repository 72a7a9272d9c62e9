package org.officeos.laptop.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What every service that writes keeps to, real or fake. */
abstract class TextServiceContract {

  /** A service that writes at once. */
  abstract TextService quick();

  /** A service whose next text does not begin. */
  abstract TextService endless() throws Exception;

  @Test
  void writesAndSaysHowItEnded() throws Exception {
    RecordingSinks sinks = new RecordingSinks();
    TextOutcome outcome = quick().generate(TestJobs.chat("Why?"), sinks, new CancelSource());
    assertFalse(sinks.text().isEmpty());
    assertEquals("stop", outcome.finish());
    assertTrue(outcome.tokensOut().getAsLong() > 0);
  }

  @Test
  void writesTheSameForTheSameQuestion() throws Exception {
    RecordingSinks first = new RecordingSinks();
    RecordingSinks second = new RecordingSinks();
    quick().generate(TestJobs.completion("Once upon"), first, new CancelSource());
    quick().generate(TestJobs.completion("Once upon"), second, new CancelSource());
    assertEquals(first.text(), second.text());
  }

  @Test
  void refusesAJobThatIsCancelledAlready() {
    CancelSource cancel = new CancelSource();
    cancel.cancel();
    assertReason(UpstreamException.Reason.CANCELLED, quick(), TestJobs.chat("?"), cancel);
  }

  @Test
  void endsWhenItIsCancelled() throws Exception {
    CancelSource cancel = new CancelSource();
    Thread canceller = ImageServiceContract.after(Duration.ofMillis(150), cancel::cancel);
    assertReason(UpstreamException.Reason.CANCELLED, endless(), TestJobs.chat("?"), cancel);
    canceller.join();
  }

  @Test
  void endsAtItsDeadline() throws Exception {
    TextJob job = TestJobs.chat("?", Duration.ofMillis(200));
    assertReason(UpstreamException.Reason.TIMEOUT, endless(), job, new CancelSource());
  }

  @Test
  void endsWhenItsThreadIsInterrupted() throws Exception {
    TextService service = endless();
    AtomicReference<Throwable> end = new AtomicReference<>(new AssertionError("no end"));
    CountDownLatch ended = new CountDownLatch(1);
    Thread caller =
        new Thread(
            () -> {
              try {
                service.generate(TestJobs.chat("?"), new RecordingSinks(), new CancelSource());
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

  private static void assertReason(
      UpstreamException.Reason reason, TextService service, TextJob job, CancelSignal cancel) {
    UpstreamException end =
        assertThrows(
            UpstreamException.class, () -> service.generate(job, new RecordingSinks(), cancel));
    assertEquals(reason, end.reason(), end.detail());
  }
}
