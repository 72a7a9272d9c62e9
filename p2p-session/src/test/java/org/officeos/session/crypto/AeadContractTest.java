package org.officeos.session.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link Aead} promises, on every implementation. */
class AeadContractTest {

  private static final byte[] NO_AAD = new byte[0];
  private static final byte[] AAD = {1, 2, 3};
  private static final int TAG = Aead.TAG_LENGTH;

  private static SecretBytes key(int fill) {
    byte[] raw = new byte[Aead.KEY_LENGTH];
    Arrays.fill(raw, (byte) fill);
    return SecretBytes.takeAndWipe(raw);
  }

  private static byte[] random(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static byte[] sealed(AeadProvider provider, long counter, byte[] message) {
    byte[] out = new byte[message.length + TAG];
    provider.create(key(7)).seal(counter, AAD, message, 0, message.length, out, 0);
    return out;
  }

  @ParameterizedTest
  @EnumSource(AeadProvider.class)
  void sealsTheCounterAsNoiseLaysItOut(AeadProvider provider) throws BadTagException {
    byte[] message = random(1, 100);
    byte[] nonce = HexFormat.of().parseHex("000000000807060504030201");
    byte[] expected = provider.open(key(7)).sealWithNonce(nonce, AAD, message);
    assertArrayEquals(expected, sealed(provider, 0x0102030405060708L, message));
  }

  @ParameterizedTest
  @EnumSource(AeadProvider.class)
  void openWhatTheOtherImplementationSealed(AeadProvider provider) throws BadTagException {
    AeadProvider other = provider == AeadProvider.JCA ? AeadProvider.BC : AeadProvider.JCA;
    Aead opening = provider.create(key(7));
    for (int length : new int[] {0, 1, 15, 16, 17, 63, 64, 65, 1350, 16384, 65519}) {
      byte[] message = random(length, length);
      byte[] sealed = sealed(other, length, message);
      byte[] out = new byte[length];
      assertEquals(length, opening.open(length, AAD, sealed, 0, sealed.length, out, 0));
      assertArrayEquals(message, out);
    }
  }

  @ParameterizedTest
  @EnumSource(AeadProvider.class)
  void worksAtOffsetsAndTouchesNothingElse(AeadProvider provider) throws BadTagException {
    byte[] message = random(2, 500);
    byte[] in = new byte[600];
    System.arraycopy(message, 0, in, 40, 500);
    byte[] wire = new byte[700];
    Arrays.fill(wire, (byte) 0x55);
    assertEquals(516, provider.create(key(7)).seal(3, AAD, in, 40, 500, wire, 9));
    assertArrayEquals(sealed(provider, 3, message), Arrays.copyOfRange(wire, 9, 525));
    assertEquals(0x55, wire[8]);
    assertEquals(0x55, wire[525]);
    byte[] out = new byte[700];
    Arrays.fill(out, (byte) 0x55);
    assertEquals(500, provider.create(key(7)).open(3, AAD, wire, 9, 516, out, 11));
    assertArrayEquals(message, Arrays.copyOfRange(out, 11, 511));
    assertEquals(0x55, out[10]);
    assertEquals(0x55, out[511]);
  }

  @ParameterizedTest
  @EnumSource(AeadProvider.class)
  void worksInPlace(AeadProvider provider) throws BadTagException {
    byte[] message = random(3, 5000);
    byte[] buffer = new byte[5 + 5000 + TAG];
    System.arraycopy(message, 0, buffer, 5, 5000);
    provider.create(key(7)).seal(4, AAD, buffer, 5, 5000, buffer, 5);
    assertArrayEquals(sealed(provider, 4, message), Arrays.copyOfRange(buffer, 5, 5021));
    provider.create(key(7)).open(4, AAD, buffer, 5, 5000 + TAG, buffer, 5);
    assertArrayEquals(message, Arrays.copyOfRange(buffer, 5, 5005));
  }

  @ParameterizedTest
  @EnumSource(AeadProvider.class)
  void worksBetweenRangesOfOneArrayThatDoNotTouch(AeadProvider provider) throws BadTagException {
    byte[] message = random(3, 100);
    byte[] buffer = new byte[316];
    System.arraycopy(message, 0, buffer, 0, 100);
    provider.create(key(7)).seal(4, AAD, buffer, 0, 100, buffer, 100);
    provider.create(key(7)).open(4, AAD, buffer, 100, 116, buffer, 216);
    assertArrayEquals(message, Arrays.copyOfRange(buffer, 216, 316));
  }

  @ParameterizedTest
  @EnumSource(AeadProvider.class)
  void refusesRangesThatOverlap(AeadProvider provider) {
    Aead aead = provider.create(key(7));
    byte[] buffer = new byte[300];
    assertThrows(
        IllegalArgumentException.class, () -> aead.seal(0, AAD, buffer, 0, 100, buffer, 7));
    assertThrows(
        IllegalArgumentException.class, () -> aead.seal(0, AAD, buffer, 100, 50, buffer, 40));
    assertThrows(
        IllegalArgumentException.class, () -> aead.open(0, AAD, buffer, 8, 100, buffer, 0));
  }

  @ParameterizedTest
  @EnumSource(AeadProvider.class)
  void refusesRangesThatLeaveTheirArray(AeadProvider provider) {
    Aead aead = provider.create(key(7));
    byte[] in = new byte[100];
    byte[] out = new byte[116];
    int[][] bad = {{-1, 10, 0}, {0, -1, 0}, {1, 100, 0}, {0, 100, 1}, {0, 10, -1}, {101, 0, 0}};
    for (int[] range : bad) {
      assertThrows(
          IllegalArgumentException.class,
          () -> aead.seal(0, AAD, in, range[0], range[1], out, range[2]));
    }
    assertThrows(
        IllegalArgumentException.class, () -> aead.seal(0, AAD, in, 0, Integer.MAX_VALUE, out, 0));
    assertThrows(IllegalArgumentException.class, () -> aead.open(0, AAD, in, 90, 20, out, 0));
    assertThrows(
        IllegalArgumentException.class, () -> aead.open(0, AAD, in, 0, 100, new byte[83], 0));
  }

  @ParameterizedTest
  @EnumSource(AeadProvider.class)
  void anyBitThatChangesIsRefusedAndNothingIsWritten(AeadProvider provider) throws BadTagException {
    byte[] message = random(5, 300);
    byte[] genuine = sealed(provider, 9, message);
    Aead aead = provider.create(key(7));
    byte[] untouched = new byte[300];
    Arrays.fill(untouched, (byte) 0x55);
    for (int bit = 0; bit < genuine.length * 8; bit += 3) {
      byte[] forged = genuine.clone();
      forged[bit / 8] ^= (byte) (1 << (bit % 8));
      byte[] out = untouched.clone();
      assertThrows(
          BadTagException.class, () -> aead.open(9, AAD, forged, 0, forged.length, out, 0));
      assertArrayEquals(untouched, out);
    }
    byte[] out = new byte[300];
    aead.open(9, AAD, genuine, 0, genuine.length, out, 0);
    assertArrayEquals(message, out);
  }

  @ParameterizedTest
  @EnumSource(AeadProvider.class)
  void theGenuineMessageOpensAfterEveryKindOfFailure(AeadProvider provider) throws BadTagException {
    byte[] message = random(6, 2000);
    byte[] genuine = sealed(provider, 9, message);
    byte[] forged = genuine.clone();
    forged[1999] ^= 1;
    Aead aead = provider.create(key(7));
    byte[] out = new byte[2000];
    for (int round = 0; round < 3; round++) {
      assertThrows(
          BadTagException.class, () -> aead.open(9, AAD, forged, 0, forged.length, out, 0));
      assertThrows(
          BadTagException.class, () -> aead.open(9, NO_AAD, genuine, 0, genuine.length, out, 0));
      assertThrows(
          BadTagException.class, () -> aead.open(10, AAD, genuine, 0, genuine.length, out, 0));
      assertThrows(BadTagException.class, () -> aead.open(9, AAD, genuine, 0, 2015, out, 0));
      assertThrows(BadTagException.class, () -> aead.open(9, AAD, genuine, 0, 15, out, 0));
      assertThrows(BadTagException.class, () -> aead.open(9, AAD, genuine, 0, 0, out, 0));
      assertThrows(
          IllegalArgumentException.class,
          () -> aead.open(9, AAD, genuine, 0, genuine.length, new byte[10], 0));
      Arrays.fill(out, (byte) 0);
      aead.open(9, AAD, genuine, 0, genuine.length, out, 0);
      assertArrayEquals(message, out);
    }
  }

  @ParameterizedTest
  @EnumSource(AeadProvider.class)
  void aForgeryInPlaceLeavesTheBufferAsItWas(AeadProvider provider) throws BadTagException {
    byte[] message = random(6, 2000);
    byte[] genuine = sealed(provider, 9, message);
    for (int offset : new int[] {0, 4}) {
      byte[] buffer = new byte[offset + genuine.length];
      System.arraycopy(genuine, 0, buffer, offset, genuine.length);
      buffer[offset] ^= 1;
      byte[] before = buffer.clone();
      Aead aead = provider.create(key(7));
      assertThrows(
          BadTagException.class,
          () -> aead.open(9, AAD, buffer, offset, genuine.length, buffer, offset));
      assertArrayEquals(before, buffer);
      buffer[offset] ^= 1;
      aead.open(9, AAD, buffer, offset, genuine.length, buffer, offset);
      assertArrayEquals(message, Arrays.copyOfRange(buffer, offset, offset + 2000));
    }
  }

  @ParameterizedTest
  @EnumSource(AeadProvider.class)
  void aCounterIsNeverSealedWithTwice(AeadProvider provider) {
    Aead aead = provider.create(key(7));
    byte[] out = new byte[32];
    byte[] in = new byte[16];
    aead.seal(5, AAD, in, 0, 16, out, 0);
    byte[] before = out.clone();
    for (long counter : new long[] {5, 4, 0, -1, Long.MIN_VALUE}) {
      assertThrows(
          IllegalArgumentException.class, () -> aead.seal(counter, AAD, in, 0, 16, out, 0));
    }
    assertArrayEquals(before, out);
    assertEquals(32, aead.seal(Long.MAX_VALUE, AAD, in, 0, 16, out, 0));
  }

  @ParameterizedTest
  @EnumSource(AeadProvider.class)
  void anotherKeyDoesNotOpen(AeadProvider provider) {
    byte[] sealed = sealed(provider, 1, new byte[10]);
    Aead aead = provider.create(key(8));
    assertThrows(
        BadTagException.class, () -> aead.open(1, AAD, sealed, 0, sealed.length, new byte[10], 0));
  }

  @ParameterizedTest
  @EnumSource(AeadProvider.class)
  void destroyedItDoesNothingMore(AeadProvider provider) {
    Aead aead = provider.create(key(7));
    aead.destroy();
    aead.destroy();
    assertTrue(aead.isDestroyed());
    assertThrows(
        IllegalStateException.class, () -> aead.seal(0, AAD, new byte[1], 0, 1, new byte[17], 0));
    assertThrows(
        IllegalStateException.class, () -> aead.open(0, AAD, new byte[17], 0, 17, new byte[1], 0));
  }

  @ParameterizedTest
  @EnumSource(AeadProvider.class)
  void refusesAKeyOfAnotherLength(AeadProvider provider) {
    for (int length : new int[] {0, 16, 31, 33}) {
      SecretBytes wrong = SecretBytes.copyOf(new byte[length]);
      assertThrows(IllegalArgumentException.class, () -> provider.create(wrong));
    }
  }

  @ParameterizedTest
  @EnumSource(AeadProvider.class)
  void passesItsOwnSelfTest(AeadProvider provider) {
    assertTrue(AeadSelfTest.passes(provider));
  }
}
