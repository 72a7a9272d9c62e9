package org.officeos.session.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The few vectors that stand in the standards themselves; they run everywhere. */
class RfcVectorsTest {

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  @ParameterizedTest
  @CsvSource({
    "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4,"
        + "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c,"
        + "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552",
    "5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb,"
        + "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a,"
        + "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742"
  })
  void x25519AsInRfc7748Sections52And61(String secret, String peer, String shared)
      throws Exception {
    DhKeyPair own = DhKeyPair.fromPrivate(SecretBytes.copyOf(hex(secret)));
    assertArrayEquals(hex(shared), own.agree(DhPublicKey.fromBytes(hex(peer))).copyOut());
  }

  @Test
  void x25519PublicKeyAsInRfc7748Section61() {
    byte[] bob = hex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb");
    assertArrayEquals(
        hex("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"),
        DhKeyPair.fromPrivate(SecretBytes.copyOf(bob)).publicKey().toBytes());
  }

  @ParameterizedTest
  @CsvSource({
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
        + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
        + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
  })
  void ed25519AsInRfc8032Section71(String seed, String pub, String message, String signature) {
    IdentityKey key = IdentityKey.fromSeed(SecretBytes.copyOf(hex(seed)));
    assertArrayEquals(hex(pub), key.publicKey().toBytes());
    assertArrayEquals(hex(signature), key.sign(hex(message)));
    assertTrue(key.publicKey().verify(hex(message), hex(signature)));
    assertFalse(key.publicKey().verify(hex(message + "00"), hex(signature)));
    assertFalse(key.publicKey().verify(hex(message), Arrays.copyOf(hex(signature), 65)));
  }

  @ParameterizedTest
  @EnumSource(AeadProvider.class)
  void chaCha20Poly1305AsInRfc8439Section282(AeadProvider provider) throws Exception {
    byte[] key = hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
    byte[] nonce = hex("070000004041424344454647");
    byte[] aad = hex("50515253c0c1c2c3c4c5c6c7");
    byte[] message =
        ("Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the"
                + " future, sunscreen would be it.")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] sealed =
        hex(
            "d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d6"
                + "3dbea45e8ca9671282fafb69da92728b1a71de0a9e060b2905d6a5b67ecd3b36"
                + "92ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc"
                + "3ff4def08e4b7a9de576d26586cec64b6116"
                + "1ae10b594f09e26a7e902ecbd0600691");
    NonceAead aead = provider.open(SecretBytes.copyOf(key));
    assertArrayEquals(sealed, aead.sealWithNonce(nonce, aad, message));
    assertArrayEquals(message, aead.openWithNonce(nonce, aad, sealed));
  }

  @Test
  void hkdfAsInRfc5869AppendixA1() {
    byte[] key = hex("0b".repeat(22));
    byte[] salt = hex("000102030405060708090a0b0c");
    byte[] info = hex("f0f1f2f3f4f5f6f7f8f9");
    byte[] extracted = Hkdf.extract(salt, key);
    assertArrayEquals(
        hex("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5"), extracted);
    assertArrayEquals(
        hex(
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
                + "34007208d5b887185865"),
        Hkdf.expand(extracted, info, 42));
  }

  @Test
  void hkdfWithoutSaltAndInfoAsInRfc5869AppendixA3() {
    assertArrayEquals(
        hex(
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
                + "9d201395faa4b61a96c8"),
        Hkdf.derive(new byte[0], hex("0b".repeat(22)), new byte[0], 42));
  }

  @Test
  void hmacAsInRfc4231Section43() {
    assertArrayEquals(
        hex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
        Sha256.hmac(
            "Jefe".getBytes(StandardCharsets.US_ASCII),
            "what do ya want ".getBytes(StandardCharsets.US_ASCII),
            "for nothing?".getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void sha256OfAbcInPieces() {
    assertArrayEquals(
        hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        Sha256.hash(new byte[] {'a'}, new byte[0], new byte[] {'b', 'c'}));
  }
}
