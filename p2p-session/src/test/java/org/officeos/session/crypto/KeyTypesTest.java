package org.officeos.session.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys and secrets: what they take, what they refuse, what they never show. */
class KeyTypesTest {

  private static final SecureRandom RANDOM = new SecureRandom();

  @Test
  void aSecretIsCopiedInAndOut() {
    byte[] source = {1, 2, 3};
    SecretBytes secret = SecretBytes.copyOf(source);
    source[0] = 9;
    byte[] out = secret.copyOut();
    assertArrayEquals(new byte[] {1, 2, 3}, out);
    out[1] = 9;
    assertArrayEquals(new byte[] {1, 2, 3}, secret.copyOut());
    assertEquals(3, secret.length());
  }

  @Test
  void takingASecretWipesItsSource() {
    byte[] source = {1, 2, 3};
    SecretBytes secret = SecretBytes.takeAndWipe(source);
    assertArrayEquals(new byte[3], source);
    assertArrayEquals(new byte[] {1, 2, 3}, secret.copyOut());
  }

  @Test
  void secretsAreComparedByContent() {
    SecretBytes one = SecretBytes.copyOf(new byte[] {1, 2});
    assertTrue(one.equalsConstantTime(SecretBytes.copyOf(new byte[] {1, 2})));
    assertTrue(one.equalsConstantTime(one));
    assertFalse(one.equalsConstantTime(SecretBytes.copyOf(new byte[] {1, 3})));
    assertFalse(one.equalsConstantTime(SecretBytes.copyOf(new byte[] {1, 2, 3})));
  }

  @Test
  void aDestroyedSecretIsGone() {
    SecretBytes secret = SecretBytes.copyOf(new byte[] {1, 2});
    SecretBytes other = SecretBytes.copyOf(new byte[] {0, 0});
    assertFalse(secret.isDestroyed());
    secret.destroy();
    secret.destroy();
    assertTrue(secret.isDestroyed());
    assertThrows(IllegalStateException.class, secret::copyOut);
    assertThrows(IllegalStateException.class, () -> secret.equalsConstantTime(other));
    assertThrows(IllegalStateException.class, () -> other.equalsConstantTime(secret));
  }

  @Test
  void nothingPrintsASecret() {
    byte[] raw = HexFormat.of().parseHex("a1b2c3d4".repeat(8));
    SecretBytes secret = SecretBytes.copyOf(raw);
    assertEquals("[32 bytes, redacted]", secret.toString());
    assertEquals(
        "X25519 key pair [private half redacted]", DhKeyPair.fromPrivate(secret).toString());
    IdentityKey identity = IdentityKey.fromSeed(secret);
    assertEquals("own identity " + identity.publicKey().fingerprint(), identity.toString());
    assertEquals("X25519 public key", DhKeyPair.fromPrivate(secret).publicKey().toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33, 64})
  void publicKeysHaveExactly32Bytes(int length) {
    assertEquals(
        KeyException.Reason.WRONG_LENGTH,
        assertThrows(KeyException.class, () -> DhPublicKey.fromBytes(new byte[length])).reason());
    assertEquals(
        KeyException.Reason.WRONG_LENGTH,
        assertThrows(KeyException.class, () -> PeerIdentity.fromBytes(new byte[length])).reason());
  }

  /** The eight points of small order, encodings that are not canonical, and no point at all. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "0200000000000000000000000000000000000000000000000000000000000000"
      })
  void anIdentityIsAFullPublicKey(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertEquals(
        KeyException.Reason.NOT_A_FULL_PUBLIC_KEY,
        assertThrows(KeyException.class, () -> PeerIdentity.fromBytes(bytes)).reason());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 65, 128})
  void aSignatureHasExactly64Bytes(int length) {
    IdentityKey key = IdentityKey.generate(RANDOM);
    byte[] message = {1, 2, 3};
    byte[] signature = Arrays.copyOf(key.sign(message), length);
    assertFalse(key.publicKey().verify(message, signature));
  }

  @Test
  void aSignatureIsItsSignersOnly() {
    IdentityKey one = IdentityKey.generate(RANDOM);
    IdentityKey two = IdentityKey.generate(RANDOM);
    byte[] message = {1, 2, 3};
    assertTrue(one.publicKey().verify(message, one.sign(message)));
    assertFalse(two.publicKey().verify(message, one.sign(message)));
    assertFalse(one.publicKey().verify(new byte[] {1, 2, 4}, one.sign(message)));
    assertNotEquals(one.publicKey(), two.publicKey());
  }

  @Test
  void anIdentitySurvivesItsSeed() throws Exception {
    IdentityKey key = IdentityKey.generate(RANDOM);
    IdentityKey again = IdentityKey.fromSeed(key.seed());
    assertEquals(key.publicKey(), again.publicKey());
    assertEquals(key.publicKey().hashCode(), again.publicKey().hashCode());
    assertArrayEquals(key.sign(new byte[5]), again.sign(new byte[5]));
    assertEquals(key.publicKey(), PeerIdentity.fromBytes(key.publicKey().toBytes()));
    assertTrue(key.publicKey().fingerprint().matches("([0-9a-f]{4} ){7}[0-9a-f]{4}"));
  }

  @Test
  void bothEndsOfAnExchangeGetTheSameSecret() throws Exception {
    DhKeyPair a = DhKeyPair.generate(RANDOM);
    DhKeyPair b = DhKeyPair.generate(RANDOM);
    assertNotEquals(a.publicKey(), b.publicKey());
    assertTrue(a.agree(b.publicKey()).equalsConstantTime(b.agree(a.publicKey())));
    assertEquals(a.publicKey(), DhKeyPair.fromPrivate(a.privateKey()).publicKey());
    assertEquals(a.publicKey(), DhPublicKey.fromBytes(a.publicKey().toBytes()));
    assertEquals(
        a.publicKey().hashCode(), DhPublicKey.fromBytes(a.publicKey().toBytes()).hashCode());
  }

  @Test
  void refusesAPrivateKeyOfAnotherLength() {
    for (int length : new int[] {0, 31, 33}) {
      SecretBytes wrong = SecretBytes.copyOf(new byte[length]);
      assertThrows(IllegalArgumentException.class, () -> DhKeyPair.fromPrivate(wrong));
      assertThrows(IllegalArgumentException.class, () -> IdentityKey.fromSeed(wrong));
    }
  }
}
