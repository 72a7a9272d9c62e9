package org.officeos.session.pairing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.relationship.Role;

/** What a peer, or somebody in between, can try. */
class PairingAttackTest {

  private static final byte[] NONCE = new byte[32];

  private static void assertRefused(PairingEnd end, PairingReason reason) {
    assertEquals(reason, end.failure);
    assertNull(end.settled);
    assertTrue(end.stored.isEmpty());
    assertTrue(end.ownStatic.privateKey().isDestroyed());
  }

  private static PairingEnd responderThatCommittedTo(byte[] nonce) throws Exception {
    PairingEnd[] ends = PairingEnd.twoEnds();
    ends[1].start();
    ends[1].take(MessageType.COMMIT.message(of(ends[0], Role.INITIATOR).commitment(nonce)));
    return ends[1];
  }

  /** What {@code end} would derive. */
  private static Derivations of(PairingEnd end, Role role) {
    return new Derivations(
        role, end.keys.handshakeHash(), end.ownStatic.publicKey(), end.keys.peerStatic());
  }

  @Test
  void refusesAnOpeningThatWasNotCommittedTo() throws Exception {
    PairingEnd responder = responderThatCommittedTo(NONCE);
    byte[] other = NONCE.clone();
    other[31] = 1;
    responder.take(MessageType.OPENING.message(other));
    assertRefused(responder, PairingReason.BAD_COMMITMENT);
    assertNull(responder.digits);
  }

  @Test
  void refusesACommitmentSwappedOnTheWay() throws Exception {
    PairingEnd[] ends = PairingEnd.twoEnds();
    ends[0].start();
    ends[1].start();
    byte[] commit = ends[0].outgoing.remove();
    commit[7] ^= 1;
    ends[1].take(commit);
    PairingEnd.exchange(ends[0], ends[1]);
    assertRefused(ends[1], PairingReason.BAD_COMMITMENT);
    assertRefused(ends[0], PairingReason.REFUSED_BY_PEER);
  }

  @Test
  void aCommitmentOfAnotherHandshakeOpensNothing() throws Exception {
    PairingEnd[] others = PairingEnd.twoEnds();
    PairingEnd[] ends = PairingEnd.twoEnds();
    ends[1].start();
    ends[1].take(MessageType.COMMIT.message(of(others[0], Role.INITIATOR).commitment(NONCE)));
    ends[1].take(MessageType.OPENING.message(NONCE));
    assertRefused(ends[1], PairingReason.BAD_COMMITMENT);
  }

  @Test
  void aNonceSwappedOnTheWayGivesDifferentCodes() throws Exception {
    PairingEnd[] ends = PairingEnd.twoEnds();
    ends[0].start();
    ends[1].start();
    ends[1].take(ends[0].outgoing.remove());
    byte[] nonce = ends[1].outgoing.remove();
    nonce[5] ^= 1;
    ends[0].take(nonce);
    PairingEnd.exchange(ends[0], ends[1]);
    assertNotEquals(ends[0].digits, ends[1].digits);
  }

  @Test
  void somebodyInBetweenMakesTheCodesDiffer() throws Exception {
    int equal = 0;
    for (int i = 0; i < 5; i++) {
      PairingEnd[] left = PairingEnd.comparing();
      PairingEnd[] right = PairingEnd.comparing();
      assertEquals(left[0].digits, left[1].digits);
      equal += Objects.equals(left[0].digits, right[1].digits) ? 1 : 0;
    }
    assertEquals(0, equal);
  }

  @Test
  void somebodyInBetweenWhoPassesTheNoncesOnStillMakesTheCodesDiffer() throws Exception {
    PairingEnd[] left = PairingEnd.twoEnds();
    PairingEnd[] right = PairingEnd.twoEnds();
    left[0].start();
    right[1].start();
    byte[] commit = left[0].outgoing.remove();
    right[1].take(commit);
    left[0].take(right[1].outgoing.remove());
    right[1].take(left[0].outgoing.remove());
    assertRefused(right[1], PairingReason.BAD_COMMITMENT);
    assertNotNull(left[0].digits);
  }

  @Test
  void refusesItsOwnNonceSentBack() throws Exception {
    PairingEnd[] ends = PairingEnd.twoEnds();
    ends[1].start();
    ends[1].take(MessageType.COMMIT.message(new byte[32]));
    byte[] nonce = Arrays.copyOfRange(ends[1].outgoing.remove(), 1, 33);
    ends[1].take(MessageType.OPENING.message(nonce));
    assertRefused(ends[1], PairingReason.REFLECTED);
  }

  @Test
  void refusesItsOwnIdentitySentBack() throws Exception {
    PairingEnd[] ends = PairingEnd.comparing();
    ends[0].confirm(true);
    ends[0].take(ends[0].outgoing.remove());
    assertRefused(ends[0], PairingReason.REFLECTED);
  }

  @Test
  void refusesItsOwnAcceptanceSentBack() throws Exception {
    PairingEnd[] ends = PairingEnd.comparing();
    ends[0].confirm(true);
    ends[1].confirm(true);
    ends[0].take(ends[1].outgoing.remove());
    ends[0].outgoing.remove();
    ends[0].take(ends[0].outgoing.remove());
    assertRefused(ends[0], PairingReason.KEYS_DIFFER);
  }

  @Test
  void refusesEachOfItsOwnMessagesSentBack() throws Exception {
    PairingEnd[] first = PairingEnd.twoEnds();
    first[0].start();
    first[0].take(first[0].outgoing.remove());
    assertRefused(first[0], PairingReason.OUT_OF_ORDER);

    PairingEnd[] second = PairingEnd.twoEnds();
    second[0].start();
    second[1].start();
    second[1].take(second[0].outgoing.remove());
    second[1].take(second[1].outgoing.remove());
    assertRefused(second[1], PairingReason.OUT_OF_ORDER);
  }

  @Test
  void noByteOfAnIdentityCanChangeUnnoticed() throws Exception {
    PairingEnd[] sample = PairingEnd.comparing();
    sample[0].confirm(true);
    int length = sample[0].outgoing.remove().length;
    for (int at = 1; at < length; at++) {
      PairingEnd[] ends = PairingEnd.comparing();
      ends[0].confirm(true);
      ends[1].confirm(true);
      byte[] ident = ends[0].outgoing.remove();
      ident[at] ^= 1;
      ends[1].take(ident);
      assertTrue(
          ends[1].failure == PairingReason.BAD_SIGNATURE
              || ends[1].failure == PairingReason.BAD_IDENTITY
              || ends[1].failure == PairingReason.MALFORMED,
          "byte " + at + ": " + ends[1].failure);
      assertTrue(ends[1].stored.isEmpty());
    }
  }

  @Test
  void refusesASignatureMadeForAnotherPairing() throws Exception {
    PairingEnd[] others = PairingEnd.comparing();
    others[0].confirm(true);
    PairingEnd[] ends = PairingEnd.comparing();
    ends[1].take(others[0].outgoing.remove());
    assertRefused(ends[1], PairingReason.BAD_SIGNATURE);
  }

  @Test
  void refusesASignatureMadeInTheOtherRole() throws Exception {
    PairingEnd[] ends = PairingEnd.comparing();
    IdentityKey key = IdentityKey.generate(new SecureRandom());
    PairingSelf self = new PairingSelf("x", 1, PairingEnd.CREATED);
    Derivations wrongRole =
        new Derivations(
            Role.RESPONDER,
            ends[0].keys.handshakeHash(),
            ends[0].ownStatic.publicKey(),
            ends[0].keys.peerStatic());
    ends[1].take(MessageType.IDENT.message(Identification.encode(key, self, wrongRole)));
    assertRefused(ends[1], PairingReason.BAD_SIGNATURE);
  }

  @Test
  void refusesASignatureOf65Bytes() throws Exception {
    PairingEnd[] ends = PairingEnd.comparing();
    ends[0].confirm(true);
    byte[] ident = ends[0].outgoing.remove();
    ends[1].take(Arrays.copyOf(ident, ident.length + 1));
    assertRefused(ends[1], PairingReason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
      })
  void refusesAnIdentityThatIsNoFullKey(String hex) throws Exception {
    PairingEnd[] ends = PairingEnd.comparing();
    ends[0].confirm(true);
    byte[] ident = ends[0].outgoing.remove();
    System.arraycopy(HexFormat.of().parseHex(hex), 0, ident, 1, 32);
    ends[1].take(ident);
    assertRefused(ends[1], PairingReason.BAD_IDENTITY);
  }

  @Test
  void refusesTimesAndLifetimesThatCannotBe() throws Exception {
    long[][] createdAndDays = {
      {-1, 30},
      {253_402_300_800L, 30},
      {Long.MIN_VALUE, 30},
      {Long.MAX_VALUE, 30},
      {0, 0},
      {0, 366},
      {0, 65535}
    };
    for (long[] bad : createdAndDays) {
      PairingEnd[] ends = PairingEnd.comparing();
      ends[0].confirm(true);
      byte[] ident = ends[0].outgoing.remove();
      ByteBuffer.wrap(ident).putLong(33, bad[0]).putShort(41, (short) bad[1]);
      ends[1].take(ident);
      assertRefused(ends[1], PairingReason.MALFORMED);
    }
  }

  @Test
  void refusesNamesThatAScreenShouldNotShow() throws Exception {
    byte[][] names = {
      {0x1b, 'c', 'c', 'c'},
      {'a', 'b', 'c', '\n'},
      {' ', ' ', ' ', '\t'},
      {'a', (byte) 0xe2, (byte) 0x80, (byte) 0xae},
      {'a', 'b', 'c', (byte) 0xff},
      {'a', (byte) 0xed, (byte) 0xa0, (byte) 0x80},
      {'a', 'b', (byte) 0xc0, (byte) 0x80},
      {'a', 'b', 'c', 0}
    };
    for (byte[] name : names) {
      PairingEnd[] ends =
          PairingEnd.twoEnds(
              new PairingSelf("four", 30, PairingEnd.CREATED),
              new PairingSelf("laptop", 30, PairingEnd.CREATED));
      ends[0].start();
      ends[1].start();
      PairingEnd.exchange(ends[0], ends[1]);
      ends[0].confirm(true);
      byte[] ident = ends[0].outgoing.remove();
      System.arraycopy(name, 0, ident, 44, 4);
      ends[1].take(ident);
      assertRefused(ends[1], PairingReason.MALFORMED);
    }
  }

  @Test
  void refusesEveryLengthThatAMessageCannotHave() throws Exception {
    for (MessageType type : MessageType.values()) {
      for (int length : new int[] {0, 1, 2, 31, 32, 33, 107, 108, 299, 300, 301, 1000}) {
        byte[] message = type.message(new byte[length]);
        PairingEnd[] ends = PairingEnd.comparing();
        ends[1].take(message);
        assertTrue(ends[1].over(), type + " of " + length);
        assertTrue(ends[1].stored.isEmpty());
      }
    }
    PairingEnd[] ends = PairingEnd.comparing();
    ends[1].take(new byte[0]);
    assertRefused(ends[1], PairingReason.MALFORMED);
  }

  @Test
  void refusesEveryMessageThatMayNotComeNow() throws Exception {
    byte[][] all = {
      MessageType.COMMIT.message(NONCE),
      MessageType.NONCE.message(NONCE),
      MessageType.OPENING.message(NONCE),
      MessageType.ACCEPT.message(NONCE),
      MessageType.STORED.message(new byte[0]),
      MessageType.DONE.message(new byte[0])
    };
    for (byte[] message : all) {
      for (int side = 0; side < 2; side++) {
        PairingEnd[] ends = PairingEnd.comparing();
        ends[side].take(message);
        assertRefused(ends[side], PairingReason.OUT_OF_ORDER);
        PairingEnd.exchange(ends[0], ends[1]);
        assertRefused(ends[1 - side], PairingReason.REFUSED_BY_PEER);
      }
    }
  }

  @Test
  void refusesASecondIdentity() throws Exception {
    PairingEnd[] ends = PairingEnd.comparing();
    ends[0].confirm(true);
    byte[] ident = ends[0].outgoing.remove();
    ends[1].take(ident);
    ends[1].take(ident);
    assertRefused(ends[1], PairingReason.OUT_OF_ORDER);
  }

  @Test
  void aViolationAfterStoringIsUndone() throws Exception {
    PairingEnd[] ends = PairingEnd.comparing();
    ends[0].storesAtOnce = false;
    ends[0].confirm(true);
    ends[1].confirm(true);
    PairingEnd.exchange(ends[0], ends[1]);
    assertEquals(1, ends[1].stored.size());
    ends[1].take(new byte[] {99});
    assertRefused(ends[1], PairingReason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 255})
  void refusesARefusalOfNoKnownKind(int code) throws Exception {
    PairingEnd[] ends = PairingEnd.comparing();
    ends[0].take(MessageType.REFUSE.message(new byte[] {(byte) code}));
    assertRefused(ends[0], PairingReason.MALFORMED);
  }

  @Test
  void anEarlyAcceptanceIsNoConsent() throws Exception {
    PairingEnd[] ends = PairingEnd.comparing();
    ends[0].confirm(true);
    ends[1].take(ends[0].outgoing.remove());
    ends[1].take(MessageType.ACCEPT.message(NONCE));
    assertRefused(ends[1], PairingReason.OUT_OF_ORDER);
  }

  @Test
  void theInstantIsKeptToTheSecond() {
    assertEquals(
        Instant.parse("2026-11-22T10:00:00Z"),
        new PairingSelf("a", 1, Instant.parse("2026-11-22T10:00:00.999Z")).created());
  }
}
