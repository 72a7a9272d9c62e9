package org.officeos.laptop.admin;

import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;

/** Hears what a person changed, so that it takes effect in sessions that are open now. */
public interface DeviceChanges {

  /** Nobody runs who would need to hear. */
  DeviceChanges NOBODY = new DeviceChanges() {};

  /** A device's grants are now these. */
  default void permitted(Relationship changed) {}

  /** A relationship was revoked and its secrets are gone. */
  default void revoked(RelationshipId id) {}
}
