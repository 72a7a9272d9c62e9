package org.officeos.session.relationship;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The two-phase renewal, as what becomes of the relationship on each end. Pure; each result is to
 * be stored before the step named beside it.
 *
 * <pre>
 *   initiator                                   responder
 *   store {@link #beforeAsking}, then ask
 *                                               store {@link #agreed}, then answer
 *   store {@link #agreed}, then confirm
 *   ... any time later: the next connection, its tag and handshake on the next generation ...
 *   store {@link #used} once message 2
 *     authenticates, then send the first record
 *                                               store {@link #used} once that record decrypts
 * </pre>
 *
 * <p>An initiator opens sessions on {@link Relationship#preferred()} and nothing else; a responder
 * accepts all of {@link #generations}. Whichever end dies after whichever step, the generation the
 * initiator prefers is one that the responder accepts: the responder stores the next one first, and
 * lets go of the old one last. {@link #beforeAsking} keeps that true when a renewal is repeated: an
 * unused next generation is replaced on the responder only after the initiator let go of it.
 *
 * <p>Source: session protocol, version 1, "Every later connection".
 */
public final class Renewal {

  private Renewal() {}

  /** Initiator, before it asks for a renewal: without the one that was agreed and never used. */
  public static Relationship beforeAsking(Relationship relationship) {
    if (relationship.role() != Role.INITIATOR) {
      throw new IllegalArgumentException("only the initiator asks for a renewal");
    }
    return relationship.withoutNext();
  }

  /**
   * With the generation agreed on; in place of one that was agreed before and never used.
   *
   * @return empty where its number does not follow the current one's, because another session moved
   *     the relationship on: the renewal is to be refused, and nothing is lost
   */
  public static Optional<Relationship> agreed(Relationship relationship, Generation next) {
    return next.number() == relationship.current().number() + 1
        ? Optional.of(relationship.withNext(next))
        : Optional.empty();
  }

  /**
   * After the peer proved itself in a session on {@code used}: the next generation becomes the
   * current one and the old one is gone; with the current one in use, nothing changes.
   *
   * @return empty where {@code used} is neither, because the relationship changed while the
   *     handshake ran: the session must be dropped
   */
  public static Optional<Relationship> used(Relationship relationship, Generation used) {
    if (relationship.next().map(used::isSameAs).orElse(false)) {
      return Optional.of(relationship.promoted());
    }
    return relationship.current().isSameAs(used) ? Optional.of(relationship) : Optional.empty();
  }

  /** The generations a responder accepts a session on, the newest first: one or two. */
  public static List<Generation> generations(Relationship relationship) {
    return Stream.concat(relationship.next().stream(), Stream.of(relationship.current())).toList();
  }
}
