package org.officeos.wpa.formation;

import java.util.List;
import java.util.Optional;
import org.officeos.hal.p2p.P2pReason;

/**
 * What one event led to.
 *
 * @param next the machine afterwards
 * @param commands what to ask of the supplicant, in this order
 * @param outcome how the request under way ended, or which group came by itself
 * @param refusal why a request was not taken at all; it then has no outcome
 */
public record Step(
    Formation next,
    List<Command> commands,
    Optional<Outcome> outcome,
    Optional<P2pReason> refusal) {

  /** Copies. */
  public Step {
    commands = List.copyOf(commands);
  }

  static Step to(Formation next, Command... commands) {
    return new Step(next, List.of(commands), Optional.empty(), Optional.empty());
  }

  static Step refused(Formation unchanged, P2pReason reason) {
    return new Step(unchanged, List.of(), Optional.empty(), Optional.of(reason));
  }

  static Step ended(Formation next, Outcome outcome, Command... commands) {
    return new Step(next, List.of(commands), Optional.of(outcome), Optional.empty());
  }
}
