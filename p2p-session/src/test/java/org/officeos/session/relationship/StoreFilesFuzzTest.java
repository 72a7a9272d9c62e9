package org.officeos.session.relationship;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes are a file that this program would write the same, or a named refusal. */
final class StoreFilesFuzzTest {

  /** The bytes as a whole file; and, as no fuzzer finds a SHA-256, under a valid seal. */
  @FuzzTest
  void readsARelationshipOrRefuses(byte[] bytes) {
    relationship(bytes);
    relationship(Reseal.seal(bytes));
  }

  @FuzzTest
  void readsATombstoneOrRefuses(byte[] bytes) {
    byte[] sealed = Reseal.seal(bytes);
    try {
      assertArrayEquals(sealed, EndedPeerText.encode(EndedPeerText.decode(sealed)));
    } catch (FormatException refused) {
      assertFalse(refused.detail().isEmpty());
    }
  }

  @FuzzTest
  void readsAnIdentityOrRefuses(byte[] bytes) {
    byte[] sealed = Reseal.seal(bytes);
    try {
      assertArrayEquals(sealed, IdentityText.encode(IdentityText.decode(sealed)));
    } catch (FormatException refused) {
      assertFalse(refused.detail().isEmpty());
    }
  }

  private static void relationship(byte[] file) {
    try {
      assertArrayEquals(file, RelationshipText.encode(RelationshipText.decode(file)));
    } catch (FormatException refused) {
      assertFalse(refused.detail().isEmpty());
    }
  }
}
