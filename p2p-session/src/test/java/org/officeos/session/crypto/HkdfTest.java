package org.officeos.session.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HkdfTest {

  private static final byte[] KEY = {1, 2, 3};

  @Test
  void threeNoiseOutputsBeginWithTheTwo() {
    byte[][] two = Hkdf.noise(KEY, new byte[0], 2);
    byte[][] three = Hkdf.noise(KEY, new byte[0], 3);
    assertEquals(3, three.length);
    assertArrayEquals(two[0], three[0]);
    assertArrayEquals(two[1], three[1]);
    assertEquals(false, Arrays.equals(three[1], three[2]));
  }

  @Test
  void noisesFormIsItsOwnDefinition() {
    byte[] temporary = Sha256.hmac(KEY, new byte[] {9});
    byte[] first = Sha256.hmac(temporary, new byte[] {1});
    byte[] second = Sha256.hmac(temporary, first, new byte[] {2});
    byte[] third = Sha256.hmac(temporary, second, new byte[] {3});
    assertArrayEquals(new byte[][] {first, second, third}, Hkdf.noise(KEY, new byte[] {9}, 3));
  }

  @Test
  void aShorterOutputIsTheBeginningOfALongerOne() {
    byte[] all = Hkdf.expand(KEY, KEY, Hkdf.MAX_OUTPUT);
    for (int length : new int[] {0, 1, 31, 32, 33, 64, 8159}) {
      assertArrayEquals(Arrays.copyOf(all, length), Hkdf.expand(KEY, KEY, length));
    }
  }

  @Test
  void refusesLengthsThatHkdfDoesNotHave() {
    assertThrows(IllegalArgumentException.class, () -> Hkdf.expand(KEY, KEY, -1));
    assertThrows(IllegalArgumentException.class, () -> Hkdf.expand(KEY, KEY, Hkdf.MAX_OUTPUT + 1));
  }

  @Test
  void anEmptyKeyIsAKeyOfZeros() {
    assertArrayEquals(Sha256.hmac(new byte[32], KEY), Sha256.hmac(new byte[0], KEY));
  }
}
