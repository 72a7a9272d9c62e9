package org.officeos.laptop.radio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.officeos.hal.p2p.MacAddress;

/**
 * Who is to be sent out of the group, and when: not before the last word was said to them. Times
 * are nanoseconds of one monotonic clock.
 */
final class Dismissal {

  /**
   * A session's goodbye may take this long (the session waits 2 s for a peer that reads no more).
   */
  static final Duration LAST_WORD = Duration.ofMillis(2500);

  private final Set<MacAddress> stations = new LinkedHashSet<>();
  private final Set<MacAddress> clients = new LinkedHashSet<>();
  private boolean group;
  private boolean pending;
  private long at;

  /**
   * One of those who were paired.
   *
   * @param station by the address of their interface, where that is known
   * @param whole whether the group is to end for all
   */
  void ofStation(Optional<MacAddress> station, boolean whole, long now) {
    station.ifPresent(stations::add);
    begin(whole, now);
  }

  /** Those who were not, by their P2P Device Addresses. */
  void ofClients(Set<MacAddress> others, boolean whole, long now) {
    clients.addAll(others);
    begin(whole, now);
  }

  private void begin(boolean whole, long now) {
    group |= whole;
    pending = group || !stations.isEmpty() || !clients.isEmpty();
    at = now + LAST_WORD.toNanos();
  }

  /** When it is time. */
  OptionalLong due() {
    return pending ? OptionalLong.of(at) : OptionalLong.empty();
  }

  boolean isDue(long now) {
    return pending && now - at >= 0;
  }

  /** Whether the group is to end for all. */
  boolean endsGroup() {
    return group;
  }

  /** What has them go from the group of that interface. */
  List<Move> moves(String interfaceName) {
    List<Move> moves = new ArrayList<>();
    clients.forEach(each -> moves.add(new Move.RemoveClient(interfaceName, each)));
    stations.forEach(each -> moves.add(new Move.RemoveStation(interfaceName, each)));
    return moves;
  }

  /** It was done, or the group has gone. */
  void clear() {
    stations.clear();
    clients.clear();
    group = false;
    pending = false;
  }
}
