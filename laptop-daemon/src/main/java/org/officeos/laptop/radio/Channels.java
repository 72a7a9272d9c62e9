package org.officeos.laptop.radio;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.P2pReason;

/**
 * Which channels a new group is asked for, in order: the configured one, then the three social
 * channels 2412, 2437 and 2462 MHz, on which handhelds search first; in the end any, which a radio
 * with one channel at a time answers with that of the laptop's own Wi-Fi connection.
 *
 * @param wish the configured one; empty where the laptop chooses
 * @param order each once, the last one {@link Frequency#ANY}
 */
record Channels(Optional<Frequency> wish, List<Frequency> order) {

  private static final List<Frequency> SOCIAL =
      List.of(new Frequency(2412), new Frequency(2437), new Frequency(2462));
  private static final Set<P2pReason> ABOUT_THE_CHANNEL =
      EnumSet.of(
          P2pReason.CHANNEL_UNAVAILABLE, P2pReason.INVALID_FREQUENCY, P2pReason.NO_COMMON_CHANNEL);

  Channels {
    order = List.copyOf(order);
  }

  /** With that one first. */
  static Channels startingWith(Optional<Frequency> wish) {
    Set<Frequency> all = new LinkedHashSet<>(wish.stream().toList());
    all.addAll(SOCIAL);
    all.remove(Frequency.ANY);
    return new Channels(wish, Stream.concat(all.stream(), Stream.of(Frequency.ANY)).toList());
  }

  /** Where a group that is brought back is asked for first: any, where none is configured. */
  Frequency firstAgain() {
    return wish.orElse(Frequency.ANY);
  }

  Frequency first() {
    return order.get(0);
  }

  /** What is tried when that one was refused; empty after the last. */
  Optional<Frequency> after(Frequency refused) {
    int next = order.indexOf(refused) + 1;
    return next < order.size() ? Optional.of(order.get(next)) : Optional.empty();
  }

  /** Whether another channel may mend it. */
  static boolean mayMend(P2pReason reason) {
    return ABOUT_THE_CHANNEL.contains(reason);
  }
}
