package org.officeos.laptop.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.officeos.laptop.audit.AuditEntry;
import org.officeos.laptop.audit.AuditException;
import org.officeos.laptop.budget.Limit;
import org.officeos.laptop.image.ImageRejectedException;
import org.officeos.laptop.testing.Asks;
import org.officeos.laptop.testing.Devices;
import org.officeos.laptop.testing.FakeImages;
import org.officeos.laptop.testing.FakeResponder;
import org.officeos.laptop.testing.FakeTexts;
import org.officeos.laptop.upstream.GeneratedImage;
import org.officeos.laptop.upstream.UpstreamException;
import org.officeos.session.SessionException;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Meta;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResultCode;
import org.officeos.session.relationship.EndedPeer;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.StoreException;

/** Every way to end badly has one result, a next step, and leaves the daemon serving. */
class RelayFailureTest {

  private static final Map<UpstreamException.Reason, ResultCode> UPSTREAM =
      new EnumMap<>(
          Map.of(
              UpstreamException.Reason.UNREACHABLE, ResultCode.UPSTREAM_UNREACHABLE,
              UpstreamException.Reason.TIMEOUT, ResultCode.UPSTREAM_TIMEOUT,
              UpstreamException.Reason.ERROR, ResultCode.UPSTREAM_ERROR,
              UpstreamException.Reason.RATE_LIMITED, ResultCode.UPSTREAM_RATE_LIMITED,
              UpstreamException.Reason.INVALID, ResultCode.UPSTREAM_INVALID,
              UpstreamException.Reason.TOO_LARGE, ResultCode.TOO_LARGE,
              UpstreamException.Reason.CANCELLED, ResultCode.CANCELLED,
              UpstreamException.Reason.NOT_AUTHORIZED, ResultCode.UPSTREAM_ERROR));

  @ParameterizedTest
  @EnumSource
  void tellsEachFaultOfAService(UpstreamException.Reason reason) throws Exception {
    UpstreamException fault =
        new UpstreamException(reason, "cause; next step", Optional.of(Duration.ofMillis(2500)));
    FakeImages images =
        new FakeImages(
            (job, progress, cancel) -> {
              throw fault;
            });
    try (RelayRig rig = RelayRig.drawing(images)) {
      Response response = rig.send(Asks.image()).await();
      assertEquals(UPSTREAM.get(reason), response.result());
      assertEquals(Optional.of("cause; next step"), response.text(Meta.DETAIL));
      assertEquals(OptionalLong.of(2500), response.number(Meta.RETRY_AFTER_MILLIS));
      images.now((job, progress, cancel) -> picture());
      assertEquals(ResultCode.OK, rig.send(Asks.image()).await().result(), "it serves on");
      rig.awaitEmpty();
      assertEquals(0, rig.budgets.openNow());
    }
  }

  @Test
  void keepsThePiecesThatCameBeforeAFault() throws Exception {
    UpstreamException fault =
        new UpstreamException(UpstreamException.Reason.INVALID, "cut", Optional.empty());
    try (RelayRig rig = RelayRig.writing(FakeTexts.failing(fault, "half ", "a "))) {
      FakeResponder responder = rig.send(Asks.chat());
      assertEquals(ResultCode.UPSTREAM_INVALID, responder.await().result());
      assertEquals("half a ", responder.text());
      rig.awaitEmpty();
      assertEquals(7, rig.trail.entries().get(1).outcome().orElseThrow().answerBytes());
    }
  }

  @ParameterizedTest
  @EnumSource
  void mapsEachRejectedPicture(ImageRejectedException.Reason reason) {
    ResultCode expected =
        reason.name().startsWith("TOO_MANY") ? ResultCode.TOO_LARGE : ResultCode.UPSTREAM_INVALID;
    RelayFailure failure = FailureTable.of(new ImageRejectedException(reason, "why"));
    assertEquals(expected, failure.result());
    assertEquals("the picture was not taken: why", failure.detail());
  }

  @ParameterizedTest
  @EnumSource
  void hasAResultForEachWayToBeAbandoned(SessionException.Reason reason) {
    ResultCode expected =
        switch (reason) {
          case REVOKED_HERE, REVOKED_BY_PEER -> ResultCode.REVOKED;
          case EXPIRED -> ResultCode.EXPIRED;
          case SHUTTING_DOWN, CLOSED_HERE -> ResultCode.SHUTTING_DOWN;
          case INTERNAL, STORE -> ResultCode.INTERNAL;
          default -> ResultCode.CANCELLED;
        };
    assertEquals(expected, FailureTable.ofAbandoned(reason));
  }

  @Test
  void refusesAPictureThatIsAPageOfHtml() throws Exception {
    byte[] html = "<html>busy</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    try (RelayRig rig = RelayRig.drawing(FakeImages.of(html))) {
      assertEquals(ResultCode.UPSTREAM_INVALID, rig.send(Asks.image()).await().result());
    }
  }

  @Test
  void answersAFaultOfItsOwnAndServesOn() throws Exception {
    FakeImages images =
        new FakeImages(
            (job, progress, cancel) -> {
              throw new IllegalStateException("robot cat in space");
            });
    try (RelayRig rig = RelayRig.drawing(images)) {
      Response response = rig.send(Asks.image()).await();
      assertEquals(ResultCode.INTERNAL, response.result());
      assertEquals(
          Optional.of("a fault of the laptop daemon; its log has more"),
          response.text(Meta.DETAIL));
      images.now((job, progress, cancel) -> picture());
      assertEquals(ResultCode.OK, rig.send(Asks.image()).await().result());
    }
  }

  @Test
  void logsTheTypeAndPlaceOfAFaultAndNoneOfItsWords() {
    String place =
        Details.place(new IllegalStateException("zebra", new IllegalArgumentException("walrus")));
    assertTrue(place.startsWith("java.lang.IllegalStateException at org.officeos"), place);
    assertTrue(place.contains("caused by java.lang.IllegalArgumentException"), place);
    assertTrue(!place.contains("zebra") && !place.contains("walrus"), place);
  }

  @Test
  void saysHowToPermitWhatIsNotGranted() throws Exception {
    try (RelayRig rig = RelayRig.writing(FakeTexts.of("a"))) {
      Relationship other = Devices.device("echo");
      rig.store.erase(rig.device.id(), EndedPeer.Why.REVOKED_HERE, Devices.NOW);
      rig.add(other);
      Response response = rig.send(other, Asks.chat()).await();
      assertEquals(ResultCode.PERMISSION_DENIED, response.result());
      assertEquals(
          Optional.of(
              "this device may not ask for chat; on the laptop run: officeos-laptop permit "
                  + other.id().shortName()
                  + " chat"),
          response.text(Meta.DETAIL));
      rig.awaitEmpty();
      assertEquals(AuditEntry.Kind.REFUSED, rig.trail.entries().get(0).kind());
    }
  }

  @Test
  void readsGrantsAnewForEachInstruction() throws Exception {
    try (RelayRig rig = RelayRig.writing(FakeTexts.of("a"))) {
      assertEquals(ResultCode.OK, rig.send(Asks.chat()).await().result());
      rig.store.update(rig.device.id(), r -> r.withGrants(new TreeSet<>(List.of("echo"))));
      assertEquals(ResultCode.PERMISSION_DENIED, rig.send(Asks.chat()).await().result());
      rig.store.update(rig.device.id(), r -> r.withGrants(new TreeSet<>(List.of("chat"))));
      assertEquals(ResultCode.OK, rig.send(Asks.chat()).await().result());
      assertEquals(ResultCode.PERMISSION_DENIED, rig.send(Asks.echo(new byte[1])).await().result());
    }
  }

  @Test
  void namesHowARelationshipEnded() throws Exception {
    Map<EndedPeer.Why, ResultCode> results =
        Map.of(
            EndedPeer.Why.EXPIRED, ResultCode.EXPIRED,
            EndedPeer.Why.REVOKED_HERE, ResultCode.REVOKED,
            EndedPeer.Why.REVOKED_BY_PEER, ResultCode.REVOKED,
            EndedPeer.Why.REPLACED, ResultCode.REVOKED);
    for (EndedPeer.Why why : EndedPeer.Why.values()) {
      try (RelayRig rig = RelayRig.writing(FakeTexts.of("a"))) {
        rig.store.erase(rig.device.id(), why, Devices.NOW);
        assertEquals(results.get(why), rig.send(Asks.chat()).await().result());
      }
    }
  }

  @Test
  void refusesWhenTheTimeIsOver() throws Exception {
    try (RelayRig rig = RelayRig.writing(FakeTexts.of("a"))) {
      rig.clock.advance(Devices.LIFETIME);
      assertEquals(ResultCode.EXPIRED, rig.send(Asks.chat()).await().result());
      assertEquals(ResultCode.EXPIRED, rig.send(Asks.echo(new byte[1])).await().result());
    }
  }

  @Test
  void saysWhatIsNotConfigured() throws Exception {
    try (RelayRig rig = RelayRig.writing(FakeTexts.of("a"))) {
      Response response = rig.send(Asks.image()).await();
      assertEquals(ResultCode.NOT_CONFIGURED, response.result());
      assertEquals(
          OptionalLong.of(600), response.number(Meta.REMAINING_MINUTE), "which costs nothing");
    }
  }

  @Test
  void limitsRequestsAMinuteExactly() throws Exception {
    Map<Opcode, Limit> limits = Map.of(Opcode.CHAT, new Limit(6, 50));
    try (RelayRig rig = new RelayRig(Optional.empty(), Optional.of(FakeTexts.of("a")), limits)) {
      assertEquals(ResultCode.OK, rig.send(Asks.chat()).await().result());
      assertEquals(ResultCode.OK, rig.send(Asks.chat()).await().result());
      Response refused = rig.send(Asks.chat()).await();
      assertEquals(ResultCode.RATE_LIMITED, refused.result());
      assertEquals(OptionalLong.of(5000), refused.number(Meta.RETRY_AFTER_MILLIS));
      assertEquals(
          Optional.of("too many chat requests a minute; try again in 5.0 s"),
          refused.text(Meta.DETAIL));
      rig.nanos.addAndGet(Duration.ofMillis(4999).toNanos());
      assertEquals(
          OptionalLong.of(1), rig.send(Asks.chat()).await().number(Meta.RETRY_AFTER_MILLIS));
      rig.nanos.addAndGet(Duration.ofMillis(1).toNanos());
      assertEquals(ResultCode.OK, rig.send(Asks.chat()).await().result());
    }
  }

  @Test
  void limitsRequestsAtOnceAndGivesThePlaceBackBeforeItAnswers() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    FakeImages images = new FakeImages(FakeImages.waiting(started, go, RelayRig.PICTURE));
    Map<Opcode, Limit> limits = Map.of(Opcode.GENERATE_IMAGE, new Limit(600, 1));
    try (RelayRig rig = new RelayRig(Optional.of(images), Optional.empty(), limits)) {
      FakeResponder first = rig.send(Asks.image());
      started.await();
      assertEquals(ResultCode.TOO_MANY_CONCURRENT, rig.send(Asks.image()).await().result());
      go.countDown();
      assertEquals(OptionalLong.of(1), first.await().number(Meta.REMAINING_CONCURRENT));
      assertEquals(ResultCode.OK, rig.send(Asks.image()).await().result());
    }
  }

  @Test
  void doesNothingThatCannotBeAudited() throws Exception {
    FakeImages images = FakeImages.of(RelayRig.PICTURE);
    try (RelayRig rig = RelayRig.drawing(images)) {
      rig.trail.breakWith(AuditException.Reason.DISK_FULL);
      Response response = rig.send(Asks.image()).await();
      assertEquals(ResultCode.INTERNAL, response.result());
      assertEquals(
          Optional.of(
              "the audit cannot be written (DISK_FULL), so the laptop does nothing; mend its"
                  + " disk, then try again"),
          response.text(Meta.DETAIL));
      assertEquals(List.of(), images.jobs(), "the service was not called");
      rig.trail.mend();
      assertEquals(ResultCode.OK, rig.send(Asks.image()).await().result());
      rig.awaitEmpty();
      assertEquals(0, rig.budgets.openNow());
    }
  }

  @Test
  void answersAlthoughTheEndCannotBeAudited() throws Exception {
    FakeImages images = FakeImages.of(RelayRig.PICTURE);
    try (RelayRig rig = RelayRig.drawing(images)) {
      images.now(
          (job, progress, cancel) -> {
            rig.trail.breakWith(AuditException.Reason.DISK_FULL);
            return picture();
          });
      assertEquals(ResultCode.OK, rig.send(Asks.image()).await().result());
    }
  }

  @Test
  void saysWhenRelationshipsCannotBeRead() throws Exception {
    try (RelayRig rig = RelayRig.writing(FakeTexts.of("a"))) {
      rig.store.close();
      Response response = rig.send(Asks.chat()).await();
      assertEquals(ResultCode.INTERNAL, response.result());
      assertTrue(
          response.text(Meta.DETAIL).orElse("").contains("relationships"), response.toString());
    }
  }

  @Test
  void recordsNoMoreThanSixtyRefusalsOfOneDeviceAMinute() throws Exception {
    try (RelayRig rig = RelayRig.writing(FakeTexts.of("a"))) {
      rig.store.update(rig.device.id(), r -> r.withGrants(new TreeSet<>()));
      for (int i = 0; i < 70; i++) {
        assertEquals(ResultCode.PERMISSION_DENIED, rig.send(Asks.chat()).await().result());
      }
      rig.awaitEmpty();
      assertEquals(60, rig.trail.entries().size());
      rig.nanos.addAndGet(Duration.ofMinutes(1).toNanos());
      rig.send(Asks.chat()).await();
      rig.awaitEmpty();
      assertEquals(61, rig.trail.entries().size());
    }
  }

  @Test
  void endsWorkWhoseTimeWasOverBeforeItBegan() throws Exception {
    FakeImages images = FakeImages.of(RelayRig.PICTURE);
    try (RelayRig rig = RelayRig.drawing(images)) {
      RelayContext context =
          new RelayContext(
              Devices.received(rig.device, 1, Asks.image().with(Field.DEADLINE_MILLIS, 1000)),
              new FakeResponder(),
              rig.nanos::get);
      rig.nanos.addAndGet(Duration.ofSeconds(1).toNanos());
      Duration left = context.timeLeft(Duration.ofMinutes(5));
      assertEquals(Duration.ZERO, left);
      RelayFailure late =
          org.junit.jupiter.api.Assertions.assertThrows(
              RelayFailure.class, () -> Jobs.requireTime(left));
      assertEquals(ResultCode.UPSTREAM_TIMEOUT, late.result());
    }
  }

  @Test
  void failsClosedWhenTheStoreIsFull() throws StoreException, InterruptedException {
    try (RelayRig rig = RelayRig.writing(FakeTexts.of("a"))) {
      rig.store.failWritesWith(StoreException.Reason.DISK_FULL);
      assertEquals(
          ResultCode.OK, rig.send(Asks.chat()).await().result(), "reading does not need a disk");
    }
  }

  private static GeneratedImage picture() {
    return new GeneratedImage(RelayRig.PICTURE, OptionalLong.empty(), Optional.empty());
  }
}
