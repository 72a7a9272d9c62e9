package org.officeos.laptop.radio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.PersistentGroup;

/**
 * Keeps one persistent group of this laptop's own standing. One that the supplicant remembers is
 * brought back by its number; one that it forgot is made again with the same name and key; without
 * either, a new one is made. Groups of other programs are left alone: ours is known by its SSID, a
 * new one by the end of its name.
 *
 * <p>Every call returns what to do next, in order. Times are nanoseconds of one monotonic clock.
 * One thread at a time.
 */
final class GroupKeeper {

  /** How long naming the device and asking may take: three answers of at most 10 s each. */
  static final Duration LOOK_UP_LIMIT = Duration.ofSeconds(40);

  /** How long a group may take; the bridge gives one up after 20 s, and may ask twice. */
  static final Duration MAKE_LIMIT = Duration.ofSeconds(60);

  /** While it stands: whether another interface came into its network. */
  static final Duration CHECK_EVERY = Duration.ofSeconds(30);

  /** A group that stood this long was no failure, however it ended. */
  static final Duration STEADY = Duration.ofMinutes(1);

  /** Reasons that nobody tells the end of: only looking again shows it. */
  private static final Set<P2pReason> SILENT =
      EnumSet.of(
          P2pReason.NO_RADIO,
          P2pReason.BUS_DENIED,
          P2pReason.DRIVER_WITHOUT_P2P,
          P2pReason.SUPPLICANT_FAULT,
          P2pReason.SUPPLICANT_WITHOUT_P2P,
          P2pReason.SUPPLICANT_TOO_OLD);

  private final Attempt attempt;
  private final String ending;
  private final Backoff backoff = new Backoff();
  private final Set<MacAddress> clients = new HashSet<>();
  private RadioPhase phase = RadioPhase.OFF;
  private final Dismissal dismissal = new Dismissal();
  private final Admission admission = new Admission();
  private KeptGroups kept;
  private @Nullable P2pGroup group;
  private @Nullable Trouble trouble;
  private boolean radioHere;
  private long deadline;
  private long stoodSince;
  private long round;

  /**
   * A keeper.
   *
   * @param kept what is remembered of the last groups
   * @param ending how the name of a new group of ours ends
   */
  GroupKeeper(KeptGroups kept, Channels channels, String ending) {
    this.kept = kept;
    this.attempt = new Attempt(channels);
    this.ending = ending;
  }

  RadioPhase phase() {
    return phase;
  }

  /** Changes with every question; an answer to an older one is to be thrown away. */
  long round() {
    return round;
  }

  /** Why the group does not stand; empty while nothing is in the way. */
  Optional<Trouble> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** The group, from the moment it was announced. */
  Optional<P2pGroup> group() {
    return Optional.ofNullable(group);
  }

  /** How many are in it. */
  int clients() {
    return clients.size();
  }

  /** When {@link #onTime} is due; empty where only an event can move it on. */
  OptionalLong due() {
    return switch (phase) {
      case OFF -> OptionalLong.empty();
      case LOOKING_UP, MAKING, RESTING -> OptionalLong.of(deadline);
      case RADIO_AWAY -> endsSilently() ? OptionalLong.of(deadline) : OptionalLong.empty();
      case STANDING -> OptionalLong.of(standingDue());
    };
  }

  private long standingDue() {
    long due = admission.orEarlier(deadline);
    long sendAway = dismissal.due().orElse(due);
    return sendAway - due < 0 ? sendAway : due;
  }

  private boolean endsSilently() {
    return trouble().flatMap(Trouble::onTheAir).filter(SILENT::contains).isPresent();
  }

  /** The group is wanted from now on. */
  List<Move> start(long now) {
    if (phase != RadioPhase.OFF) {
      return List.of();
    }
    deadline = now + backoff.next().toNanos();
    return radioHere ? lookUp(now) : enter(RadioPhase.RADIO_AWAY);
  }

  /** It is wanted no more. */
  List<Move> stop() {
    List<Move> moves = new ArrayList<>();
    if (phase == RadioPhase.MAKING && group == null) {
      moves.add(new Move.Cancel());
    }
    moves.addAll(endGroup());
    trouble = null;
    moves.addAll(enter(RadioPhase.OFF));
    return moves;
  }

  /** A person opened or closed the pairing window; one who waits is not kept by a rest. */
  List<Move> onPairing(boolean open, long now) {
    if (open) {
      admission.open();
    } else {
      admission.close();
    }
    List<Move> moves = new ArrayList<>();
    if (open && dismissal.endsGroup()) {
      // Nobody shall come into a group that is about to end.
      moves.addAll(sendAway(now));
    }
    if (open && phase == RadioPhase.RESTING) {
      backoff.reset();
      moves.addAll(lookUp(now));
      return moves;
    }
    if (open && phase == RadioPhase.RADIO_AWAY) {
      deadline = now;
    }
    P2pGroup ours = group;
    return !open && phase == RadioPhase.STANDING && ours != null
        ? List.of(new Move.CancelAdmission(ours.interfaceName()))
        : press(now);
  }

  /**
   * The pairing window was closed; what came of it.
   *
   * @param paired whether somebody was paired: then of two that came in by the button one was not
   * @param alone whether nobody is paired now who would have to be let in again
   */
  List<Move> onPairingEnded(boolean paired, boolean alone, long now) {
    List<Move> moves = new ArrayList<>(onPairing(false, now));
    Set<MacAddress> came = admission.settle();
    if (came.size() > (paired ? 1 : 0)) {
      moves.addAll(onSpent());
      if (!paired && phase == RadioPhase.STANDING) {
        dismissal.ofClients(came, alone, now);
      }
    }
    return moves;
  }

  /**
   * Somebody has the group's key who shall not have it any more: the next group is a new one. The
   * one that stands goes on for those who are in it.
   */
  List<Move> onSpent() {
    if (kept.own().isEmpty()) {
      return List.of();
    }
    kept = kept.ending();
    return List.of(new Move.Remember(kept));
  }

  /**
   * A handheld was revoked: it is sent out as soon as it was told.
   *
   * @param station the address of its interface in the group, where that is known
   * @param alone whether nobody else is paired: then the group ends at once
   */
  List<Move> onRevoked(Optional<MacAddress> station, boolean alone, long now) {
    List<Move> moves = new ArrayList<>(onSpent());
    if (phase == RadioPhase.STANDING) {
      dismissal.ofStation(station, alone, now);
    } else if (phase == RadioPhase.MAKING) {
      if (group == null) {
        moves.add(new Move.Cancel());
      }
      moves.addAll(rest(Optional.empty(), now));
    }
    return moves;
  }

  /** {@link Move.Forget} was done, and saved. */
  List<Move> onForgotten(String ssid) {
    if (!kept.isSpent(ssid)) {
      return List.of();
    }
    kept = kept.forgotten(ssid);
    return List.of(new Move.Remember(kept));
  }

  /**
   * The answer to {@link Move.LookUp}.
   *
   * @param remembered by the supplicant
   * @param standing groups that it has now
   */
  List<Move> onFound(List<PersistentGroup> remembered, List<P2pGroup> standing, long now) {
    if (phase != RadioPhase.LOOKING_UP) {
      return List.of();
    }
    List<Move> moves = new ArrayList<>();
    // One that was left standing hands out addresses of which nothing is known any more.
    standing.stream().filter(g -> isKnown(g) || isSpent(g)).forEach(g -> moves.add(remove(g)));
    List<PersistentGroup> owned =
        remembered.stream().filter(g -> g.role() == P2pGroup.Role.GROUP_OWNER).toList();
    owned.stream()
        .filter(g -> kept.isSpent(g.ssid()))
        .forEach(g -> moves.add(new Move.Forget(g.id(), g.ssid())));
    Optional<PersistentGroup> ours =
        owned.stream()
            .filter(g -> kept.isOwn(g.ssid()))
            .max(Comparator.comparingInt(PersistentGroup::id));
    moves.addAll(make(attempt.begin(ours, kept.own()), now));
    return moves;
  }

  private List<Move> make(Move move, long now) {
    round++;
    deadline = now + MAKE_LIMIT.toNanos();
    return enter(RadioPhase.MAKING, move);
  }

  /** {@link Move.Serve} was done: handhelds can connect. */
  List<Move> onServing(long now) {
    if (phase != RadioPhase.MAKING || group == null) {
      return List.of();
    }
    phase = RadioPhase.STANDING;
    trouble = attempt.elsewhere(group.frequency()).orElse(null);
    stoodSince = now;
    deadline = now + CHECK_EVERY.toNanos();
    return press(now);
  }

  /** A move was refused, or came to nothing. */
  List<Move> onRefused(Trouble why, long now) {
    Optional<Move> other =
        phase == RadioPhase.MAKING && group == null
            ? why.onTheAir().flatMap(attempt::afterRefusal)
            : Optional.empty();
    if (other.isPresent()) {
      return make(other.get(), now);
    }
    return switch (phase) {
      case LOOKING_UP, MAKING -> rest(Optional.of(why), now);
      case OFF, RADIO_AWAY, STANDING, RESTING -> List.of();
    };
  }

  /** {@link Move.Admit} was refused. */
  List<Move> onNotAdmitted(long now) {
    admission.onRefused(now);
    return List.of();
  }

  /** {@link Move.Check} found another interface in the group's network: it moves to another. */
  List<Move> onTaken(Trouble why, long now) {
    return phase == RadioPhase.STANDING ? rest(Optional.of(why), now) : List.of();
  }

  /** The time that {@link #due()} told has come. */
  List<Move> onTime(long now) {
    if (due().isEmpty() || now - due().getAsLong() < 0) {
      return List.of();
    }
    return switch (phase) {
      case OFF -> List.of();
      case RESTING -> lookUp(now);
      case LOOKING_UP -> rest(Optional.of(Trouble.of(P2pReason.SUPPLICANT_FAULT)), now);
      case MAKING -> {
        List<Move> moves = new ArrayList<>(List.of(new Move.Cancel()));
        moves.addAll(rest(Optional.of(Trouble.of(P2pReason.FORMATION_TIMED_OUT)), now));
        yield moves;
      }
      case STANDING -> {
        if (dismissal.isDue(now)) {
          yield sendAway(now);
        }
        if (now - deadline < 0) {
          yield press(now);
        }
        deadline = now + CHECK_EVERY.toNanos();
        yield List.of(new Move.Check());
      }
      case RADIO_AWAY -> {
        deadline = now + backoff.next().toNanos();
        yield List.of(new Move.Reopen());
      }
    };
  }

  private List<Move> sendAway(long now) {
    P2pGroup ours = group;
    boolean all = dismissal.endsGroup();
    List<Move> moves = ours == null || all ? List.of() : dismissal.moves(ours.interfaceName());
    dismissal.clear();
    return all ? rest(Optional.empty(), now) : moves;
  }

  /** Something happened on the air. */
  List<Move> onEvent(P2pEvent event, long now) {
    admission.onEvent(event);
    if (event instanceof P2pEvent.StateChanged changed) {
      return onState(changed, now);
    }
    if (event instanceof P2pEvent.GroupStarted started) {
      return onStarted(started.group());
    }
    if (event instanceof P2pEvent.FormationFailed failed && group == null) {
      boolean ours = phase == RadioPhase.MAKING;
      return ours ? onRefused(Trouble.of(failed.reason()), now) : List.of();
    }
    if (event instanceof P2pEvent.GroupRemoved removed && isOurs(removed.interfaceName())) {
      return onRemoved(now);
    }
    if (event instanceof P2pEvent.ClientJoined joined && isOurs(joined.interfaceName())) {
      clients.add(joined.client());
    } else if (event instanceof P2pEvent.ClientLeft left && isOurs(left.interfaceName())) {
      clients.remove(left.client());
      // A press lets one in: the next attempt of the same window wants another.
      return press(now);
    }
    return List.of();
  }

  private List<Move> onState(P2pEvent.StateChanged changed, long now) {
    radioHere =
        switch (changed.state()) {
          case UNSUPPORTED, DISABLED -> false;
          case INACTIVE, GROUP_CREATING, GROUP_CREATED -> true;
        };
    if (phase == RadioPhase.OFF) {
      return List.of();
    }
    if (!radioHere) {
      trouble = Trouble.of(changed.reason().orElse(P2pReason.RADIO_LOST));
      if (phase != RadioPhase.RADIO_AWAY) {
        backoff.reset();
        deadline = now + backoff.next().toNanos();
      }
      boolean serving = group != null;
      forgetGroup();
      return serving
          ? enter(RadioPhase.RADIO_AWAY, new Move.StopServing())
          : enter(RadioPhase.RADIO_AWAY);
    }
    if (phase != RadioPhase.RADIO_AWAY) {
      return List.of();
    }
    backoff.reset();
    return lookUp(now);
  }

  private List<Move> onStarted(P2pGroup started) {
    boolean wanted = phase == RadioPhase.MAKING && group == null;
    boolean fresh = wanted && attempt.isFresh();
    if (isSpent(started) && !isOurs(started.interfaceName())) {
      return List.of(remove(started));
    }
    boolean ours = fresh ? started.isOwner() && started.ssid().endsWith(ending) : isKnown(started);
    if (!ours) {
      return List.of();
    }
    if (!wanted) {
      return isOurs(started.interfaceName()) ? List.of() : List.of(remove(started));
    }
    group = started;
    List<Move> moves = new ArrayList<>();
    if (!kept.own().equals(Optional.of(OwnGroup.of(started)))) {
      kept = kept.with(OwnGroup.of(started));
      moves.add(new Move.Remember(kept));
    }
    moves.add(new Move.KeepWhenEmpty(started.interfaceName()));
    moves.add(new Move.Serve(started));
    return moves;
  }

  private List<Move> onRemoved(long now) {
    forgetGroup();
    if (phase == RadioPhase.STANDING && now - stoodSince >= STEADY.toNanos()) {
      backoff.reset();
    }
    List<Move> moves = new ArrayList<>(List.of(new Move.StopServing()));
    moves.addAll(rest(Optional.empty(), now));
    return moves;
  }

  private boolean isKnown(P2pGroup other) {
    return other.isOwner() && kept.isOwn(other.ssid());
  }

  private boolean isSpent(P2pGroup other) {
    return other.isOwner() && kept.isSpent(other.ssid());
  }

  private boolean isOurs(String interfaceName) {
    return group != null && group.interfaceName().equals(interfaceName);
  }

  private List<Move> press(long now) {
    return phase == RadioPhase.STANDING && group != null
        ? admission.press(group.interfaceName(), now)
        : List.of();
  }

  private List<Move> lookUp(long now) {
    round++;
    deadline = now + LOOK_UP_LIMIT.toNanos();
    return enter(RadioPhase.LOOKING_UP, new Move.LookUp());
  }

  private List<Move> rest(Optional<Trouble> why, long now) {
    round++;
    why.ifPresent(other -> trouble = other);
    List<Move> moves = new ArrayList<>(endGroup());
    deadline = now + backoff.next().toNanos();
    moves.addAll(enter(RadioPhase.RESTING));
    return moves;
  }

  /** A group that cannot be served is worse than none: handhelds would come for nothing. */
  private List<Move> endGroup() {
    P2pGroup standing = group;
    forgetGroup();
    return standing == null ? List.of() : List.of(new Move.StopServing(), remove(standing));
  }

  private void forgetGroup() {
    group = null;
    clients.clear();
    dismissal.clear();
  }

  private static Move remove(P2pGroup standing) {
    return new Move.Remove(standing.interfaceName());
  }

  private List<Move> enter(RadioPhase next, Move... moves) {
    phase = next;
    return List.of(moves);
  }
}
