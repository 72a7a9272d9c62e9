package org.officeos.laptop.daemon;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.officeos.session.EndpointEvents;
import org.officeos.session.SessionException;
import org.officeos.session.relationship.RelationshipId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts each device's sessions and logs what happens to them. Never blocks an I/O thread. */
final class SessionBook implements EndpointEvents {

  private static final Logger LOG = LoggerFactory.getLogger(SessionBook.class);

  private final Map<RelationshipId, Integer> open = new ConcurrentHashMap<>();
  private final Executor housekeeping;
  private final Consumer<RelationshipId> seen;
  private final Consumer<RelationshipId> changed;
  private final BiConsumer<RelationshipId, InetSocketAddress> from;

  /**
   * A book.
   *
   * @param housekeeping where the two consumers run, which may block
   * @param seen a device was heard of
   * @param changed a relationship was renewed, or ended by the device
   * @param from where a device's session came from; must not block
   */
  SessionBook(
      Executor housekeeping,
      Consumer<RelationshipId> seen,
      Consumer<RelationshipId> changed,
      BiConsumer<RelationshipId, InetSocketAddress> from) {
    this.from = from;
    this.housekeeping = housekeeping;
    this.seen = seen;
    this.changed = changed;
  }

  int sessionsOf(RelationshipId id) {
    return open.getOrDefault(id, 0);
  }

  @Override
  public void onSessionOpened(RelationshipId relationship, int generation) {
    open.merge(relationship, 1, Integer::sum);
    LOG.info("session opened device={} generation={}", relationship.shortName(), generation);
    housekeeping.execute(() -> seen.accept(relationship));
  }

  @Override
  public void onSessionFrom(RelationshipId relationship, InetSocketAddress remote) {
    from.accept(relationship, remote);
  }

  @Override
  public void onSessionEnded(RelationshipId relationship, SessionException.Reason reason) {
    open.computeIfPresent(relationship, (key, count) -> count <= 1 ? null : (Integer) (count - 1));
    LOG.info("session ended device={} reason={}", relationship.shortName(), reason);
  }

  @Override
  public void onLinkRefused(SessionException.Reason reason) {
    LOG.info("link refused reason={}", reason);
  }

  @Override
  public void onInstructionRejected(RelationshipId relationship, String rejection) {
    LOG.info("instruction rejected device={} rejection={}", relationship.shortName(), rejection);
  }

  @Override
  public void onRenewed(RelationshipId relationship, int generation) {
    LOG.info("renewed device={} generation={}", relationship.shortName(), generation);
    housekeeping.execute(() -> changed.accept(relationship));
  }

  @Override
  public void onRevokedByPeer(RelationshipId relationship) {
    LOG.info("revoked by the device device={}", relationship.shortName());
    housekeeping.execute(() -> changed.accept(relationship));
  }
}
