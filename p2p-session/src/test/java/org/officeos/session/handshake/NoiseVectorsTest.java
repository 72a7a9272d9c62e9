package org.officeos.session.handshake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.officeos.session.crypto.VectorFiles.hex;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.officeos.session.crypto.Aead;
import org.officeos.session.crypto.Aeads;
import org.officeos.session.crypto.DhKeyPair;
import org.officeos.session.crypto.DhPublicKey;
import org.officeos.session.crypto.SecretBytes;
import org.officeos.session.crypto.VectorFiles;

/** The published Noise vectors of our suite, byte for byte, handshake and transport. */
class NoiseVectorsTest {

  private static final List<NoisePattern> PATTERNS =
      List.of(
          NoisePattern.XX,
          NoisePattern.KK,
          NoisePattern.IK,
          NoisePattern.XX.withPsk(3),
          NoisePattern.KK_PSK0,
          NoisePattern.KK.withPsk(2));

  @Test
  void everyPublishedHandshakeOfOurSuiteIsReproduced() throws Exception {
    List<JsonNode> vectors = VectorFiles.noise();
    TreeSet<String> seen = new TreeSet<>();
    for (JsonNode vector : vectors) {
      String name = vector.get("protocol_name").asText();
      NoisePattern pattern =
          PATTERNS.stream()
              .filter(known -> known.protocolName().equals(name))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no table for " + name));
      replay(vector, pattern);
      seen.add(pattern.name());
    }
    assertEquals(PATTERNS.size(), seen.size());
    VectorFiles.printCount("Noise " + String.join(", ", seen), seen.size(), vectors.size());
  }

  private static void replay(JsonNode vector, NoisePattern pattern) throws Exception {
    Handshake[] sides = {side(vector, pattern, true), side(vector, pattern, false)};
    JsonNode messages = vector.get("messages");
    int handshakeMessages = pattern.messages().size();
    for (int i = 0; i < handshakeMessages; i++) {
      byte[] payload = hex(messages.get(i), "payload");
      byte[] written = sides[i % 2].writeMessage(payload);
      assertArrayEquals(hex(messages.get(i), "ciphertext"), written);
      assertArrayEquals(payload, sides[1 - i % 2].readMessage(written, payload.length));
    }
    TransportKeys[] keys = {sides[0].finish(), sides[1].finish()};
    for (TransportKeys each : keys) {
      assertArrayEquals(hex(vector, "handshake_hash"), each.handshakeHash());
    }
    Aead[] sending = {Aeads.create(keys[0].sendKey()), Aeads.create(keys[1].sendKey())};
    Aead[] receiving = {Aeads.create(keys[0].receiveKey()), Aeads.create(keys[1].receiveKey())};
    long[] counters = new long[2];
    for (int i = handshakeMessages; i < messages.size(); i++) {
      byte[] payload = hex(messages.get(i), "payload");
      byte[] sealed = new byte[payload.length + Aead.TAG_LENGTH];
      long counter = counters[i % 2]++;
      sending[i % 2].seal(counter, new byte[0], payload, 0, payload.length, sealed, 0);
      assertArrayEquals(hex(messages.get(i), "ciphertext"), sealed);
      byte[] opened = new byte[payload.length];
      receiving[1 - i % 2].open(counter, new byte[0], sealed, 0, sealed.length, opened, 0);
      assertArrayEquals(payload, opened);
    }
  }

  private static Handshake side(JsonNode vector, NoisePattern pattern, boolean initiator)
      throws Exception {
    String prefix = initiator ? "init_" : "resp_";
    DhKeyPair ephemeral = pair(hex(vector, prefix + "ephemeral"));
    HandshakeKeys keys =
        new HandshakeKeys(
            pair(hex(vector, prefix + "static")),
            peerStatic(vector, prefix + "remote_static"),
            psk(vector, prefix + "psks"),
            () -> ephemeral);
    return new Handshake(pattern, initiator, hex(vector, prefix + "prologue"), keys);
  }

  private static DhKeyPair pair(byte[] privateKey) {
    return DhKeyPair.fromPrivate(SecretBytes.copyOf(privateKey));
  }

  private static @Nullable DhPublicKey peerStatic(JsonNode vector, String field) throws Exception {
    return vector.has(field) ? DhPublicKey.fromBytes(hex(vector, field)) : null;
  }

  private static @Nullable SecretBytes psk(JsonNode vector, String field) {
    if (!vector.has(field)) {
      return null;
    }
    assertEquals(1, vector.get(field).size());
    return SecretBytes.copyOf(HexFormat.of().parseHex(vector.get(field).get(0).asText()));
  }
}
