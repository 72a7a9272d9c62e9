package org.officeos.session.pairing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.officeos.session.handshake.HandshakeException;
import org.officeos.session.relationship.Role;

/**
 * Any messages and events in any order end a pairing, or leave it waiting, but never break it, and
 * never store anything for somebody who did not sign.
 *
 * <pre>
 * data = role, 1 byte: even the initiator is attacked, odd the responder | actions
 * action = length, 1 byte: 0 the person agrees, 255 the connection is cut, 254 the rest is one
 *          message, otherwise so many bytes of message follow
 * </pre>
 */
class PairingFuzzTest {

  @FuzzTest(maxDuration = "30s")
  void endsOrWaits(byte[] data) throws HandshakeException {
    if (data.length == 0) {
      return;
    }
    PairingEnd attacked = play(ByteBuffer.wrap(data));
    if (!attacked.stored.isEmpty()) {
      assertNotNull(attacked.digits);
      assertTrue(attacked.confirmed);
    }
    if (attacked.failure != null && attacked.failure != PairingReason.CUT_BEFORE_DONE) {
      assertTrue(attacked.ownStatic.privateKey().isDestroyed());
      assertTrue(attacked.stored.isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"genuine-initiator", "genuine-responder"})
  void theSeedsAreStillWholePairings(String seed) throws Exception {
    String file = "PairingFuzzTestInputs/endsOrWaits/" + seed;
    try (InputStream in =
        Objects.requireNonNull(PairingFuzzTest.class.getResourceAsStream(file), file)) {
      assertNotNull(play(ByteBuffer.wrap(in.readAllBytes())).settled);
    }
  }

  private static PairingEnd play(ByteBuffer actions) throws HandshakeException {
    PairingEnd attacked = PairingEnd.twoEnds(new SeededRandom(1))[actions.get() & 1];
    attacked.start();
    while (actions.hasRemaining()) {
      int action = Byte.toUnsignedInt(actions.get());
      if (action == 0) {
        agree(attacked);
      } else if (action == 255) {
        attacked.cut();
      } else {
        int length = action == 254 ? actions.remaining() : Math.min(action, actions.remaining());
        byte[] message = new byte[length];
        actions.get(message);
        attacked.take(message);
      }
    }
    return attacked;
  }

  private static void agree(PairingEnd end) {
    if (end.digits != null) {
      end.confirm(true);
    }
  }

  @FuzzTest(maxDuration = "30s")
  void readsAnIdentityOrRefuses(byte[] body) throws HandshakeException {
    PairingEnd[] ends = PairingEnd.twoEnds(new SeededRandom(1));
    Derivations bound =
        new Derivations(
            Role.RESPONDER,
            ends[1].keys.handshakeHash(),
            ends[1].ownStatic.publicKey(),
            ends[1].keys.peerStatic());
    try {
      MessageType.of(MessageType.IDENT.message(body));
      Identification read = Identification.decode(body, bound);
      assertEquals(ends[0].identity.publicKey(), read.identity());
    } catch (PairingException refused) {
      assertTrue(
          refused.reason() == PairingReason.MALFORMED
              || refused.reason() == PairingReason.BAD_IDENTITY
              || refused.reason() == PairingReason.BAD_SIGNATURE);
    }
  }
}
