package org.officeos.session.crypto;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Whether an AEAD does, in this very process, what {@link Aead} promises: the known answer of RFC
 * 8439 section 2.8.2, a forgery refused with the output untouched, the genuine message opened after
 * it. A security provider that somebody put in front of the JDK's own must pass too.
 */
final class AeadSelfTest {

  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] KEY =
      HEX.parseHex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
  private static final byte[] NONCE = HEX.parseHex("070000004041424344454647");
  private static final byte[] AAD = HEX.parseHex("50515253c0c1c2c3c4c5c6c7");
  private static final byte[] TAG = HEX.parseHex("1ae10b594f09e26a7e902ecbd0600691");
  private static final byte[] MESSAGE =
      ("Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future,"
              + " sunscreen would be it.")
          .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  private static final int LONG_MESSAGE = 4096;
  private static final byte UNTOUCHED = 0x55;

  private AeadSelfTest() {}

  static boolean passes(AeadProvider provider) {
    try {
      return knownAnswer(provider.open(SecretBytes.copyOf(KEY)))
          && survivesForgery(provider.open(SecretBytes.copyOf(KEY)), 0)
          && survivesForgery(provider.open(SecretBytes.copyOf(KEY)), 3);
    } catch (BadTagException | RuntimeException unfit) {
      return false;
    }
  }

  static boolean knownAnswer(NonceAead aead) throws BadTagException {
    byte[] sealed = aead.sealWithNonce(NONCE, AAD, MESSAGE);
    byte[] tag = Arrays.copyOfRange(sealed, MESSAGE.length, sealed.length);
    return Arrays.equals(tag, TAG)
        && Arrays.equals(aead.openWithNonce(NONCE, AAD, sealed), MESSAGE);
  }

  static boolean survivesForgery(Aead aead, int offset) throws BadTagException {
    byte[] message = new byte[LONG_MESSAGE];
    byte[] packet = new byte[offset + LONG_MESSAGE + Aead.TAG_LENGTH];
    aead.seal(1, AAD, message, 0, LONG_MESSAGE, packet, offset);
    byte[] out = new byte[LONG_MESSAGE];
    Arrays.fill(out, UNTOUCHED);
    byte[] untouched = out.clone();
    int sealedLength = packet.length - offset;
    packet[offset] ^= 1;
    try {
      aead.open(1, AAD, packet, offset, sealedLength, out, 0);
      return false;
    } catch (BadTagException expected) {
      if (!Arrays.equals(out, untouched)) {
        return false;
      }
    }
    packet[offset] ^= 1;
    aead.open(1, AAD, packet, offset, sealedLength, out, 0);
    return Arrays.equals(out, message);
  }
}
