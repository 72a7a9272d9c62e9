package org.officeos.session.relationship;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.officeos.session.crypto.DhKeyPair;
import org.officeos.session.crypto.SecretBytes;

class TagScheduleTest {

  private static final RelationshipId ID =
      RelationshipId.fromHex("000102030405060708090a0b0c0d0e0f");

  /** Expected values were computed with another language's HMAC from the text of the Javadoc. */
  @Test
  void derivesTheKeyAndTheTagsAsWritten() {
    SecretBytes key = TagSchedule.key(ID, generation(3));
    assertEquals(
        "007d40a8c5d0dc1f9f529af07250c7c9b32996833a32f0419bac2f3bf407a66e", hex(key.copyOut()));
    assertEquals("f11a2879216945d74cbf57035cdaee5d", hex(TagSchedule.tag(key, 0)));
    assertEquals("f81dc7fc5bb6f22afe542439458d00e7", hex(TagSchedule.tag(key, 1)));
    assertEquals("d3d18f70b383b68a0fb4def600a2b97e", hex(TagSchedule.tag(key, 4096)));
    assertEquals("782fbc21f4b031809466b269ef7b3757", hex(TagSchedule.tag(key, 1L << 40)));
  }

  @Test
  void givesTheSameTagInOneStep() {
    assertArrayEquals(
        TagSchedule.tag(TagSchedule.key(ID, generation(3)), 5),
        TagSchedule.tag(ID, generation(3), 5));
  }

  private static Generation generation(int number) {
    byte[] psk = new byte[Generation.PSK_LENGTH];
    for (int i = 0; i < psk.length; i++) {
      psk[i] = (byte) i;
    }
    return new Generation(
        number,
        DhKeyPair.generate(Samples.RANDOM),
        DhKeyPair.generate(Samples.RANDOM).publicKey(),
        SecretBytes.takeAndWipe(psk),
        Samples.NOW,
        Samples.NOW.plus(Samples.LIFETIME));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
