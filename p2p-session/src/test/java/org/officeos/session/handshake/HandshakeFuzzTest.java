package org.officeos.session.handshake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import org.officeos.session.handshake.HandshakeException.Reason;

/**
 * Any bytes at any place of either handshake end in a genuine message or in a named reason. The
 * first byte chooses the place; the rest is the message.
 */
class HandshakeFuzzTest {

  private static final NoisePattern[] PATTERNS = {NoisePattern.XX, NoisePattern.KK_PSK0};

  @FuzzTest(maxDuration = "30s")
  void readsOrRefuses(byte[] data) throws HandshakeException {
    if (data.length == 0) {
      return;
    }
    NoisePattern pattern = PATTERNS[data[0] & 1];
    int place = ((data[0] & 0xff) >> 1) % pattern.messages().size();
    byte[] message = Arrays.copyOfRange(data, 1, data.length);
    HandshakePair pair = new HandshakePair(pattern);
    byte[] genuine = pair.advancedBy(place)[place % 2].write();
    Handshake reader = pair.advancedBy(place)[1 - place % 2];
    try {
      reader.read(message);
      assertEquals(genuine.length, message.length);
    } catch (HandshakeException refused) {
      assertTrue(refused.reason() != Reason.DEAD && !Arrays.equals(genuine, message));
      assertEquals(Reason.DEAD, assertThrows(HandshakeException.class, reader::finish).reason());
    }
  }
}
