package org.officeos.laptop.relay;

import org.officeos.laptop.audit.AuditException;
import org.officeos.laptop.audit.AuditLine;
import org.officeos.laptop.audit.AuditOutcome;
import org.officeos.laptop.audit.AuditProof;
import org.officeos.laptop.audit.AuditTimes;
import org.officeos.laptop.audit.AuditTrail;
import org.officeos.laptop.budget.Budgets;
import org.officeos.laptop.budget.Remaining;
import org.officeos.session.SessionException;
import org.officeos.session.bytecode.Meta;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResultCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last stage, which every request passes exactly once: gives the permit back, writes the trail,
 * answers, and logs one line, in this order. Blocks on the disk.
 */
final class Ending {

  private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

  private final Budgets budgets;
  private final AuditTrail trail;
  private final RefusalThrottle throttle;
  private final Door door;
  private final boolean keepContent;

  Ending(
      Budgets budgets, AuditTrail trail, RefusalThrottle throttle, Door door, boolean keepContent) {
    this.budgets = budgets;
    this.trail = trail;
    this.throttle = throttle;
    this.door = door;
    this.keepContent = keepContent;
  }

  void fail(RelayContext context, RelayFailure failure) {
    Response response =
        Response.of(failure.result()).with(Meta.DETAIL, Details.orDefault(failure.detail()));
    if (failure.retryAfter().isPresent()) {
      long millis = (failure.retryAfter().get().toNanos() + 999_999) / 1_000_000;
      response = response.with(Meta.RETRY_AFTER_MILLIS, millis);
    }
    end(context, Answer.streamed(response, context.streamed()));
  }

  void end(RelayContext context, Answer answer) {
    if (!context.claimEnd()) {
      return;
    }
    context.returnPermit();
    SessionException.Reason gone = context.abandoned();
    ResultCode result = gone == null ? answer.response().result() : FailureTable.ofAbandoned(gone);
    AuditTimes times = context.watch.read();
    AuditOutcome outcome = new AuditOutcome(result, answer.bytes(), times);
    long entry = write(context, outcome);
    Response full = decorate(context, answer.response(), times);
    if (answer.body().isPresent()) {
      context.responder.complete(full, answer.body().get());
    } else {
      context.responder.complete(full);
    }
    door.leave(context.id());
    if (LOG.isInfoEnabled()) {
      LOG.info(AuditLine.of(context.subject, context.received.content().length, outcome, entry));
    }
  }

  private long write(RelayContext context, AuditOutcome outcome) {
    try {
      if (context.began() > 0) {
        return trail.ended(context.began(), context.subject, outcome);
      }
      if (context.unaudited() || !throttle.mayRecord(context.id())) {
        return 0;
      }
      return trail.refused(context.subject, AuditProof.of(context.received, keepContent), outcome);
    } catch (AuditException e) {
      LOG.warn("the end of a request could not be audited: {}", e.getMessage());
      return 0;
    }
  }

  private Response decorate(RelayContext context, Response response, AuditTimes times) {
    Remaining left = budgets.remaining(context.id(), context.opcode());
    return response
        .with(Meta.UPSTREAM_MICROS, times.upstream())
        .with(Meta.OVERHEAD_MICROS, times.overhead())
        .with(Meta.REMAINING_MINUTE, left.minute())
        .with(Meta.REMAINING_CONCURRENT, left.concurrent());
  }
}
