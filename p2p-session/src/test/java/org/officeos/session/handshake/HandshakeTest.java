package org.officeos.session.handshake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.officeos.session.crypto.DhKeyPair;
import org.officeos.session.crypto.SecretBytes;
import org.officeos.session.handshake.HandshakeException.Reason;

/** Both handshakes of the product, on good days and on bad ones. */
class HandshakeTest {

  static Stream<NoisePattern> patterns() {
    return Stream.of(NoisePattern.XX, NoisePattern.KK_PSK0);
  }

  /** Each pattern with each of its messages. */
  static Stream<At> messages() {
    return patterns()
        .flatMap(
            pattern ->
                Stream.iterate(0, i -> i + 1)
                    .limit(pattern.messages().size())
                    .map(i -> new At(pattern, i)));
  }

  record At(NoisePattern pattern, int message) {}

  private static Reason reading(Handshake reader, byte[] message) {
    Reason reason = assertThrows(HandshakeException.class, () -> reader.read(message)).reason();
    assertEquals(
        Reason.DEAD, assertThrows(HandshakeException.class, () -> reader.read(message)).reason());
    assertEquals(Reason.DEAD, assertThrows(HandshakeException.class, reader::write).reason());
    assertEquals(Reason.DEAD, assertThrows(HandshakeException.class, reader::finish).reason());
    assertFalse(reader.myTurn());
    return reason;
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void bothEndsGetTheSameKeysAndEachOthersStatics(NoisePattern pattern) throws Exception {
    HandshakePair pair = new HandshakePair(pattern);
    Handshake[] ends = pair.advancedBy(pattern.messages().size());
    TransportKeys initiator = ends[0].finish();
    TransportKeys responder = ends[1].finish();
    assertTrue(initiator.initiator());
    assertFalse(responder.initiator());
    assertTrue(initiator.sendKey().equalsConstantTime(responder.receiveKey()));
    assertTrue(initiator.receiveKey().equalsConstantTime(responder.sendKey()));
    assertFalse(initiator.sendKey().equalsConstantTime(initiator.receiveKey()));
    assertTrue(initiator.exporter().equalsConstantTime(responder.exporter()));
    assertFalse(initiator.exporter().equalsConstantTime(initiator.sendKey()));
    assertFalse(initiator.exporter().equalsConstantTime(initiator.receiveKey()));
    assertArrayEquals(initiator.handshakeHash(), responder.handshakeHash());
    assertEquals(pair.responderStatic.publicKey(), initiator.peerStatic());
    assertEquals(pair.initiatorStatic.publicKey(), responder.peerStatic());
  }

  @Test
  void theMessagesHaveTheLengthsThatAreWrittenDown() throws Exception {
    SecureRandom random = new SecureRandom();
    byte[] prologue = new byte[0];
    DhKeyPair a = DhKeyPair.generate(random);
    DhKeyPair b = DhKeyPair.generate(random);
    Handshake i = NoiseHandshakes.xx(true, prologue, a, random);
    Handshake r = NoiseHandshakes.xx(false, prologue, b, random);
    assertArrayEquals(new int[] {32, 96, 64}, lengths(i, r));
    SecretBytes psk = SecretBytes.copyOf(HandshakePair.bytes(9));
    Handshake ki = NoiseHandshakes.kkPsk0(true, prologue, a, b.publicKey(), psk, random);
    Handshake kr = NoiseHandshakes.kkPsk0(false, prologue, b, a.publicKey(), psk, random);
    assertArrayEquals(new int[] {48, 48}, lengths(ki, kr));
    assertEquals(32, psk.copyOut().length);
    assertEquals(32, a.privateKey().copyOut().length);
  }

  private static int[] lengths(Handshake initiator, Handshake responder) throws Exception {
    int[] lengths = new int[3];
    int count = 0;
    while (!initiator.finished()) {
      Handshake writer = initiator.myTurn() ? initiator : responder;
      Handshake reader = initiator.myTurn() ? responder : initiator;
      byte[] message = writer.write();
      reader.read(message);
      lengths[count++] = message.length;
    }
    assertTrue(responder.finished());
    return Arrays.copyOf(lengths, count);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void refusesEveryTruncation(At at) throws Exception {
    HandshakePair pair = new HandshakePair(at.pattern());
    byte[] message = pair.advancedBy(at.message())[at.message() % 2].write();
    for (int length = 0; length < message.length; length++) {
      Handshake reader = pair.advancedBy(at.message())[1 - at.message() % 2];
      Reason reason = reading(reader, Arrays.copyOf(message, length));
      assertTrue(reason == Reason.TRUNCATED || reason == Reason.BAD_TAG, "at " + length);
    }
  }

  @ParameterizedTest
  @MethodSource("messages")
  void refusesEveryByteTooMany(At at) throws Exception {
    HandshakePair pair = new HandshakePair(at.pattern());
    byte[] message = pair.advancedBy(at.message())[at.message() % 2].write();
    for (int length : new int[] {message.length + 1, 500, 1024, 1025, 70_000}) {
      Handshake reader = pair.advancedBy(at.message())[1 - at.message() % 2];
      assertEquals(Reason.OVERSIZED, reading(reader, Arrays.copyOf(message, length)));
    }
  }

  @ParameterizedTest
  @MethodSource("messages")
  void noBitCanChangeUnnoticed(At at) throws Exception {
    HandshakePair pair = new HandshakePair(at.pattern());
    byte[] message = pair.advancedBy(at.message())[at.message() % 2].write();
    for (int bit = 0; bit < message.length * 8; bit += 7) {
      byte[] forged = message.clone();
      forged[bit / 8] ^= (byte) (1 << (bit % 8));
      Handshake[] ends = pair.advancedBy(at.message());
      Handshake writer = ends[at.message() % 2];
      Handshake reader = ends[1 - at.message() % 2];
      writer.write();
      assertThrows(
          HandshakeException.class,
          () -> {
            reader.read(forged);
            writer.read(reader.write());
          },
          "bit " + bit);
    }
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void refusesItsOwnFirstMessageSentBack(NoisePattern pattern) throws Exception {
    Handshake initiator = new HandshakePair(pattern).initiator();
    byte[] first = initiator.write();
    assertEquals(Reason.REFLECTED, reading(initiator, Arrays.copyOf(first, first.length + 48)));
  }

  @Test
  void refusesItsOwnLaterMessagesSentBack() throws Exception {
    Handshake xxResponder = new HandshakePair(NoisePattern.XX).advancedBy(1)[1];
    byte[] second = xxResponder.write();
    assertEquals(Reason.BAD_TAG, reading(xxResponder, Arrays.copyOf(second, 64)));

    Handshake xxInitiator = new HandshakePair(NoisePattern.XX).advancedBy(2)[0];
    assertEquals(Reason.FINISHED, reading(xxInitiator, xxInitiator.write()));

    Handshake kkResponder = new HandshakePair(NoisePattern.KK_PSK0).advancedBy(1)[1];
    assertEquals(Reason.FINISHED, reading(kkResponder, kkResponder.write()));
  }

  @Test
  void refusesMessagesInAnotherOrder() throws Exception {
    HandshakePair pair = new HandshakePair(NoisePattern.XX);
    Handshake[] ends = pair.advancedBy(2);
    byte[] third = ends[0].write();
    assertEquals(Reason.OVERSIZED, reading(pair.responder(), third));
    byte[] second = pair.advancedBy(1)[1].write();
    assertEquals(Reason.BAD_TAG, reading(ends[1], Arrays.copyOf(second, 64)));
  }

  @Test
  void refusesItsOwnStaticComeBack() throws Exception {
    HandshakePair pair = new HandshakePair(NoisePattern.XX);
    Handshake mirror =
        new Handshake(
            NoisePattern.XX,
            false,
            pair.prologue,
            new HandshakeKeys(pair.initiatorStatic, null, null, () -> HandshakePair.pair(99)));
    Handshake initiator = pair.initiator();
    mirror.read(initiator.write());
    assertEquals(Reason.REFLECTED, reading(initiator, mirror.write()));
  }

  @Test
  void refusesToBeginWithItsOwnStaticAsThePeers() {
    DhKeyPair own = HandshakePair.pair(1);
    SecretBytes psk = SecretBytes.copyOf(HandshakePair.bytes(5));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            NoiseHandshakes.kkPsk0(
                true, new byte[0], own, own.publicKey(), psk, new SecureRandom()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 16, 31, 33})
  void refusesAPreSharedKeyOfAnotherLength(int length) {
    SecretBytes psk = SecretBytes.copyOf(new byte[length]);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            NoiseHandshakes.kkPsk0(
                true,
                new byte[0],
                HandshakePair.pair(1),
                HandshakePair.pair(2).publicKey(),
                psk,
                new SecureRandom()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b880",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f11d7",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
      })
  void refusesEveryPointOfLowOrder(String point) throws Exception {
    byte[] bad = HexFormat.of().parseHex(point);
    Handshake xxResponder = new HandshakePair(NoisePattern.XX).responder();
    xxResponder.read(bad);
    assertEquals(
        Reason.LOW_ORDER_POINT,
        assertThrows(HandshakeException.class, xxResponder::write).reason());
    assertEquals(Reason.DEAD, assertThrows(HandshakeException.class, xxResponder::write).reason());

    Handshake xxInitiator = new HandshakePair(NoisePattern.XX).initiator();
    xxInitiator.write();
    assertEquals(Reason.LOW_ORDER_POINT, reading(xxInitiator, Arrays.copyOf(bad, 96)));

    Handshake kkResponder = new HandshakePair(NoisePattern.KK_PSK0).responder();
    assertEquals(Reason.LOW_ORDER_POINT, reading(kkResponder, Arrays.copyOf(bad, 48)));

    Handshake kkInitiator = new HandshakePair(NoisePattern.KK_PSK0).initiator();
    kkInitiator.write();
    assertEquals(Reason.LOW_ORDER_POINT, reading(kkInitiator, Arrays.copyOf(bad, 48)));
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void everyCallOutOfTurnIsTheEnd(NoisePattern pattern) throws Exception {
    HandshakePair pair = new HandshakePair(pattern);
    assertEquals(
        Reason.NOT_YOUR_TURN,
        assertThrows(HandshakeException.class, () -> pair.responder().write()).reason());
    assertEquals(Reason.NOT_YOUR_TURN, reading(pair.initiator(), new byte[48]));
    assertEquals(
        Reason.NOT_FINISHED,
        assertThrows(HandshakeException.class, () -> pair.initiator().finish()).reason());
    Handshake[] done = pair.advancedBy(pattern.messages().size());
    assertFalse(done[0].myTurn());
    assertEquals(Reason.FINISHED, reading(done[0], new byte[48]));
    assertEquals(Reason.FINISHED, assertThrows(HandshakeException.class, done[1]::write).reason());
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void theKeysAreGivenOnce(NoisePattern pattern) throws Exception {
    Handshake end = new HandshakePair(pattern).advancedBy(pattern.messages().size())[0];
    end.finish();
    assertEquals(Reason.FINISHED, assertThrows(HandshakeException.class, end::finish).reason());
  }

  @Test
  void anotherPreSharedKeyFailsInTheFirstMessage() throws Exception {
    HandshakePair pair = new HandshakePair(NoisePattern.KK_PSK0);
    byte[] first =
        NoiseHandshakes.kkPsk0(
                true,
                pair.prologue,
                pair.initiatorStatic,
                pair.responderStatic.publicKey(),
                SecretBytes.copyOf(HandshakePair.bytes(77)),
                new SecureRandom())
            .write();
    assertEquals(Reason.BAD_TAG, reading(pair.responder(), first));
  }

  @Test
  void aStrangersStaticFailsInTheFirstMessage() throws Exception {
    HandshakePair pair = new HandshakePair(NoisePattern.KK_PSK0);
    byte[] first =
        NoiseHandshakes.kkPsk0(
                true,
                pair.prologue,
                HandshakePair.pair(77),
                pair.responderStatic.publicKey(),
                pair.psk,
                new SecureRandom())
            .write();
    assertEquals(Reason.BAD_TAG, reading(pair.responder(), first));
  }

  @Test
  void aFailureWipesTheEphemeral() throws Exception {
    DhKeyPair ephemeral = HandshakePair.pair(3);
    Handshake initiator =
        new Handshake(
            NoisePattern.XX,
            true,
            new byte[0],
            new HandshakeKeys(HandshakePair.pair(1), null, null, () -> ephemeral));
    initiator.write();
    assertFalse(ephemeral.privateKey().isDestroyed());
    reading(initiator, new byte[3]);
    assertTrue(ephemeral.privateKey().isDestroyed());
  }
}
