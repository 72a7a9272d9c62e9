package org.officeos.session.handshake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.officeos.session.handshake.HandshakeException.Reason;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.Role;

/** Version, suite, method, role, relationship and generation are part of every handshake. */
class PrologueTest {

  private static final RelationshipId ID =
      RelationshipId.fromHex("00112233445566778899aabbccddeeff");
  private static final RelationshipId OTHER_ID =
      RelationshipId.fromHex("00112233445566778899aabbccddeefe");

  @Test
  void theLayoutIsTheOneWrittenDown() {
    assertArrayEquals(
        HexFormat.of()
            .parseHex("4f66666963654f532070616972696e6700" + "0001" + "01" + "01" + "4952"),
        Prologue.pairing(Role.INITIATOR, true));
    assertArrayEquals(
        HexFormat.of()
            .parseHex(
                "4f66666963654f532073657373696f6e00"
                    + "0001"
                    + "01"
                    + "4952"
                    + "00112233445566778899aabbccddeeff"
                    + "01020304"),
        Prologue.session(ID, 0x01020304, Role.INITIATOR, true));
  }

  @Test
  void bothEndsComputeTheSameFromTheirOwnRole() {
    assertArrayEquals(
        Prologue.pairing(Role.INITIATOR, true), Prologue.pairing(Role.RESPONDER, false));
    assertArrayEquals(
        Prologue.session(ID, 1, Role.RESPONDER, true),
        Prologue.session(ID, 1, Role.INITIATOR, false));
  }

  @Test
  void aPairingFailsWhereAnyByteDiffers() throws Exception {
    HandshakePair pair = new HandshakePair(NoisePattern.XX);
    List<byte[]> wrong =
        List.of(
            Prologue.pairing(2, 1, 1, Role.RESPONDER, false),
            Prologue.pairing(257, 1, 1, Role.RESPONDER, false),
            Prologue.pairing(1, 2, 1, Role.RESPONDER, false),
            Prologue.pairing(1, 1, 2, Role.RESPONDER, false),
            Prologue.pairing(Role.INITIATOR, false),
            Prologue.session(ID, 1, Role.RESPONDER, false),
            new byte[0]);
    for (byte[] prologue : wrong) {
      Handshake initiator = pair.initiator(Prologue.pairing(Role.INITIATOR, true));
      Handshake responder = pair.responder(prologue);
      responder.read(initiator.write());
      byte[] second = responder.write();
      assertEquals(
          Reason.BAD_TAG,
          assertThrows(HandshakeException.class, () -> initiator.read(second)).reason());
    }
  }

  @Test
  void aSessionFailsInItsFirstMessageWhereAnyByteDiffers() throws Exception {
    HandshakePair pair = new HandshakePair(NoisePattern.KK_PSK0);
    List<byte[]> wrong =
        List.of(
            Prologue.session(2, 1, ID, 1, Role.RESPONDER, false),
            Prologue.session(1, 2, ID, 1, Role.RESPONDER, false),
            Prologue.session(OTHER_ID, 1, Role.RESPONDER, false),
            Prologue.session(ID, 2, Role.RESPONDER, false),
            Prologue.session(ID, 1, Role.INITIATOR, false),
            Prologue.pairing(Role.RESPONDER, false));
    for (byte[] prologue : wrong) {
      byte[] first = pair.initiator(Prologue.session(ID, 1, Role.INITIATOR, true)).write();
      assertEquals(
          Reason.BAD_TAG,
          assertThrows(HandshakeException.class, () -> pair.responder(prologue).read(first))
              .reason());
    }
    byte[] first = pair.initiator(Prologue.session(ID, 1, Role.INITIATOR, true)).write();
    pair.responder(Prologue.session(ID, 1, Role.RESPONDER, false)).read(first);
  }
}
