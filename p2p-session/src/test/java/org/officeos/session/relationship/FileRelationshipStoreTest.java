package org.officeos.session.relationship;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRelationshipStoreTest extends RelationshipStoreContract {

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path place;

  @Override
  RelationshipStore open() throws StoreException {
    return FileRelationshipStore.open(place.resolve("store"), clock, Samples.RANDOM);
  }

  @Test
  void keepsEverythingOverAReopening() throws StoreException {
    Relationship kept = Samples.relationship(Role.INITIATOR);
    Relationship gone = Samples.relationship(Role.INITIATOR);
    try (RelationshipStore first = open()) {
      first.add(kept);
      first.add(gone);
      first.erase(gone.id(), EndedPeer.Why.REVOKED_HERE, Samples.NOW);
      assertEquals(0, first.takeTagCounter(kept.id()));
      try (RelationshipStore second = open()) {
        assertEquals(first.identity().publicKey(), second.identity().publicKey());
        RelationshipAssert.assertSameContent(
            kept.withNextTag(1), second.find(kept.id()).orElseThrow());
        assertEquals(first.endedPeers(), second.endedPeers());
        assertEquals(1, second.takeTagCounter(kept.id()));
        assertEquals(2, first.takeTagCounter(kept.id()));
      }
      assertEquals(3, first.takeTagCounter(kept.id()));
    }
  }
}
