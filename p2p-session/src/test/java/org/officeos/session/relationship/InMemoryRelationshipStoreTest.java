package org.officeos.session.relationship;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.relationship.StoreException.Reason;
import org.officeos.session.testing.InMemoryRelationshipStore;

class InMemoryRelationshipStoreTest extends RelationshipStoreContract {

  @Override
  RelationshipStore open() {
    return new InMemoryRelationshipStore(IdentityKey.generate(Samples.RANDOM), clock);
  }

  @Test
  void failsWritesOnDemandAndChangesNothing() throws StoreException {
    InMemoryRelationshipStore store = new InMemoryRelationshipStore();
    Relationship added = Samples.relationship(Role.INITIATOR);
    store.add(added);
    store.failWritesWith(Reason.DISK_FULL);
    assertFails(Reason.DISK_FULL, () -> store.takeTagCounter(added.id()));
    assertFails(
        Reason.DISK_FULL, () -> store.erase(added.id(), EndedPeer.Why.EXPIRED, Samples.NOW));
    assertEquals(List.of(added), store.all());
    store.mend();
    assertEquals(0, store.takeTagCounter(added.id()));
  }
}
