package org.officeos.session.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.officeos.session.bytecode.Refusals.assertRefused;
import static org.officeos.session.bytecode.Refusals.assertResponseRefused;
import static org.officeos.session.bytecode.Refusals.hex;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Every rejection of a response's bytes, each with its offset. A response has no schema. */
final class ResponseRejectionTest {

  @Test
  void truncated() {
    assertResponseRefused(Rejection.TRUNCATED, 0, "");
    assertResponseRefused(Rejection.TRUNCATED, 1, "01");
    assertResponseRefused(Rejection.TRUNCATED, 3, "0100 01");
    assertResponseRefused(Rejection.TRUNCATED, 5, "0100 01 8080");
  }

  @Test
  void oversized() {
    byte[] large = Arrays.copyOf(hex("0100"), ResponseCodec.MAX_BYTES + 1);
    assertRefused(Rejection.OVERSIZED, 2048, () -> ResponseCodec.decode(large));
    assertRefused(Rejection.UNSORTED, 2, () -> ResponseCodec.decode(Arrays.copyOf(large, 2048)));
  }

  @Test
  void wrongVersion() {
    assertResponseRefused(Rejection.WRONG_VERSION, 0, "0000");
    assertResponseRefused(Rejection.WRONG_VERSION, 0, "02");
  }

  @Test
  void unknownCode() {
    int known = 0;
    for (int code = 0; code < 256; code++) {
      if (ResultCode.of(code) == null) {
        assertResponseRefused(Rejection.UNKNOWN_CODE, 1, String.format("01%02x", code));
      } else {
        known++;
      }
    }
    assertEquals(ResultCode.values().length, known);
  }

  @Test
  void badVarint() {
    assertResponseRefused(Rejection.BAD_VARINT, 3, "0100 03 8200 e003");
    assertResponseRefused(Rejection.BAD_VARINT, 4, "0100 0303 e08300");
    assertResponseRefused(Rejection.BAD_VARINT, 4, "0100 0302 8100");
    assertResponseRefused(Rejection.BAD_VARINT, 4, "0100 0708 ffffffffffffff1f");
    assertResponseRefused(Rejection.BAD_VARINT, 4, "0100 0700");
  }

  @Test
  void unsorted() {
    assertResponseRefused(Rejection.UNSORTED, 7, "0100 0d03 808001 0901 1d");
    assertResponseRefused(Rejection.UNSORTED, 2, "0100 0000");
  }

  @Test
  void duplicate() {
    assertResponseRefused(Rejection.DUPLICATE, 5, "0100 0901 1d 0901 1d");
    assertResponseRefused(Rejection.DUPLICATE, 5, "0100 0901 1d 8901 1d");
  }

  @Test
  void unknownCritical() {
    assertResponseRefused(Rejection.UNKNOWN_CRITICAL, 2, "0100 9601 00");
    assertResponseRefused(Rejection.UNKNOWN_CRITICAL, 5, "0100 0901 1d ff00");
  }

  @Test
  void wrongCriticality() {
    assertResponseRefused(Rejection.WRONG_CRITICALITY, 2, "0100 8901 1d");
  }

  @Test
  void lengthBeyondEnd() {
    assertResponseRefused(Rejection.LENGTH_BEYOND_END, 3, "0100 0902 1d");
    assertResponseRefused(Rejection.LENGTH_BEYOND_END, 3, "0100 01 ffffffff07 61");
  }

  @Test
  void outOfBounds() {
    assertResponseRefused(Rejection.OUT_OF_BOUNDS, 4, "0100 0100");
    assertResponseRefused(Rejection.OUT_OF_BOUNDS, 4, "0100 0202 6162");
    assertResponseRefused(Rejection.OUT_OF_BOUNDS, 4, "0100 0301 00");
    assertResponseRefused(Rejection.OUT_OF_BOUNDS, 4, "0100 0303 808004");
    assertResponseRefused(Rejection.OUT_OF_BOUNDS, 4, "0100 0604 01020304");
  }

  @Test
  void badUtf8() {
    assertResponseRefused(Rejection.BAD_UTF8, 5, "0100 0102 6180");
    assertResponseRefused(Rejection.BAD_UTF8, 4, "0100 0103 edbfbf");
  }

  @Test
  void everyTruncationOfASampleIsRefusedOrIsAResponseOfItsOwn() throws RejectedException {
    int refused = 0;
    for (Response sample : new Response[] {Samples.delivered(), Samples.refused()}) {
      byte[] whole = ResponseCodec.encode(sample);
      for (int length = 0; length < whole.length; length++) {
        byte[] part = Arrays.copyOf(whole, length);
        try {
          assertEquals(
              Arrays.toString(part),
              Arrays.toString(ResponseCodec.encode(ResponseCodec.decode(part))));
        } catch (RejectedException expected) {
          refused++;
        }
      }
    }
    assertEquals(63, refused);
  }
}
