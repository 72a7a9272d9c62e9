package org.officeos.session.netty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.officeos.session.PairingWindow;
import org.officeos.session.ResponseListener;
import org.officeos.session.Session;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.handshake.Handshake;
import org.officeos.session.handshake.Prologue;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.Role;
import org.officeos.session.relationship.TagSchedule;

/** Whatever a stranger sends, the laptop names it, closes, and keeps serving. */
final class HostilePeerTest {

  private static final byte[] CLOSED = new byte[0];

  private final Loopback loopback = new Loopback();

  @AfterEach
  void stillServesTheNextAndCloses() throws Exception {
    Session session = loopback.open(loopback.pair().id());
    Instruction hello =
        Instruction.of(Opcode.ECHO).with(Field.DATA, "ok".getBytes(StandardCharsets.UTF_8));
    byte[] body =
        session.send(hello, ResponseListener.COLLECT).response().get(10, TimeUnit.SECONDS).body();
    assertArrayEquals("ok".getBytes(StandardCharsets.UTF_8), body);
    loopback.close();
  }

  private byte[] answerTo(byte[] message) throws IOException {
    try (RawPeer peer = new RawPeer(loopback.address())) {
      return peer.send(message).receive();
    }
  }

  private void assertRefused(Reason expected) throws InterruptedException {
    for (int i = 0; i < 1000 && loopback.refused.isEmpty(); i++) {
      Thread.sleep(10);
    }
    assertEquals(List.of(expected), new ArrayList<>(loopback.refused));
  }

  private static byte[] hello(int kind, int version, int suite, int rest) {
    byte[] message = new byte[3 + rest];
    message[0] = (byte) kind;
    message[1] = (byte) version;
    message[2] = (byte) suite;
    return message;
  }

  @Test
  void saysThatTheVersionIsWrong() throws Exception {
    assertArrayEquals(new byte[] {1}, answerTo(hello(1, 2, 1, 64)));
    assertRefused(Reason.WRONG_VERSION);
  }

  @Test
  void saysThatTheSuiteIsWrong() throws Exception {
    assertArrayEquals(new byte[] {2}, answerTo(hello(1, 1, 9, 64)));
    assertRefused(Reason.WRONG_SUITE);
  }

  @Test
  void saysThatThePairingMethodIsWrong() throws Exception {
    byte[] message = hello(2, 1, 1, 34);
    message[3] = 7;
    message[4] = Role.INITIATOR.label();
    assertArrayEquals(new byte[] {3}, answerTo(message));
    assertRefused(Reason.WRONG_METHOD);
  }

  @Test
  void saysThatTheRoleIsWrong() throws Exception {
    byte[] message = hello(2, 1, 1, 34);
    message[3] = 1;
    message[4] = Role.RESPONDER.label();
    assertArrayEquals(new byte[] {4}, answerTo(message));
    assertRefused(Reason.WRONG_ROLE);
  }

  @Test
  void closesWithoutAWordOnAnUnknownTag() throws Exception {
    assertArrayEquals(CLOSED, answerTo(hello(1, 1, 1, 64)));
    assertRefused(Reason.UNKNOWN_PEER);
  }

  @Test
  void closesOnAnUnknownKindOfFirstMessage() throws Exception {
    assertArrayEquals(CLOSED, answerTo(hello(77, 1, 1, 64)));
    assertRefused(Reason.MALFORMED);
  }

  @Test
  void closesOnAMessageThatIsTooLongBeforeReadingIt() throws Exception {
    try (RawPeer peer = new RawPeer(loopback.address())) {
      assertArrayEquals(CLOSED, peer.sendRaw(new byte[] {(byte) 0xff, (byte) 0xff}).receive());
    }
    assertRefused(Reason.TOO_LARGE);
  }

  @Test
  void closesOnEveryTruncatedHello() throws Exception {
    for (int length : new int[] {1, 2, 3, 18, 19, 20, 66}) {
      assertArrayEquals(CLOSED, answerTo(hello(1, 1, 1, length - 3 < 0 ? 0 : length - 3)));
    }
  }

  @Test
  void closesOnNoise() throws Exception {
    Random random = new Random(11);
    for (int i = 0; i < 12; i++) {
      byte[] noise = new byte[1 + random.nextInt(900)];
      random.nextBytes(noise);
      noise[0] = 3;
      try (RawPeer peer = new RawPeer(loopback.address())) {
        assertArrayEquals(CLOSED, peer.send(noise).receive());
      }
    }
  }

  @Test
  void dropsAStrangerThatSaysNothingInTime() throws Exception {
    try (RawPeer peer = new RawPeer(loopback.address())) {
      assertArrayEquals(CLOSED, peer.receive());
    }
    assertRefused(Reason.TIMED_OUT);
  }

  @Test
  void dropsTheOldestSilentStrangerWhenAFifthComes() throws Exception {
    List<RawPeer> peers = new ArrayList<>();
    for (int i = 0; i < HandshakeGate.MAX_HALF_OPEN + 1; i++) {
      peers.add(new RawPeer(loopback.address()));
    }
    assertRefused(Reason.BUSY);
    for (RawPeer peer : peers) {
      peer.close();
    }
  }

  private byte[] genuineHello(Relationship relationship, long counter) throws Exception {
    byte[] tag = TagSchedule.tag(relationship.id(), relationship.current(), counter);
    Handshake handshake =
        Handshakes.kk(
            Role.INITIATOR,
            Prologue.session(relationship.id(), 1, Role.INITIATOR, true),
            relationship.current(),
            loopback.random);
    return Hello.session(tag, Handshakes.write(handshake));
  }

  @Test
  void refusesARecordedHelloBeforeAnyDiffieHellman() throws Exception {
    Relationship relationship = loopback.pair();
    byte[] recorded = genuineHello(relationship, 0);
    assertEquals(49, answerTo(recorded).length);
    assertArrayEquals(CLOSED, answerTo(recorded));
  }

  @Test
  void refusesAGenuineTagInFrontOfAForgedMessage() throws Exception {
    Relationship relationship = loopback.pair();
    byte[] hello = genuineHello(relationship, 0);
    hello[hello.length - 1] ^= 1;
    assertArrayEquals(CLOSED, answerTo(hello));
    assertRefused(Reason.BAD_TAG);
  }

  @Test
  void refusesALowOrderEphemeralEvenBehindAGenuineTag() throws Exception {
    Relationship relationship = loopback.pair();
    byte[] hello = genuineHello(relationship, 0);
    Arrays.fill(hello, 19, 19 + 32, (byte) 0);
    assertArrayEquals(CLOSED, answerTo(hello));
    assertRefused(Reason.LOW_ORDER_POINT);
  }

  @Test
  void neverServesASessionWhoseFirstRecordDoesNotOpen() throws Exception {
    Relationship relationship = loopback.pair();
    try (RawPeer peer = new RawPeer(loopback.address())) {
      assertEquals(49, peer.send(genuineHello(relationship, 0)).receive().length);
      assertArrayEquals(CLOSED, peer.send(new byte[17]).receive());
    }
    assertRefused(Reason.BAD_TAG);
    assertEquals(0, loopback.laptop.sessionCount());
  }

  @Test
  void dropsASessionThatNeverProvesItsKeys() throws Exception {
    Relationship relationship = loopback.pair();
    try (RawPeer peer = new RawPeer(loopback.address())) {
      assertEquals(49, peer.send(genuineHello(relationship, 0)).receive().length);
      assertArrayEquals(CLOSED, peer.receive());
    }
    assertRefused(Reason.TIMED_OUT);
  }

  @Test
  void refusesAPairingThatReflectsTheLaptopsOwnMessage() throws Exception {
    PairingWindow window =
        loopback.laptop.openPairing(
            code -> CompletableFuture.completedFuture(true), Loopback.OFFER);
    byte[] hello = Hello.pairing(new byte[32]);
    Arrays.fill(hello, 5, hello.length, (byte) 9);
    try (RawPeer peer = new RawPeer(loopback.address())) {
      byte[] answer = peer.send(hello).receive();
      assertEquals(97, answer.length);
      assertArrayEquals(CLOSED, peer.send(Arrays.copyOfRange(answer, 1, 65)).receive());
    }
    assertRefused(Reason.BAD_TAG);
    window.close();
  }

  @Test
  void refusesTooManyHandshakesASecond() throws Exception {
    for (int i = 0; i < HandshakeGate.PER_SECOND + 5; i++) {
      new RawPeer(loopback.address()).close();
    }
    for (int i = 0; i < 1000 && loopback.refused.size() < HandshakeGate.PER_SECOND + 5; i++) {
      Thread.sleep(10);
    }
    long busy = loopback.refused.stream().filter(reason -> reason == Reason.BUSY).count();
    assertTrue(busy >= 5, "only " + busy + " were sent away");
    Thread.sleep(1100);
  }
}
