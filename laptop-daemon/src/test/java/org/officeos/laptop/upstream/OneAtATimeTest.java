package org.officeos.laptop.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OneAtATimeTest {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final OneAtATime gate = new OneAtATime(3);

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void servesInTheOrderOfComing() throws Exception {
    List<Integer> served = Collections.synchronizedList(new ArrayList<>());
    OneAtATime.Turn first = gate.enter(soon(), new CancelSource());
    List<Future<?>> others = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int number = i;
      others.add(
          threads.submit(
              () -> {
                OneAtATime.Turn turn = gate.enter(soon(), new CancelSource());
                served.add(number);
                turn.end();
                return null;
              }));
      awaitQueued(i + 1);
    }
    first.end();
    for (Future<?> other : others) {
      other.get(10, TimeUnit.SECONDS);
    }
    assertEquals(List.of(0, 1, 2), served);
  }

  @Test
  void refusesWhenEnoughAreWaiting() throws Exception {
    OneAtATime small = new OneAtATime(0);
    OneAtATime.Turn first = small.enter(soon(), new CancelSource());
    UpstreamException full =
        assertThrows(UpstreamException.class, () -> small.enter(soon(), new CancelSource()));
    assertEquals(UpstreamException.Reason.RATE_LIMITED, full.reason());
    assertTrue(full.retryAfter().isPresent());
    first.end();
    small.enter(soon(), new CancelSource()).end();
  }

  @Test
  void letsGoOfAPlaceThatIsCancelled() throws Exception {
    OneAtATime.Turn first = gate.enter(soon(), new CancelSource());
    CancelSource cancel = new CancelSource();
    CountDownLatch over = new CountDownLatch(1);
    Future<UpstreamException> waiting =
        threads.submit(
            () -> {
              try {
                return assertThrows(UpstreamException.class, () -> gate.enter(soon(), cancel));
              } finally {
                over.countDown();
              }
            });
    awaitQueued(1);
    cancel.cancel();
    assertEquals(UpstreamException.Reason.CANCELLED, waiting.get(10, TimeUnit.SECONDS).reason());
    assertEquals(0, gate.queued());
    first.end();
    gate.enter(soon(), new CancelSource()).end();
  }

  @Test
  void endsAWaitAtItsDeadline() throws Exception {
    OneAtATime.Turn first = gate.enter(soon(), new CancelSource());
    Deadline passed = Deadline.after(Duration.ofMillis(1), System::nanoTime);
    UpstreamException late =
        assertThrows(UpstreamException.class, () -> gate.enter(passed, new CancelSource()));
    assertEquals(UpstreamException.Reason.TIMEOUT, late.reason());
    assertEquals(0, gate.queued());
    first.end();
  }

  @Test
  void doesNotLoseATurnThatComesTogetherWithACancel() throws Exception {
    for (int round = 0; round < 300; round++) {
      OneAtATime.Turn first = gate.enter(soon(), new CancelSource());
      CancelSource cancel = new CancelSource();
      Future<Boolean> waiting =
          threads.submit(
              () -> {
                try {
                  gate.enter(soon(), cancel).end();
                  return true;
                } catch (UpstreamException cancelled) {
                  return false;
                }
              });
      Future<?> canceller = threads.submit(cancel::cancel);
      first.end();
      canceller.get(10, TimeUnit.SECONDS);
      boolean served = waiting.get(10, TimeUnit.SECONDS);
      assertTrue(served || cancel.isCancelled());
      gate.enter(soon(), new CancelSource()).end();
    }
    assertFalse(gate.queued() > 0);
  }

  private void awaitQueued(int count) throws InterruptedException {
    while (gate.queued() < count) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(20), System::nanoTime);
  }
}
