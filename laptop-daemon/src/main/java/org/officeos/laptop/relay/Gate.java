package org.officeos.laptop.relay;

import java.time.InstantSource;
import java.util.Optional;
import org.officeos.laptop.audit.AuditException;
import org.officeos.laptop.audit.AuditProof;
import org.officeos.laptop.audit.AuditTrail;
import org.officeos.laptop.budget.Budgets;
import org.officeos.laptop.budget.Verdict;
import org.officeos.laptop.permission.Decision;
import org.officeos.laptop.permission.PermissionPolicy;
import org.officeos.session.bytecode.ResultCode;
import org.officeos.session.relationship.EndedPeer;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stages before the work: reads the relationship anew, then permission, then budget, then the
 * entry in the trail without which nothing is done. Blocks on the disk.
 */
final class Gate {

  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

  private final RelationshipStore store;
  private final RelationshipViews views;
  private final InstantSource clock;
  private final Budgets budgets;
  private final AuditTrail trail;
  private final boolean keepContent;

  Gate(
      RelationshipStore store,
      RelationshipViews views,
      InstantSource clock,
      Budgets budgets,
      AuditTrail trail,
      boolean keepContent) {
    this.store = store;
    this.views = views;
    this.clock = clock;
    this.budgets = budgets;
    this.trail = trail;
    this.keepContent = keepContent;
  }

  /**
   * Lets a request in, or says why not. When it returns, the context holds a permit and an entry.
   *
   * @param configured whether there is something to do it with
   */
  void pass(RelayContext context, boolean configured) throws RelayFailure {
    Decision decision = decide(context);
    if (!decision.allowed()) {
      throw FailureTable.of(decision);
    }
    if (!configured) {
      throw new RelayFailure(
          ResultCode.NOT_CONFIGURED,
          "the laptop has no service for "
              + PermissionPolicy.grant(context.opcode())
              + "; set its url in the laptop's configuration");
    }
    Verdict verdict = budgets.acquire(context.id(), context.opcode());
    if (verdict instanceof Verdict.Refused refused) {
      throw FailureTable.of(refused, context.opcode());
    }
    if (verdict instanceof Verdict.Granted granted) {
      context.holds(granted.permit());
    }
    audit(context);
    context.watch.gatePassed();
  }

  private Decision decide(RelayContext context) throws RelayFailure {
    try {
      Optional<Relationship> fresh = store.find(context.id());
      if (fresh.isPresent()) {
        context.freshRelationship(fresh.get());
        views.put(fresh.get());
        return PermissionPolicy.decide(fresh.get(), context.opcode(), clock.instant());
      }
      views.remove(context.id());
      Optional<EndedPeer> ended =
          store.endedPeers().stream().filter(peer -> peer.id().equals(context.id())).findFirst();
      return PermissionPolicy.decideEnded(ended);
    } catch (StoreException e) {
      LOG.warn("relationships cannot be read: {}", e.reason());
      throw new RelayFailure(
          ResultCode.INTERNAL,
          "the laptop cannot read its relationships (" + e.reason() + "); its log says more");
    }
  }

  private void audit(RelayContext context) throws RelayFailure {
    try {
      AuditProof proof = AuditProof.of(context.received, keepContent);
      context.beganAs(trail.began(context.subject, proof));
    } catch (AuditException e) {
      context.cannotBeAudited();
      LOG.warn("refusing work, because the audit trail cannot be written: {}", e.getMessage());
      throw new RelayFailure(
          ResultCode.INTERNAL,
          "the audit cannot be written ("
              + e.reason()
              + "), so the laptop does nothing; mend its disk, then try again");
    }
  }
}
