package org.officeos.laptop.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.officeos.laptop.audit.AuditEntry.Kind;
import org.officeos.laptop.testing.Asks;
import org.officeos.laptop.testing.FakeImages;
import org.officeos.laptop.testing.FakeResponder;
import org.officeos.laptop.testing.FakeTexts;
import org.officeos.laptop.upstream.GeneratedImage;
import org.officeos.laptop.upstream.UpstreamException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.bytecode.ResultCode;

/** Requests that nobody waits for any more, and the daemon's own end. */
class RelayCancelTest {

  @Test
  void stopsTheServiceWhenTheHandheldVanishes() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    FakeImages images =
        new FakeImages(FakeImages.waiting(started, new CountDownLatch(1), RelayRig.PICTURE));
    try (RelayRig rig = RelayRig.drawing(images)) {
      FakeResponder responder = rig.send(Asks.image());
      started.await();
      responder.abandon(Reason.CUT);
      rig.awaitEmpty();
      assertEquals(0, rig.budgets.openNow());
      assertEquals(
          ResultCode.CANCELLED, rig.trail.entries().get(1).outcome().orElseThrow().result());
    }
  }

  @Test
  void recordsARevocationDuringTheWork() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    FakeImages images =
        new FakeImages(FakeImages.waiting(started, new CountDownLatch(1), RelayRig.PICTURE));
    try (RelayRig rig = RelayRig.drawing(images)) {
      FakeResponder responder = rig.send(Asks.image());
      started.await();
      responder.abandon(Reason.REVOKED_HERE);
      rig.awaitEmpty();
      assertEquals(ResultCode.REVOKED, rig.trail.entries().get(1).outcome().orElseThrow().result());
    }
  }

  @Test
  void stopsATextWhileItWaitsForCredit() throws Exception {
    try (RelayRig rig = RelayRig.writing(FakeTexts.of("a", "b"))) {
      FakeResponder responder = new FakeResponder();
      responder.giveNoCredit();
      rig.send(rig.device, Asks.chat(), responder);
      responder.awaitWrite();
      responder.abandon(Reason.CANCELLED);
      rig.awaitEmpty();
      assertEquals(0, rig.budgets.openNow());
      assertEquals(0, rig.trail.unfinished());
    }
  }

  @Test
  void takesACancelledRequestOutOfTheQueue() throws Exception {
    CountDownLatch started = new CountDownLatch(4);
    CountDownLatch go = new CountDownLatch(1);
    FakeImages images = new FakeImages(FakeImages.waiting(started, go, RelayRig.PICTURE));
    try (RelayRig rig = RelayRig.drawing(images)) {
      List<FakeResponder> running = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        running.add(rig.send(Asks.image()));
      }
      started.await();
      FakeResponder queued = rig.send(Asks.image());
      awaitBegun(rig, 5);
      queued.abandon(Reason.CANCELLED);
      awaitOpen(rig, 4);
      assertEquals(4, rig.budgets.openNow(), "its place is free again");
      assertEquals(
          ResultCode.CANCELLED, rig.trail.entries().get(5).outcome().orElseThrow().result());
      go.countDown();
      for (FakeResponder responder : running) {
        assertEquals(ResultCode.OK, responder.await().result());
      }
      rig.awaitEmpty();
      assertEquals(4, images.jobs().size(), "the service never heard of it");
    }
  }

  @Test
  void refusesWhatDoesNotFitTheQueue() throws Exception {
    CountDownLatch started = new CountDownLatch(4);
    CountDownLatch go = new CountDownLatch(1);
    FakeImages images = new FakeImages(FakeImages.waiting(started, go, RelayRig.PICTURE));
    try (RelayRig rig = RelayRig.drawing(images)) {
      List<FakeResponder> sent = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        sent.add(rig.send(Asks.image()));
      }
      started.await();
      for (int i = 0; i < 33; i++) {
        sent.add(rig.send(Asks.image()));
      }
      awaitOpen(rig, 36);
      go.countDown();
      long refused = 0;
      for (FakeResponder responder : sent) {
        ResultCode result = responder.await().result();
        refused += result == ResultCode.TOO_MANY_CONCURRENT ? 1 : 0;
        assertTrue(result == ResultCode.OK || result == ResultCode.TOO_MANY_CONCURRENT);
      }
      assertEquals(1, refused);
    }
  }

  @Test
  void letsNoDeviceFillTheRelay() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    FakeImages images = new FakeImages(FakeImages.waiting(started, go, RelayRig.PICTURE));
    try (RelayRig rig = RelayRig.drawing(images)) {
      Door door = new Door();
      for (int i = 0; i < Door.MAX_OF_ONE; i++) {
        assertTrue(door.enter(rig.device.id()));
      }
      assertEquals(false, door.enter(rig.device.id()));
      door.leave(rig.device.id());
      assertTrue(door.enter(rig.device.id()));
      go.countDown();
    }
  }

  @Test
  void answersEverybodyWhenItShutsDown() throws Exception {
    CountDownLatch started = new CountDownLatch(4);
    FakeImages images =
        new FakeImages(FakeImages.waiting(started, new CountDownLatch(1), RelayRig.PICTURE));
    RelayRig rig = RelayRig.drawing(images);
    List<FakeResponder> sent = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      sent.add(rig.send(Asks.image()));
    }
    started.await();
    awaitBegun(rig, 6);
    rig.close();
    for (FakeResponder responder : sent) {
      assertEquals(ResultCode.SHUTTING_DOWN, responder.await().result());
    }
    assertEquals(ResultCode.SHUTTING_DOWN, rig.send(Asks.image()).await().result());
    assertEquals(0, rig.relay.open());
    assertEquals(0, rig.trail.unfinished());
    assertEquals(0, rig.budgets.openNow());
  }

  @Test
  void givesEveryPermitBackWhateverHappens() throws Exception {
    for (long seed = 1; seed <= 3; seed++) {
      Random random = new Random(seed);
      FakeImages images = new FakeImages((job, progress, cancel) -> whatever(job.seed()));
      try (RelayRig rig = new RelayRig(Optional.of(images), Optional.empty(), Map.of())) {
        List<FakeResponder> sent = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
          long outcome = random.nextInt(5);
          FakeResponder responder =
              rig.send(Asks.image().with(org.officeos.session.bytecode.Field.SEED, outcome));
          sent.add(responder);
          if (random.nextInt(3) == 0) {
            responder.abandon(Reason.CANCELLED);
          }
          if (random.nextInt(10) == 0) {
            rig.nanos.addAndGet(1_000_000_000L);
          }
        }
        rig.awaitEmpty();
        assertEquals(0, rig.budgets.openNow(), "seed " + seed);
        assertEquals(0, rig.trail.unfinished(), "seed " + seed);
        for (FakeResponder responder : sent) {
          assertEquals(1, responder.completions(), "seed " + seed);
        }
        long ends =
            rig.trail.entries().stream().filter(entry -> entry.kind() == Kind.ENDED).count();
        long begins =
            rig.trail.entries().stream().filter(entry -> entry.kind() == Kind.BEGAN).count();
        assertEquals(begins, ends, "seed " + seed);
        assertTrue(begins > 0, "seed " + seed);
      }
    }
  }

  private static GeneratedImage whatever(OptionalLong outcome) throws UpstreamException {
    return switch ((int) outcome.orElse(0)) {
      case 0 -> throw new IllegalStateException("a fault");
      case 1 ->
          throw new UpstreamException(
              UpstreamException.Reason.UNREACHABLE, "start it", Optional.empty());
      case 2 -> new GeneratedImage(new byte[] {1}, OptionalLong.empty(), Optional.empty());
      case 3 -> throw new StackOverflowErrorForTests();
      default -> new GeneratedImage(RelayRig.PICTURE, OptionalLong.empty(), Optional.empty());
    };
  }

  private static void awaitBegun(RelayRig rig, int count) throws InterruptedException {
    for (int i = 0; i < 6000 && rig.trail.entries().size() < count; i++) {
      Thread.sleep(10);
    }
    assertEquals(count, rig.trail.entries().size());
  }

  private static void awaitOpen(RelayRig rig, int count) throws InterruptedException {
    for (int i = 0; i < 6000 && rig.relay.open() > count; i++) {
      Thread.sleep(10);
    }
    assertEquals(count, rig.relay.open());
  }

  /** An error that is no exception. */
  private static final class StackOverflowErrorForTests extends AssertionError {
    private static final long serialVersionUID = 1L;
  }
}
