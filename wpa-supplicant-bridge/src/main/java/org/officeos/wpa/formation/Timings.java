package org.officeos.wpa.formation;

import java.time.Duration;

/**
 * How long each phase may last.
 *
 * @param search for a peer that was not heard yet
 * @param ask how often a peer that did not answer yes or no is asked again: the supplicant only
 *     waits for it
 * @param negotiation from asking until both agree; a person may have to press a button there
 * @param join from asking until we are in; the supplicant itself gives up after 60 s
 * @param invitation until the peer answers
 * @param creation until our own group stands
 * @param returning until the owner's standing group is found and gone into; the supplicant itself
 *     gives up after 10 s
 * @param forming from agreement until the group stands; the supplicant gives up after 15 s and what
 *     both asked for on top, 2.55 s at most each
 * @param drain how long a group that was already on its way is waited for after cancelling
 * @param retry the pause before asking again what was refused without a reason
 */
public record Timings(
    Duration search,
    Duration ask,
    Duration negotiation,
    Duration join,
    Duration invitation,
    Duration creation,
    Duration returning,
    Duration forming,
    Duration drain,
    Duration retry) {

  /** Android's {@code GROUP_CREATING_WAIT_TIME_MS} where a person is waited for. */
  public static final Timings USUAL =
      new Timings(
          Duration.ofMinutes(2),
          Duration.ofSeconds(10),
          Duration.ofMinutes(2),
          Duration.ofSeconds(75),
          Duration.ofSeconds(30),
          Duration.ofSeconds(20),
          Duration.ofSeconds(15),
          Duration.ofSeconds(40),
          Duration.ofMillis(250),
          Duration.ofMillis(700));
}
