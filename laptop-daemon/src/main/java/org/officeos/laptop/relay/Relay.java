package org.officeos.laptop.relay;

import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.officeos.laptop.audit.AuditException;
import org.officeos.laptop.audit.AuditTrail;
import org.officeos.laptop.audit.UsageBook;
import org.officeos.laptop.budget.Budgets;
import org.officeos.session.InstructionHandler;
import org.officeos.session.ReceivedInstruction;
import org.officeos.session.Responder;
import org.officeos.session.bytecode.Meta;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResultCode;
import org.officeos.session.relationship.RelationshipStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The chain that every verified instruction goes through:
 *
 * <pre>
 * I/O thread      relay-gate-N                                    relay-image-N, relay-text-N
 * decoded, ──►    relationship anew ► permission ► budget ► audit ──►  translate ► call ► validate
 * verified                                                             ► transform ► audit ► answer
 * </pre>
 *
 * Every request ends exactly once, with one result; its permit is given back before it is answered.
 * Safe for use by several threads; {@link #onInstruction} never blocks.
 */
public final class Relay implements InstructionHandler, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final int GATES = 2;
  private static final int IMAGE_WORKERS = 4;
  private static final int IMAGE_QUEUE = 32;
  private static final int TEXT_WORKERS = 16;
  private static final int TEXT_QUEUE = 128;

  private final RelaySettings settings;
  private final LongSupplier nanoTime;
  private final UsageBook usage;
  private final Gate gate;
  private final Ending ending;
  private final EchoWork echo;
  private final EchoTally tally = new EchoTally();
  private final Routes routes;
  private final Door door = new Door();
  private final Workers gates = new Workers("relay-gate", GATES, Door.MAX_INSIDE);
  private final Workers enders = new Workers("relay-end", 1, Door.MAX_INSIDE);
  private final Workers imageWorkers = new Workers("relay-image", IMAGE_WORKERS, IMAGE_QUEUE);
  private final Workers textWorkers = new Workers("relay-text", TEXT_WORKERS, TEXT_QUEUE);
  private final Set<RelayContext> inside = ConcurrentHashMap.newKeySet();
  private volatile boolean closing;

  /**
   * A relay with threads of its own, which {@link #close()} stops.
   *
   * @param clock wall time, for expiry
   * @param nanoTime nanoseconds that only move forward, for durations
   */
  public Relay(
      RelaySettings settings,
      RelayServices services,
      RelationshipStore store,
      RelationshipViews views,
      Budgets budgets,
      AuditTrail trail,
      UsageBook usage,
      InstantSource clock,
      LongSupplier nanoTime) {
    this.settings = settings;
    this.nanoTime = nanoTime;
    this.usage = usage;
    this.gate = new Gate(store, views, clock, budgets, trail, settings.keepContent());
    this.ending =
        new Ending(budgets, trail, new RefusalThrottle(nanoTime), door, settings.keepContent());
    this.echo = new EchoWork(budgets, views, clock, nanoTime, tally);
    this.routes = new Routes(services, settings, budgets, echo);
  }

  @Override
  public void onInstruction(ReceivedInstruction received, Responder responder) {
    if (closing) {
      refuseHere(
          responder, ResultCode.SHUTTING_DOWN, "the laptop is shutting down; try again shortly");
      return;
    }
    if (received.instruction().opcode() == Opcode.ECHO
        && EchoWork.isSmall(received.instruction())) {
      echo.answer(received, responder);
      return;
    }
    if (!door.enter(received.relationship().id())) {
      refuseHere(
          responder,
          ResultCode.TOO_MANY_CONCURRENT,
          "too many requests are open; wait for one to end");
      return;
    }
    RelayContext context = new RelayContext(received, responder, nanoTime);
    inside.add(context);
    responder.onAbandoned(reason -> onAbandoned(context, reason));
    if (!gates.offer(() -> letIn(context))) {
      endLater(context, ResultCode.SHUTTING_DOWN, "the laptop is shutting down; try again shortly");
    }
  }

  /** Requests inside the relay now. */
  public int open() {
    return door.inside();
  }

  private void letIn(RelayContext context) {
    Routes.Route route = routes.of(context.opcode());
    try {
      if (context.abandoned() != null) {
        throw new RelayFailure(ResultCode.CANCELLED, "cancelled before the work began");
      }
      gate.pass(context, route.work().isPresent());
      start(context, route);
    } catch (RelayFailure e) {
      ending.fail(context, e);
    } catch (RuntimeException | Error e) {
      LOG.error("a fault of this program: {}", Details.place(e));
      ending.fail(
          context,
          new RelayFailure(ResultCode.INTERNAL, "a fault of the laptop daemon; its log has more"));
    } finally {
      forgetIfEnded(context);
    }
  }

  private void start(RelayContext context, Routes.Route route) throws RelayFailure {
    Work work =
        route.work().orElseThrow(() -> new IllegalStateException("the gate lets none in without"));
    Job job = new Job(context, work, ending, () -> inside.remove(context));
    context.waitsAs(job);
    if (!workers(route.pool()).offer(job)) {
      throw new RelayFailure(
          closing ? ResultCode.SHUTTING_DOWN : ResultCode.TOO_MANY_CONCURRENT,
          closing
              ? "the laptop is shutting down; try again shortly"
              : "the laptop has as much to do as it can hold; try again shortly");
    }
    if (context.abandoned() != null) {
      withdraw(context);
    }
  }

  private void onAbandoned(RelayContext context, org.officeos.session.SessionException.Reason why) {
    context.abandon(why);
    withdraw(context);
  }

  /** Takes a request out of the queue at once, so that its place and its permit are free again. */
  private void withdraw(RelayContext context) {
    Job job = context.waiting();
    if (job != null && workers(routes.of(context.opcode()).pool()).withdraw(job)) {
      endLater(context, ResultCode.CANCELLED, "cancelled before the work began");
    }
  }

  /** Ends a request on a thread that may block. */
  private void endLater(RelayContext context, ResultCode result, String detail) {
    Runnable end =
        () -> {
          ending.fail(context, new RelayFailure(result, detail));
          inside.remove(context);
        };
    if (!enders.offer(end)) {
      end.run();
    }
  }

  private void forgetIfEnded(RelayContext context) {
    if (context.ended()) {
      inside.remove(context);
    }
  }

  private Workers workers(Routes.Pool pool) {
    return switch (pool) {
      case IMAGE -> imageWorkers;
      case TEXT -> textWorkers;
    };
  }

  private static void refuseHere(Responder responder, ResultCode result, String detail) {
    responder.complete(Response.of(result).with(Meta.DETAIL, detail));
  }

  /** Writes down the echoes that were counted since the last time. Blocks on the disk. */
  public void writeTally() {
    tally
        .drain()
        .forEach(
            (id, count) -> {
              try {
                usage.add(id, Opcode.ECHO, count, 0);
              } catch (AuditException e) {
                LOG.warn("{} echoes could not be counted: {}", count, e.getMessage());
              }
            });
  }

  /**
   * Takes nothing new, lets running work end within the grace, stops what is left, and returns when
   * every request has its answer.
   */
  @Override
  public void close() {
    closing = true;
    RelayShutdown.run(settings.grace(), gates, imageWorkers, textWorkers, inside, enders);
    writeTally();
  }
}
