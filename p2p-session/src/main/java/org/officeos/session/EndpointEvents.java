package org.officeos.session;

import java.net.InetSocketAddress;
import org.officeos.session.relationship.RelationshipId;

/**
 * What an endpoint tells whoever watches over it; for logs, status pages and tests. Calls come on
 * an I/O thread and must not block.
 */
public interface EndpointEvents {

  /** Watches nothing. */
  EndpointEvents NONE = new EndpointEvents() {};

  /** A peer proved itself and may send instructions. */
  default void onSessionOpened(RelationshipId relationship, int generation) {}

  /**
   * From where the peer of a session that just proved itself came; told right after {@link
   * #onSessionOpened}, and not at all of a link that is over already.
   */
  default void onSessionFrom(RelationshipId relationship, InetSocketAddress remote) {}

  /** A session ended. */
  default void onSessionEnded(RelationshipId relationship, SessionException.Reason reason) {}

  /** A link was dropped before it became a session or a pairing. */
  default void onLinkRefused(SessionException.Reason reason) {}

  /** An instruction was rejected by the codec and answered so. */
  default void onInstructionRejected(RelationshipId relationship, String rejection) {}

  /** A renewal was stored on this side. */
  default void onRenewed(RelationshipId relationship, int generation) {}

  /** The peer told us, inside a session, that it revoked the relationship. */
  default void onRevokedByPeer(RelationshipId relationship) {}
}
