package org.officeos.session.bytecode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes are a response that encodes to them, or a named rejection; nothing else. */
final class ResponseCodecFuzzTest {

  @FuzzTest
  void decodesOrRejects(byte[] bytes) throws RejectedException {
    Response decoded;
    try {
      decoded = ResponseCodec.decode(bytes);
    } catch (RejectedException e) {
      assertTrue(e.offset() >= 0 && e.offset() <= bytes.length, e.getMessage());
      return;
    }
    assertArrayEquals(bytes, ResponseCodec.encode(decoded));
    assertEquals(decoded, ResponseCodec.decode(bytes));
  }
}
