package org.officeos.laptop.daemon;

import java.util.Optional;
import org.officeos.laptop.admin.DeviceChanges;
import org.officeos.laptop.radio.GroupDriver;
import org.officeos.laptop.relay.RelationshipViews;
import org.officeos.session.SessionEndpoint;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.StoreException;

/** Has what a person changed take effect: in requests, sessions and the group. */
record Changes(
    RelationshipViews views,
    SessionEndpoint endpoint,
    RelationshipStore store,
    Optional<GroupDriver> radio)
    implements DeviceChanges {

  @Override
  public void permitted(Relationship changed) {
    views.put(changed);
  }

  @Override
  public void revoking(RelationshipId id) {
    radio.ifPresent(GroupDriver::spend);
  }

  @Override
  public void revoked(RelationshipId id) {
    views.remove(id);
    endpoint.dropSessions(id, true);
    radio.ifPresent(driver -> driver.revoked(id, isAlone(store)));
  }

  /** Whether nobody is paired; where the disk does not tell, somebody may be. */
  static boolean isAlone(RelationshipStore store) {
    try {
      return store.all().isEmpty();
    } catch (StoreException e) {
      return false;
    }
  }
}
