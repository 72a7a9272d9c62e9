package org.officeos.session.relationship;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.officeos.session.crypto.DhKeyPair;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.crypto.SecretBytes;
import org.officeos.session.relationship.StoreException.Reason;

class RelationshipTextTest {

  private static final String GOLDEN =
      """
      officeos=1
      kind=relationship
      id=000102030405060708090a0b0c0d0e0f
      role=INITIATOR
      peer=d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a
      name=Gr\\u00fcner \\u005c Laptop\\u000a
      paired=2026-11-22T12:00:00Z
      seen=2026-11-23T12:00:00.500Z
      nextTag=41
      unconfirmed=3
      replaces=ffffffffffffffffffffffffffffffff
      grant=
      grant=chat
      grant=image
      current.number=1
      current.own=0101010101010101010101010101010101010101010101010101010101010101
      current.peer=0202020202020202020202020202020202020202020202020202020202020202
      current.psk=0303030303030303030303030303030303030303030303030303030303030303
      current.created=2026-11-22T12:00:00Z
      current.expires=2026-12-22T12:00:00Z
      next.number=2
      next.own=0404040404040404040404040404040404040404040404040404040404040404
      next.peer=0505050505050505050505050505050505050505050505050505050505050505
      next.psk=0606060606060606060606060606060606060606060606060606060606060606
      next.created=2026-12-01T12:00:00Z
      next.expires=2026-12-31T12:00:00Z
      """;

  private static byte[] sealed(String body) {
    return Reseal.seal(body.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Version 1 is on people's disks: this text stays readable for ever. */
  @Test
  void readsTheTextOfVersionOneAndWritesItTheSame() throws FormatException {
    StoredRelationship stored = RelationshipText.decode(sealed(GOLDEN));
    assertArrayEquals(sealed(GOLDEN), RelationshipText.encode(stored));
    Relationship relationship = stored.relationship();
    assertEquals("000102030405060708090a0b0c0d0e0f", relationship.id().toString());
    assertEquals(Role.INITIATOR, relationship.role());
    assertEquals("Gr\u00fcner \\ Laptop\n", relationship.peerName());
    assertEquals(Set.of("", "chat", "image"), relationship.grants());
    assertEquals(41, relationship.nextTag());
    assertEquals(3, stored.unconfirmed());
    assertEquals(1, stored.replaces().size());
    assertEquals(Instant.parse("2026-11-23T12:00:00.500Z"), relationship.highWater());
    Generation next = relationship.next().orElseThrow();
    assertEquals(2, next.number());
    byte[] psk = new byte[32];
    Arrays.fill(psk, (byte) 6);
    assertTrue(next.psk().equalsConstantTime(SecretBytes.copyOf(psk)));
    byte[] own = new byte[32];
    Arrays.fill(own, (byte) 1);
    assertEquals(
        DhKeyPair.fromPrivate(SecretBytes.copyOf(own)).publicKey(),
        relationship.current().ownStatic().publicKey());
  }

  @Test
  void keepsAnyNameAnyGrantAndAnyTime() throws FormatException {
    for (String name :
        List.of("a", "=", "\n", "\ud83d\ude80 rocket", "\ud800", "\u0000", "x=\\u0041")) {
      Relationship like = Samples.relationship(Role.RESPONDER);
      Relationship relationship =
          new Relationship(
              like.id(),
              like.role(),
              like.peer(),
              name,
              like.current(),
              Optional.empty(),
              new TreeSet<>(Set.of(name, name + name)),
              Instant.MIN,
              Instant.MAX,
              Long.MAX_VALUE);
      StoredRelationship stored = new StoredRelationship(relationship, Long.MAX_VALUE, List.of());
      Relationship read = RelationshipText.decode(RelationshipText.encode(stored)).relationship();
      assertEquals(name, read.peerName());
      assertEquals(relationship.grants(), read.grants());
      assertEquals(Instant.MIN, read.pairedAt());
      assertEquals(Instant.MAX, read.highWater());
      assertEquals(Long.MAX_VALUE, read.nextTag());
    }
  }

  @Test
  void refusesEveryChangeOfOneBit() {
    byte[] good = sealed(GOLDEN);
    for (int i = 0; i < good.length * 8; i++) {
      byte[] bad = good.clone();
      bad[i / 8] ^= (byte) (1 << (i % 8));
      assertEquals(Reason.DAMAGED, refused(bad), "bit " + i);
    }
  }

  @Test
  void refusesEveryTruncationAndAnyByteMore() {
    byte[] good = sealed(GOLDEN);
    for (int length = 0; length < good.length; length++) {
      assertEquals(Reason.DAMAGED, refused(Arrays.copyOf(good, length)), "length " + length);
    }
    assertEquals(Reason.DAMAGED, refused(Arrays.copyOf(good, good.length + 1)));
    assertEquals(Reason.DAMAGED, refused(new byte[SealedWriter.MAX_LENGTH + 1]));
  }

  @Test
  void refusesEveryMissingDoubledOrSwappedLineUnderAValidSeal() {
    List<String> lines = GOLDEN.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      boolean mayGo = lines.get(i).startsWith("grant=") || lines.get(i).startsWith("replaces=");
      if (!mayGo) {
        List<String> without = new java.util.ArrayList<>(lines);
        without.remove(i);
        assertEquals(Reason.DAMAGED, refused(sealed(joined(without))), lines.get(i));
      }
      List<String> doubled = new java.util.ArrayList<>(lines);
      doubled.add(i, lines.get(i));
      if (!lines.get(i).startsWith("replaces=")) {
        assertEquals(Reason.DAMAGED, refused(sealed(joined(doubled))), lines.get(i));
      }
      if (i > 0) {
        List<String> swapped = new java.util.ArrayList<>(lines);
        java.util.Collections.swap(swapped, i, i - 1);
        assertEquals(Reason.DAMAGED, refused(sealed(joined(swapped))), lines.get(i));
      }
    }
  }

  private static String joined(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  @ParameterizedTest
  @CsvSource({
    "officeos=1, officeos=0",
    "officeos=1, officeos=01",
    "officeos=1, officeos=-1",
    "officeos=1, officeos=one",
    "kind=relationship, kind=ended",
    "0c0d0e0f, 0C0D0E0F",
    "0c0d0e0f, 0c0d0e0g",
    "0c0d0e0f, 0c0d0e",
    "role=INITIATOR, role=initiator",
    "role=INITIATOR, role=",
    "d75a98, d75a99",
    "\\u00fc, \\u00FC",
    "\\u00fc, \\u0041",
    "\\u00fc, \\x0041",
    "\\u000a, \\u00",
    "nextTag=41, nextTag=-1",
    "nextTag=41, nextTag=041",
    "nextTag=41, nextTag=9223372036854775808",
    "unconfirmed=3, unconfirmed=-3",
    "2026-11-22T12:00:00Z, 2026-11-22T12:00Z",
    "2026-11-22T12:00:00Z, yesterday",
    "current.number=1, current.number=0",
    "current.number=1, current.number=99999999999",
    "current.expires=2026-12-22, current.expires=2026-10-22"
  })
  void refusesNonsenseUnderAValidSeal(String good, String bad) {
    assertTrue(GOLDEN.contains(good), good);
    assertEquals(Reason.DAMAGED, refused(sealed(GOLDEN.replace(good, bad))));
  }

  @Test
  void namesANewerVersionWhateverElseItSays() {
    assertEquals(Reason.NEWER_VERSION, refused(sealed("officeos=2\n")));
    assertEquals(Reason.NEWER_VERSION, refused(sealed(GOLDEN.replace("officeos=1", "officeos=7"))));
  }

  @Test
  void saysNoSecretWhenItRefuses() {
    FormatException thrown =
        assertThrows(
            FormatException.class,
            () ->
                RelationshipText.decode(
                    sealed(GOLDEN.replace("current.psk=03", "current.psk=xy"))));
    assertTrue(!thrown.detail().contains("0303"), thrown.detail());
  }

  @Test
  void refusesOneKindOfFileForAnother() throws FormatException {
    IdentityKey identity = IdentityKey.generate(Samples.RANDOM);
    byte[] file = IdentityText.encode(identity);
    assertEquals(identity.publicKey(), IdentityText.decode(file).publicKey());
    assertEquals(Reason.DAMAGED, refused(file));
    EndedPeer ended =
        new EndedPeer(
            Samples.id(), Samples.peer(), "n\n", EndedPeer.Why.REVOKED_BY_PEER, Samples.NOW);
    byte[] tombstone = EndedPeerText.encode(ended);
    assertEquals(ended, EndedPeerText.decode(tombstone));
    assertThrows(FormatException.class, () -> IdentityText.decode(tombstone));
    assertThrows(FormatException.class, () -> EndedPeerText.decode(file));
  }

  private static Reason refused(byte[] bytes) {
    return assertThrows(FormatException.class, () -> RelationshipText.decode(bytes)).reason();
  }
}
