package org.officeos.session.netty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.officeos.session.EstablishedLink;
import org.officeos.session.Exchange;
import org.officeos.session.PairingWindow;
import org.officeos.session.ReceivedResponse;
import org.officeos.session.Responder;
import org.officeos.session.ResponseListener;
import org.officeos.session.Session;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResultCode;
import org.officeos.session.relationship.EndedPeer;
import org.officeos.session.relationship.Relationship;

/** Both endpoints over real sockets. */
final class EndpointTest {

  private final Loopback loopback = new Loopback();

  @AfterEach
  void close() throws Exception {
    loopback.close();
  }

  private static Instruction echo(String text) {
    return Instruction.of(Opcode.ECHO).with(Field.DATA, text.getBytes(StandardCharsets.UTF_8));
  }

  private static ReceivedResponse answer(Exchange exchange) throws Exception {
    return exchange.response().get(10, TimeUnit.SECONDS);
  }

  @Test
  void pairsAndStoresTheSameRelationshipOnBothEnds() throws Exception {
    Relationship relationship = loopback.pair();
    Relationship there = loopback.laptopStore.find(relationship.id()).orElseThrow();
    assertEquals(loopback.laptopStore.identity().publicKey(), relationship.peer());
    assertEquals(loopback.handheldStore.identity().publicKey(), there.peer());
    assertTrue(there.current().psk().equalsConstantTime(relationship.current().psk()));
    assertEquals(relationship.expires(), there.expires());
  }

  @Test
  void answersAnInstruction() throws Exception {
    Session session = loopback.open(loopback.pair().id());
    assertArrayEquals(
        "hello".getBytes(StandardCharsets.UTF_8),
        answer(session.send(echo("hello"), ResponseListener.COLLECT)).body());
  }

  @Test
  void opensWithWhatWasPreparedAheadAndTakesNoSecondCounter() throws Exception {
    Relationship relationship = loopback.pair();
    loopback.handheld.prepare(relationship.id()).get(10, TimeUnit.SECONDS);
    long taken = loopback.handheldStore.find(relationship.id()).orElseThrow().nextTag();
    Session session = loopback.open(relationship.id());
    answer(session.send(echo("x"), ResponseListener.COLLECT));
    assertEquals(taken, loopback.handheldStore.find(relationship.id()).orElseThrow().nextTag());
  }

  @Test
  void opensAnewWhenTheRelationshipEndedAfterItWasPrepared() throws Exception {
    Relationship relationship = loopback.pair();
    loopback.handheld.prepare(relationship.id()).get(10, TimeUnit.SECONDS);
    loopback.handheldStore.erase(
        relationship.id(), EndedPeer.Why.REVOKED_HERE, loopback.clock.instant());
    assertEquals(
        Reason.REVOKED_HERE,
        reasonOf(loopback.handheld.open(loopback.connect(), relationship.id())));
  }

  @Test
  void addsAtMostEightyFiveBytesToAnInstruction() throws Exception {
    Session session = loopback.open(loopback.pair().id());
    answer(session.send(echo("first"), ResponseListener.COLLECT));
    long before = session.wire().bytesOut();
    Exchange exchange = session.send(echo("second"), ResponseListener.COLLECT);
    answer(exchange);
    long spent = session.wire().bytesOut() - before;
    assertEquals(exchange.wireBytes(), spent);
    assertTrue(
        spent - exchange.instructionBytes() <= 85,
        "overhead " + (spent - exchange.instructionBytes()));
  }

  @Test
  void carriesManyRequestsAtOnce() throws Exception {
    Session session = loopback.open(loopback.pair().id());
    Exchange[] exchanges = new Exchange[50];
    for (int i = 0; i < exchanges.length; i++) {
      exchanges[i] = session.send(echo("n" + i), ResponseListener.COLLECT);
    }
    for (int i = 0; i < exchanges.length; i++) {
      assertEquals("n" + i, new String(answer(exchanges[i]).body(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void streamsALargeBodyWhole() throws Exception {
    byte[] body = new byte[8 * 1024 * 1024];
    new Random(3).nextBytes(body);
    loopback.handler =
        (received, responder) -> responder.complete(Response.of(ResultCode.OK), body);
    Session session = loopback.open(loopback.pair().id());
    ReceivedResponse response = answer(session.send(echo("x"), ResponseListener.COLLECT));
    assertArrayEquals(body, response.body());
    assertFalse(response.compressed());
  }

  @Test
  void compressesABodyThatShrinks() throws Exception {
    loopback.handler =
        (received, responder) ->
            responder.complete(Response.of(ResultCode.OK), new byte[3_000_000]);
    Session session = loopback.open(loopback.pair().id());
    ReceivedResponse response = answer(session.send(echo("x"), ResponseListener.COLLECT));
    assertEquals(3_000_000, response.body().length);
    assertTrue(response.compressed());
    assertTrue(response.encodedBytes() < 10_000);
  }

  @Test
  void streamsTokensFromAWorkerThatBlocksOnCredit() throws Exception {
    loopback.handler = (received, responder) -> new Thread(() -> writeMegabytes(responder)).start();
    Session session = loopback.open(loopback.pair().id());
    ReceivedResponse response = answer(session.send(echo("x"), ResponseListener.COLLECT));
    assertEquals(9_000_000, response.body().length);
  }

  private static void writeMegabytes(Responder responder) {
    try {
      byte[] piece = new byte[100_000];
      for (int i = 0; i < 90; i++) {
        responder.write(piece, 0, piece.length);
      }
      responder.complete(Response.of(ResultCode.OK));
    } catch (SessionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void tellsTheHandlerOfACancel() throws Exception {
    CompletableFuture<Reason> abandoned = new CompletableFuture<>();
    CompletableFuture<Responder> started = new CompletableFuture<>();
    loopback.handler =
        (received, responder) -> {
          responder.onAbandoned(abandoned::complete);
          started.complete(responder);
        };
    Session session = loopback.open(loopback.pair().id());
    Exchange exchange = session.send(echo("x"), ResponseListener.COLLECT);
    assertTrue(started.get(10, TimeUnit.SECONDS).isOpen());
    exchange.cancel();
    assertEquals(Reason.CANCELLED, abandoned.get(10, TimeUnit.SECONDS));
    assertEquals(Reason.CANCELLED, reasonOf(exchange.response()));
    assertFalse(started.get().isOpen());
  }

  @Test
  void tellsTheHandlerWhenTheHandheldVanishes() throws Exception {
    CompletableFuture<Reason> abandoned = new CompletableFuture<>();
    CompletableFuture<Boolean> begun = new CompletableFuture<>();
    loopback.handler =
        (received, responder) -> {
          responder.onAbandoned(abandoned::complete);
          begun.complete(true);
        };
    Relationship relationship = loopback.pair();
    EstablishedLink link = loopback.connect();
    Session session = loopback.handheld.open(link, relationship.id()).get(10, TimeUnit.SECONDS);
    Exchange exchange = session.send(echo("x"), ResponseListener.COLLECT);
    assertTrue(begun.get(10, TimeUnit.SECONDS));
    assertFalse(exchange.response().isDone());
    link.channel().shutdownOutput();
    assertEquals(Reason.CUT, abandoned.get(10, TimeUnit.SECONDS));
  }

  @Test
  void dropsATagThatWasNeverGiven() throws Exception {
    Relationship relationship = loopback.pair();
    loopback.laptopStore.erase(
        relationship.id(), EndedPeer.Why.REVOKED_HERE, loopback.clock.instant());
    loopback.laptop.dropSessions(relationship.id(), true);
    assertEquals(
        Reason.UNKNOWN_PEER,
        reasonOf(loopback.handheld.open(loopback.connect(), relationship.id())));
  }

  @Test
  void endsSessionsAtOnceWhenRevokedOnTheLaptop() throws Exception {
    Relationship relationship = loopback.pair();
    Session session = loopback.open(relationship.id());
    answer(session.send(echo("x"), ResponseListener.COLLECT));
    loopback.laptopStore.erase(
        relationship.id(), EndedPeer.Why.REVOKED_HERE, loopback.clock.instant());
    loopback.laptop.dropSessions(relationship.id(), true);
    assertEquals(Reason.REVOKED_BY_PEER, session.ended().get(10, TimeUnit.SECONDS));
    awaitGone(relationship);
  }

  @Test
  void tellsWhoIsRevokedWhileItsProofIsWrittenDown() throws Exception {
    Relationship relationship = loopback.pair();
    loopback.laptopStore.eraseAtNextUpdate(EndedPeer.Why.REVOKED_HERE);
    Session session = loopback.open(relationship.id());
    assertEquals(Reason.REVOKED_BY_PEER, session.ended().get(10, TimeUnit.SECONDS));
    awaitGone(relationship);
  }

  @Test
  void isNotToldOfARevocationWhoseRelationshipIsOverForAnotherReason() throws Exception {
    Relationship relationship = loopback.pair();
    loopback.laptopStore.eraseAtNextUpdate(EndedPeer.Why.EXPIRED);
    Session session = loopback.open(relationship.id());
    assertEquals(Reason.EXPIRED, session.ended().get(10, TimeUnit.SECONDS));
    assertTrue(loopback.handheldStore.find(relationship.id()).isPresent());
  }

  private void awaitGone(Relationship relationship) throws Exception {
    for (int i = 0; i < 500; i++) {
      if (loopback.handheldStore.find(relationship.id()).isEmpty()) {
        return;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("the handheld still keeps a relationship that was revoked");
  }

  @Test
  void tellsTheLaptopOfARevocationOnTheHandheld() throws Exception {
    Relationship relationship = loopback.pair();
    Session session = loopback.open(relationship.id());
    answer(session.send(echo("x"), ResponseListener.COLLECT));
    session.revoke().get(10, TimeUnit.SECONDS);
    for (int i = 0; i < 500; i++) {
      if (loopback.laptopStore.find(relationship.id()).isEmpty()) {
        return;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("the laptop still keeps a relationship that was revoked");
  }

  @Test
  void renewsAndUsesTheNewGenerationFromTheNextSessionOn() throws Exception {
    Relationship relationship = loopback.pair();
    loopback.clock.advance(Duration.ofDays(20));
    Session session = loopback.open(relationship.id());
    Relationship renewed = session.renew(Duration.ofDays(30)).get(10, TimeUnit.SECONDS);
    assertEquals(2, renewed.preferred().number());
    assertEquals(loopback.clock.instant().plus(Duration.ofDays(30)), renewed.preferred().expires());
    session.close();
    Session next = loopback.open(relationship.id());
    answer(next.send(echo("x"), ResponseListener.COLLECT));
    assertEquals(2, next.relationship().current().number());
    Relationship stored = awaitGeneration(relationship, 2);
    assertEquals(Optional.empty(), stored.next());
  }

  private Relationship awaitGeneration(Relationship relationship, int number) throws Exception {
    for (int i = 0; i < 500; i++) {
      Relationship stored = loopback.laptopStore.find(relationship.id()).orElseThrow();
      if (stored.current().number() == number) {
        return stored;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("the laptop did not promote generation " + number);
  }

  @Test
  void rekeysInTheMiddleOfTraffic() throws Exception {
    Session session = loopback.open(loopback.pair().id());
    answer(session.send(echo("x"), ResponseListener.COLLECT));
    for (int i = 0; i < 3; i++) {
      session.rekey().get(10, TimeUnit.SECONDS);
      assertEquals(1, answer(session.send(echo("y"), ResponseListener.COLLECT)).body().length);
    }
  }

  @Test
  void refusesAnExpiredRelationshipOnTheHandheld() throws Exception {
    Relationship relationship = loopback.pair();
    loopback.clock.advance(Duration.ofDays(31));
    assertEquals(
        Reason.EXPIRED, reasonOf(loopback.handheld.open(loopback.connect(), relationship.id())));
  }

  @Test
  void reportsAClockThatRanBackwards() throws Exception {
    Relationship relationship = loopback.pair();
    loopback.clock.set(loopback.clock.instant().minus(Duration.ofDays(3)));
    assertEquals(
        Reason.CLOCK_RAN_BACKWARDS,
        reasonOf(loopback.handheld.open(loopback.connect(), relationship.id())));
  }

  @Test
  void refusesToPairWhenNoWindowIsOpen() throws Exception {
    assertEquals(
        Reason.PAIRING_CLOSED,
        reasonOf(
            loopback.handheld.pair(
                loopback.connect(),
                code -> CompletableFuture.completedFuture(true),
                Loopback.OFFER)));
  }

  @Test
  void storesNothingWhenOnePersonDeclines() throws Exception {
    PairingWindow window =
        loopback.laptop.openPairing(
            code -> CompletableFuture.completedFuture(false), Loopback.OFFER);
    assertEquals(
        Reason.NOT_CONFIRMED_BY_PEER,
        reasonOf(
            loopback.handheld.pair(
                loopback.connect(),
                code -> CompletableFuture.completedFuture(true),
                Loopback.OFFER)));
    assertTrue(loopback.handheldStore.all().isEmpty());
    assertTrue(loopback.laptopStore.all().isEmpty());
    window.close();
  }

  @Test
  void closesTheWindowAfterFiveFailures() throws Exception {
    PairingWindow window =
        loopback.laptop.openPairing(
            code -> CompletableFuture.completedFuture(true), Loopback.OFFER);
    for (int i = 0; i < PairingWindow.MAX_FAILURES; i++) {
      assertEquals(
          Reason.NOT_CONFIRMED_HERE,
          reasonOf(
              loopback.handheld.pair(
                  loopback.connect(),
                  code -> CompletableFuture.completedFuture(false),
                  Loopback.OFFER)));
      awaitRefusals(i + 1);
    }
    assertEquals(Reason.WINDOW_CLOSED, reasonOf(window.paired()));
  }

  private void awaitRefusals(int count) throws InterruptedException {
    for (int i = 0; i < 500 && loopback.refused.size() < count; i++) {
      Thread.sleep(10);
    }
    assertEquals(count, loopback.refused.size());
  }

  @Test
  void tellsThePeerTimeInsideTheSession() throws Exception {
    Session session = loopback.open(loopback.pair().id());
    answer(session.send(echo("x"), ResponseListener.COLLECT));
    assertEquals(loopback.clock.instant(), session.peerTime());
  }

  @Test
  void endsOpenExchangesWhenTheLaptopShutsDown() throws Exception {
    AtomicReference<Responder> kept = new AtomicReference<>();
    loopback.handler = (received, responder) -> kept.set(responder);
    Session session = loopback.open(loopback.pair().id());
    Exchange exchange = session.send(echo("x"), ResponseListener.COLLECT);
    while (kept.get() == null) {
      Thread.onSpinWait();
    }
    loopback.laptop.close();
    assertEquals(Reason.SHUTTING_DOWN, reasonOf(exchange.response()));
  }

  private static Reason reasonOf(CompletableFuture<?> future) {
    ExecutionException failure =
        assertThrows(ExecutionException.class, () -> future.get(10, TimeUnit.SECONDS));
    if (failure.getCause() instanceof SessionException reason) {
      return reason.reason();
    }
    throw new AssertionError(failure);
  }
}
