package org.officeos.session.handshake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.officeos.session.handshake.HandshakeException.Reason;

/**
 * Any bytes at any place of either handshake end in a genuine message or in a named reason. The
 * first byte chooses the place; the rest is the message.
 */
class HandshakeFuzzTest {

  private static final NoisePattern[] PATTERNS = {NoisePattern.XX, NoisePattern.KK_PSK0};

  private static final List<List<byte[]>> GENUINE = genuine();

  private static List<List<byte[]>> genuine() {
    List<List<byte[]>> all = new ArrayList<>();
    for (NoisePattern pattern : PATTERNS) {
      List<byte[]> messages = new ArrayList<>();
      for (int place = 0; place < pattern.messages().size(); place++) {
        messages.add(written(pattern, place));
      }
      all.add(messages);
    }
    return all;
  }

  private static byte[] written(NoisePattern pattern, int place) {
    try {
      return new HandshakePair(pattern).advancedBy(place)[place % 2].write();
    } catch (HandshakeException e) {
      throw new AssertionError("two honest ends", e);
    }
  }

  @FuzzTest(maxDuration = "30s")
  void readsOrRefuses(byte[] data) throws HandshakeException {
    if (data.length == 0) {
      return;
    }
    NoisePattern pattern = PATTERNS[data[0] & 1];
    int place = ((data[0] & 0xff) >> 1) % pattern.messages().size();
    byte[] message = Arrays.copyOfRange(data, 1, data.length);
    byte[] genuine = GENUINE.get(data[0] & 1).get(place);
    Handshake reader = new HandshakePair(pattern).advancedBy(place)[1 - place % 2];
    try {
      reader.read(message);
      assertEquals(genuine.length, message.length);
    } catch (HandshakeException refused) {
      assertTrue(refused.reason() != Reason.DEAD && !Arrays.equals(genuine, message));
      assertEquals(Reason.DEAD, assertThrows(HandshakeException.class, reader::finish).reason());
    }
  }
}
