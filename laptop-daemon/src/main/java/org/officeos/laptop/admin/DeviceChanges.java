package org.officeos.laptop.admin;

import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;

/** Hears what a person changed, so that it takes effect in sessions that are open now. */
public interface DeviceChanges {

  /** A device's grants are now these. */
  default void permitted(Relationship changed) {}

  /** A relationship is about to be revoked: what has to outlive a crash is to be written down. */
  default void revoking(RelationshipId id) {}

  /** A relationship was revoked and its secrets are gone. */
  default void revoked(RelationshipId id) {}
}
