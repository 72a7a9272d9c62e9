package org.officeos.session.stream;

import org.officeos.session.relationship.Role;

/** Makes session cores for both roles. */
public final class Sessions {

  private Sessions() {}

  /** The handheld's core; its first record is FINISHED. */
  public static SessionCore initiator(
      SessionKeys keys,
      Rekeying rekeying,
      KeyAge limits,
      InitiatorStreams streams,
      RelationshipFrames relationship,
      SessionListener listener,
      long now) {
    return new SessionCore(
        Role.INITIATOR, keys, rekeying, limits, streams, relationship, listener, now);
  }

  /** The laptop's core; it acts on nothing before FINISHED opened. */
  public static SessionCore responder(
      SessionKeys keys,
      Rekeying rekeying,
      KeyAge limits,
      ResponderStreams streams,
      RelationshipFrames relationship,
      SessionListener listener,
      long now) {
    return new SessionCore(
        Role.RESPONDER, keys, rekeying, limits, streams, relationship, listener, now);
  }
}
