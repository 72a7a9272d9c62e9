package org.officeos.session.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;

/** Any bytes are a body of the length they claim, or are refused by name; nothing else. */
final class BodyCompressionFuzzTest {

  private static final int CAP = 1024 * 1024;

  @FuzzTest
  void decompressesOrRefuses(byte[] bytes) {
    long claimed;
    try {
      claimed = BodyCompressionFrame.parse(bytes, bytes.length).contentSize();
    } catch (DecompressionException e) {
      assertEquals(DecompressionException.Reason.MALFORMED, e.reason());
      claimed = bytes.length;
    }
    try {
      byte[] body = BodyCompression.decompress(bytes, bytes.length, claimed, CAP);
      assertEquals(claimed, body.length);
      assertTrue(body.length <= CAP);
    } catch (DecompressionException e) {
      assertEquals("compressed body refused: " + e.reason(), e.getMessage());
    }
  }

  @FuzzTest
  void whatIsCompressedComesBack(byte[] body) throws DecompressionException {
    Optional<byte[]> small = BodyCompression.compress(body);
    if (small.isPresent()) {
      byte[] frame = small.get();
      assertTrue(frame.length < body.length);
      assertArrayEquals(
          body, BodyCompression.decompress(frame, frame.length, body.length, body.length));
    }
  }
}
