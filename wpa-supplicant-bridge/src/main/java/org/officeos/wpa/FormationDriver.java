package org.officeos.wpa;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.P2pState;
import org.officeos.wpa.dbus.SupplicantRadio;
import org.officeos.wpa.formation.Command;
import org.officeos.wpa.formation.Formation;
import org.officeos.wpa.formation.FormationEvent;
import org.officeos.wpa.formation.Outcome;
import org.officeos.wpa.formation.PhaseTimer;
import org.officeos.wpa.formation.Step;
import org.officeos.wpa.formation.Timings;

/** Drives the formation machine: carries its commands out, and tells how requests ended. */
final class FormationDriver {

  private static final Logger LOG = System.getLogger(FormationDriver.class.getName());

  /** A request that somebody waits for, and what to tell them when it was taken. */
  record Asked<T>(CompletableFuture<T> future, @Nullable T value) {
    void taken() {
      future.complete(value);
    }

    void refuse(P2pException why) {
      future.completeExceptionally(why);
    }
  }

  private final Actor actor;
  private final Board board;
  private final GroupTable groups;
  private final ArrayDeque<FormationEvent> waiting = new ArrayDeque<>();
  private Formation machine;
  private Optional<SupplicantRadio> radio = Optional.empty();
  private @Nullable Asked<?> asked;
  private @Nullable Future<?> timer;
  private long armed = -1;
  private boolean running;

  FormationDriver(Actor actor, Board board, GroupTable groups, Timings timings) {
    this.actor = actor;
    this.board = board;
    this.groups = groups;
    this.machine = Formation.idle(timings);
  }

  void use(Optional<SupplicantRadio> other) {
    radio = other;
  }

  boolean isBusy() {
    return machine.phase().isUnderWay();
  }

  /** A request; the future ends when the supplicant took it, or with why it did not. */
  void request(FormationEvent event, Asked<?> request) {
    Step first = machine.on(event, actor.nanos());
    if (first.refusal().isPresent()) {
      request.refuse(new P2pException(first.refusal().get()));
      return;
    }
    asked = request;
    feed(event);
  }

  /** An event, and all that follows from it at once. */
  void feed(FormationEvent event) {
    waiting.add(event);
    if (running) {
      return;
    }
    running = true;
    try {
      for (FormationEvent next = waiting.poll(); next != null; next = waiting.poll()) {
        advance(next);
      }
    } finally {
      running = false;
    }
    if (asked != null) {
      asked.taken();
      asked = null;
    }
    arm();
    showState();
  }

  private void advance(FormationEvent event) {
    Step step = machine.on(event, actor.nanos());
    LOG.log(Level.DEBUG, () -> event + " -> " + step.next().phase() + " " + step.commands());
    machine = step.next();
    step.commands().forEach(this::carryOut);
    step.outcome().ifPresent(this::ended);
  }

  private void ended(Outcome outcome) {
    if (outcome instanceof Outcome.Started started) {
      groups.announced(started.group().interfaceName());
      board.foresee(state());
      board.started(started.group());
    } else if (outcome instanceof Outcome.Failed failed) {
      if (asked != null) {
        asked.refuse(new P2pException(failed.reason(), failed.detail()));
        asked = null;
      } else {
        if (radio.isPresent()) {
          board.foresee(state());
        }
        board.emit(new P2pEvent.FormationFailed(failed.reason(), failed.detail()));
      }
    }
  }

  private void carryOut(Command command) {
    try {
      carryOut(command, radio.orElseThrow(() -> new P2pException(P2pReason.SUPPLICANT_LOST)));
      if (command instanceof Command.Answered asked) {
        waiting.add(new FormationEvent.Accepted(asked.sequence()));
      }
    } catch (P2pException e) {
      LOG.log(Level.DEBUG, () -> command + " was refused: " + e.getMessage());
      if (command instanceof Command.Answered asked) {
        String detail = String.valueOf(e.getMessage());
        waiting.add(new FormationEvent.Refused(asked.sequence(), e.reason(), detail));
      }
    }
  }

  private void carryOut(Command command, SupplicantRadio to) throws P2pException {
    if (command instanceof Command.Connect connect) {
      to.connect(connect.request());
    } else if (command instanceof Command.Invite invite) {
      to.invite(invite.persistentGroup(), invite.peer());
    } else if (command instanceof Command.AddGroup add) {
      to.addGroup(add.config());
    } else if (command instanceof Command.AddRemembered add) {
      to.addRemembered(add.persistentGroup(), add.where());
    } else if (command instanceof Command.Find find) {
      to.find(new FindRequest(FindRequest.Kind.FULL, Frequency.ANY, find.timeout()));
    } else if (command instanceof Command.StopFind) {
      to.stopFind();
    } else if (command instanceof Command.Cancel) {
      to.cancel();
    } else if (command instanceof Command.Forget forget) {
      to.forget(forget.persistentGroup());
    } else if (command instanceof Command.UseGroupInterface use) {
      to.useGroupInterface(use.own());
    } else if (command instanceof Command.RemoveGroup remove) {
      Optional<GroupTable.Entry> entry = groups.named(remove.interfaceName());
      if (entry.isPresent()) {
        to.disconnect(entry.get().interfacePath());
      }
    }
  }

  private void arm() {
    long wanted = machine.phase().timer().map(PhaseTimer::sequence).orElse(-1L);
    if (wanted == armed) {
      return;
    }
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
    armed = wanted;
    if (machine.phase().timer().isPresent()) {
      PhaseTimer due = machine.phase().timer().get();
      Duration wait = Duration.ofNanos(Math.max(0, due.dueNanos() - actor.nanos()));
      timer = actor.later(wait, () -> feed(new FormationEvent.TimerDue(due.sequence())));
    }
  }

  /** Shows the state that follows from the phase, while the supplicant is there. */
  void showState() {
    if (radio.isPresent()) {
      board.turn(state(), Optional.empty());
    }
  }

  private P2pState state() {
    if (isBusy()) {
      return P2pState.GROUP_CREATING;
    }
    return machine.groups().isEmpty() ? P2pState.INACTIVE : P2pState.GROUP_CREATED;
  }
}
