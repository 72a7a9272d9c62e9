package org.officeos.session.handshake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.officeos.session.crypto.Aead;
import org.officeos.session.crypto.Aeads;
import org.officeos.session.crypto.BadTagException;
import org.officeos.session.crypto.Hkdf;
import org.officeos.session.crypto.SecretBytes;
import org.officeos.session.crypto.Sha256;

/**
 * Noise's SymmetricState with the CipherState inside it (rev 34, sections 5.1 and 5.2): the
 * transcript's hash, the chaining key, and the key of the moment.
 */
final class SymmetricState {

  private byte[] hash;
  private byte[] chainingKey;
  private @Nullable Aead cipher;
  private long counter;

  SymmetricState(String protocolName) {
    byte[] name = protocolName.getBytes(StandardCharsets.US_ASCII);
    this.hash =
        name.length <= Sha256.LENGTH ? Arrays.copyOf(name, Sha256.LENGTH) : Sha256.hash(name);
    this.chainingKey = hash.clone();
  }

  boolean hasKey() {
    return cipher != null;
  }

  /** Bytes that encryption adds now: none before there is a key. */
  int tagLength() {
    return hasKey() ? Aead.TAG_LENGTH : 0;
  }

  void mixHash(byte[] data) {
    hash = Sha256.hash(hash, data);
  }

  void mixKey(byte[] inputKey) {
    byte[][] outputs = Hkdf.noise(chainingKey, inputKey, 2);
    replaceChainingKey(outputs[0]);
    replaceCipher(outputs[1]);
  }

  void mixKeyAndHash(byte[] inputKey) {
    byte[][] outputs = Hkdf.noise(chainingKey, inputKey, 3);
    replaceChainingKey(outputs[0]);
    mixHash(outputs[1]);
    Arrays.fill(outputs[1], (byte) 0);
    replaceCipher(outputs[2]);
  }

  byte[] encryptAndHash(byte[] plaintext) {
    byte[] sealed = plaintext.clone();
    if (cipher != null) {
      sealed = new byte[plaintext.length + Aead.TAG_LENGTH];
      cipher.seal(counter++, hash, plaintext, 0, plaintext.length, sealed, 0);
    }
    mixHash(sealed);
    return sealed;
  }

  byte[] decryptAndHash(byte[] sealed) throws BadTagException {
    byte[] plaintext = sealed.clone();
    if (cipher != null) {
      plaintext = new byte[Math.max(0, sealed.length - Aead.TAG_LENGTH)];
      cipher.open(counter++, hash, sealed, 0, sealed.length, plaintext, 0);
    }
    mixHash(sealed);
    return plaintext;
  }

  byte[] hash() {
    return hash.clone();
  }

  /** Two transport keys, and as third output the exporter; see {@link TransportKeys}. */
  byte[][] split() {
    return Hkdf.noise(chainingKey, new byte[0], 3);
  }

  void wipe() {
    Arrays.fill(chainingKey, (byte) 0);
    if (cipher != null) {
      cipher.destroy();
    }
  }

  private void replaceChainingKey(byte[] next) {
    Arrays.fill(chainingKey, (byte) 0);
    chainingKey = next;
  }

  private void replaceCipher(byte[] rawKey) {
    if (cipher != null) {
      cipher.destroy();
    }
    SecretBytes key = SecretBytes.takeAndWipe(rawKey);
    cipher = Aeads.createForHandshake(key);
    key.destroy();
    counter = 0;
  }
}
