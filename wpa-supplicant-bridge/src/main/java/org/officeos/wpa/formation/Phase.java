package org.officeos.wpa.formation;

import java.util.Optional;

/**
 * Where a formation stands; a type for each, so that what a phase does not have cannot be asked.
 */
public sealed interface Phase {

  /** When this phase has lasted too long; empty where nothing is waited for. */
  default Optional<PhaseTimer> timer() {
    return Optional.empty();
  }

  /** Whether a request is under way. */
  default boolean isUnderWay() {
    return true;
  }

  /** A phase that lasts only so long. */
  sealed interface Timed extends Phase {

    /** When it has lasted too long. */
    PhaseTimer due();

    @Override
    default Optional<PhaseTimer> timer() {
      return Optional.of(due());
    }
  }

  /** No group, no request. */
  record Idle() implements Phase {
    @Override
    public boolean isUnderWay() {
      return false;
    }
  }

  /** The peer was not heard yet, and is searched for. */
  record Searching(Goal.Connection goal, PhaseTimer due) implements Timed {}

  /**
   * A new group is being agreed on with the peer: provision discovery and GO negotiation.
   *
   * @param attempts how often the supplicant was asked without taking it; 0 when it took it before,
   *     and the peer is asked again
   * @param endNanos when no agreement is hoped for any more
   */
  record Negotiating(Goal.Connection goal, int attempts, long endNanos, PhaseTimer due)
      implements Timed {}

  /**
   * The group that the peer owns is being joined.
   *
   * @param attempts how often the supplicant was asked
   */
  record Joining(Goal.Connection goal, int attempts, PhaseTimer due) implements Timed {}

  /** It is begun anew when the timer is due: after a refusal without a reason, or lost frames. */
  record Pausing(Goal.Connection goal, int attempts, PhaseTimer due) implements Timed {}

  /** The peer was asked to bring a remembered group back. */
  record Inviting(Goal.Return goal, PhaseTimer due) implements Timed {}

  /**
   * A group of our own is being made, without negotiating.
   *
   * @param goal a {@link Goal.Creation} or a {@link Goal.OwnReturn}
   * @param attempts how often the supplicant was asked
   */
  record Creating(Goal goal, int attempts, PhaseTimer due) implements Timed {}

  /**
   * The group that its owner has standing is looked for and gone into by the remembered key; the
   * interface for it waits already.
   *
   * @param attempts how often the supplicant was asked
   */
  record Returning(Goal.ClientReturn goal, int attempts, PhaseTimer due) implements Timed {}

  /**
   * Both agreed; provisioning and the handshake of the group go on.
   *
   * @param goal what to begin anew when it comes to nothing without a reason; empty after an
   *     invitation
   */
  record Forming(Optional<Goal.Connection> goal, PhaseTimer due) implements Timed {}

  /** At least one group stands, and no request is under way. */
  record Standing() implements Phase {
    @Override
    public boolean isUnderWay() {
      return false;
    }
  }

  /**
   * The request is being taken back; a group that was already on its way is waited for and removed.
   *
   * @param end how the request will have ended
   */
  record Cancelling(Outcome.Failed end, PhaseTimer due) implements Timed {}
}
