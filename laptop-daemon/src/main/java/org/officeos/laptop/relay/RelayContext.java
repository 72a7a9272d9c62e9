package org.officeos.laptop.relay;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.officeos.laptop.audit.AuditSubject;
import org.officeos.laptop.budget.Permit;
import org.officeos.laptop.upstream.CancelSource;
import org.officeos.session.ReceivedInstruction;
import org.officeos.session.Responder;
import org.officeos.session.SessionException;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;

/** One request on its way through the chain, from reception to its one end. */
final class RelayContext {

  final ReceivedInstruction received;
  final Responder responder;
  final AuditSubject subject;
  final Stopwatch watch;
  final CancelSource cancel = new CancelSource();

  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile Relationship relationship;
  private volatile @Nullable Permit permit;
  private volatile long began;
  private volatile @Nullable Job waiting;
  private volatile boolean shuttingDown;
  private volatile boolean unaudited;
  private volatile long streamed;
  private volatile SessionException.@Nullable Reason abandoned;

  RelayContext(ReceivedInstruction received, Responder responder, LongSupplier nanoTime) {
    this.received = received;
    this.responder = responder;
    this.relationship = received.relationship();
    this.watch = new Stopwatch(nanoTime);
    this.subject =
        new AuditSubject(
            received.relationship().id(), received.instruction().opcode(), received.messageId());
  }

  Instruction instruction() {
    return received.instruction();
  }

  Opcode opcode() {
    return received.instruction().opcode();
  }

  RelationshipId id() {
    return received.relationship().id();
  }

  /**
   * As the store held it when this request was let in; before that, as of the session's opening.
   */
  Relationship relationship() {
    return relationship;
  }

  void freshRelationship(Relationship fresh) {
    relationship = fresh;
  }

  void holds(Permit taken) {
    permit = taken;
  }

  void returnPermit() {
    Permit held = permit;
    if (held != null) {
      held.close();
    }
  }

  /** Number of the entry that let this request in, 0 before. */
  long began() {
    return began;
  }

  void beganAs(long entry) {
    began = entry;
  }

  boolean unaudited() {
    return unaudited;
  }

  void cannotBeAudited() {
    unaudited = true;
  }

  /** Bytes of the answer that were sent piece by piece so far. */
  long streamed() {
    return streamed;
  }

  void streamed(long bytes) {
    streamed = bytes;
  }

  /** Nobody waits for the answer any more; stops the work. */
  void abandon(SessionException.Reason reason) {
    abandoned = reason;
    cancel.cancel();
  }

  SessionException.@Nullable Reason abandoned() {
    return abandoned;
  }

  /** The job that waits for a worker, so that it can be taken out again. */
  void waitsAs(Job job) {
    waiting = job;
  }

  @Nullable Job waiting() {
    return waiting;
  }

  /** Stops the work because the daemon ends; the device is told so. */
  void stopForShutdown() {
    shuttingDown = true;
    cancel.cancel();
  }

  boolean shuttingDown() {
    return shuttingDown;
  }

  /** True once, for the one who ends this request. */
  boolean claimEnd() {
    return ended.compareAndSet(false, true);
  }

  boolean ended() {
    return ended.get();
  }

  /**
   * What is left of the time that the configuration and the handheld give; not positive when it is
   * over.
   */
  Duration timeLeft(Duration configured) {
    OptionalLong wished = instruction().number(Field.DEADLINE_MILLIS);
    if (wished.isEmpty()) {
      return configured;
    }
    Duration left = Duration.ofMillis(wished.getAsLong()).minusNanos(watch.elapsed());
    return left.compareTo(configured) < 0 ? left : configured;
  }

  @Override
  public String toString() {
    return "request " + subject.messageId() + " " + opcode();
  }
}
