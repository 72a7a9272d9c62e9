package org.officeos.session.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.officeos.session.crypto.VectorFiles.Case;

/** Every case of the four Wycheproof files that concern this room, judged as published. */
class WycheproofTest {

  /** Judges one case; an assertion inside says what is wrong. */
  private interface Judge {
    void judge(Case test) throws Exception;
  }

  private static void judgeAll(String group, String file, Judge judge) throws Exception {
    List<Case> cases = VectorFiles.wycheproof(file);
    int passed = 0;
    for (Case test : cases) {
      try {
        judge.judge(test);
      } catch (Exception | AssertionError e) {
        throw new AssertionError(group + " " + test, e);
      }
      passed++;
    }
    VectorFiles.printCount(group, passed, cases.size());
    assertEquals(cases.size(), passed);
  }

  @Test
  void x25519AgreesAndRefusesEveryAllZeroSecret() throws Exception {
    judgeAll("X25519", "x25519", WycheproofTest::x25519);
  }

  private static void x25519(Case test) throws Exception {
    DhKeyPair own = DhKeyPair.fromPrivate(SecretBytes.copyOf(test.bytes("private")));
    DhPublicKey peer = DhPublicKey.fromBytes(test.bytes("public"));
    byte[] shared = test.bytes("shared");
    if (Arrays.equals(shared, new byte[32])) {
      assertEquals(
          KeyException.Reason.LOW_ORDER_POINT,
          assertThrows(KeyException.class, () -> own.agree(peer)).reason());
    } else {
      assertArrayEquals(shared, own.agree(peer).copyOut());
    }
  }

  @Test
  void ed25519VerifiesWhatIsValidAndNothingElse() throws Exception {
    judgeAll("Ed25519", "ed25519", WycheproofTest::ed25519);
  }

  private static void ed25519(Case test) throws Exception {
    PeerIdentity signer =
        PeerIdentity.fromBytes(VectorFiles.hex(test.group().get("publicKey"), "pk"));
    assertEquals(
        "valid".equals(test.result()), signer.verify(test.bytes("msg"), test.bytes("sig")));
  }

  @ParameterizedTest
  @EnumSource(AeadProvider.class)
  void chaCha20Poly1305SealsAndOpensAndRefuses(AeadProvider provider) throws Exception {
    judgeAll(
        "ChaCha20-Poly1305 by " + provider,
        "chacha20_poly1305",
        test -> chaCha20Poly1305(provider, test));
  }

  private static void chaCha20Poly1305(AeadProvider provider, Case test) throws Exception {
    NonceAead aead = provider.open(SecretBytes.copyOf(test.bytes("key")));
    byte[] nonce = test.bytes("iv");
    byte[] aad = test.bytes("aad");
    byte[] message = test.bytes("msg");
    byte[] ciphertext = test.bytes("ct");
    byte[] tag = test.bytes("tag");
    byte[] sealed = Arrays.copyOf(ciphertext, ciphertext.length + tag.length);
    System.arraycopy(tag, 0, sealed, ciphertext.length, tag.length);
    if ("valid".equals(test.result())) {
      assertArrayEquals(sealed, aead.sealWithNonce(nonce, aad, message));
      assertArrayEquals(message, aead.openWithNonce(nonce, aad, sealed));
    } else if (nonce.length == NonceAead.NONCE_LENGTH) {
      assertThrows(BadTagException.class, () -> aead.openWithNonce(nonce, aad, sealed));
    } else {
      assertThrows(IllegalArgumentException.class, () -> aead.sealWithNonce(nonce, aad, message));
      assertThrows(IllegalArgumentException.class, () -> aead.openWithNonce(nonce, aad, sealed));
    }
  }

  @Test
  void hkdfDerivesAndRefusesTooMuch() throws Exception {
    judgeAll("HKDF-SHA-256", "hkdf_sha256", WycheproofTest::hkdf);
  }

  private static void hkdf(Case test) {
    byte[] salt = test.bytes("salt");
    byte[] key = test.bytes("ikm");
    byte[] info = test.bytes("info");
    int size = test.test().get("size").asInt();
    if ("valid".equals(test.result())) {
      assertArrayEquals(test.bytes("okm"), Hkdf.derive(salt, key, info, size));
    } else {
      assertThrows(IllegalArgumentException.class, () -> Hkdf.derive(salt, key, info, size));
    }
  }
}
