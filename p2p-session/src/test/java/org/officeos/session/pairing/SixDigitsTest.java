package org.officeos.session.pairing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The code is six digits, each equally likely. */
class SixDigitsTest {

  private static byte[] random(Random random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return bytes;
  }

  @Test
  void aWordTooHighIsRejected() {
    // 4 294 000 000 is fff13d80
    assertEquals(OptionalInt.of(999_999), first("fff13d7f"));
    assertEquals(OptionalInt.empty(), first("fff13d80"));
    assertEquals(OptionalInt.of(7), first("fff13d80" + "ffffffff" + "00000007"));
    assertEquals(OptionalInt.of(0), first("000f4240"));
    assertEquals(OptionalInt.empty(), first(""));
  }

  private static OptionalInt first(String hex) {
    return SixDigits.firstBelowLimit(HexFormat.of().parseHex(hex));
  }

  @Test
  void shortNumbersKeepTheirZeros() {
    Random seeded = new Random(1);
    int leadingZeros = 0;
    for (int i = 0; i < 500; i++) {
      String code = SixDigits.derive(random(seeded), random(seeded), random(seeded));
      assertTrue(code.matches("[0-9]{6}"), code);
      leadingZeros += code.startsWith("0") ? 1 : 0;
    }
    assertTrue(leadingZeros > 20 && leadingZeros < 90, "leading zeros: " + leadingZeros);
  }

  @Test
  void eachDigitIsEquallyLikelyAtEachPlace() {
    int samples = 10_000;
    int[][] seen = new int[6][10];
    Random seeded = new Random(2);
    for (int i = 0; i < samples; i++) {
      String code = SixDigits.derive(random(seeded), random(seeded), random(seeded));
      for (int place = 0; place < 6; place++) {
        seen[place][code.charAt(place) - '0']++;
      }
    }
    for (int place = 0; place < 6; place++) {
      double chiSquare = 0;
      for (int count : seen[place]) {
        double off = count - samples / 10.0;
        chiSquare += off * off / (samples / 10.0);
      }
      // Nine degrees of freedom: above 40 once in a hundred thousand honest runs.
      assertTrue(chiSquare < 40, "place " + place + ": " + chiSquare);
    }
  }

  @Test
  void everyInputMatters() {
    Random seeded = new Random(3);
    byte[] h = random(seeded);
    byte[] i = random(seeded);
    byte[] r = random(seeded);
    String code = SixDigits.derive(h, i, r);
    assertEquals(code, SixDigits.derive(h.clone(), i.clone(), r.clone()));
    assertNotEquals(code, SixDigits.derive(random(seeded), i, r));
    assertNotEquals(code, SixDigits.derive(h, random(seeded), r));
    assertNotEquals(code, SixDigits.derive(h, i, random(seeded)));
    assertNotEquals(code, SixDigits.derive(h, r, i));
  }
}
