package org.officeos.wpa;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pGroup;

/** Groups with what the supplicant calls them, those that nobody was told of included. */
final class GroupTable {

  /**
   * One group; {@code members} changes.
   *
   * @param ours whether it was made through this object
   */
  record Entry(
      P2pGroup group,
      String interfacePath,
      String groupPath,
      boolean ours,
      boolean announced,
      Set<MacAddress> members) {}

  private final List<Entry> entries = new ArrayList<>();

  void add(P2pGroup group, String interfacePath, String groupPath, boolean ours) {
    entries.removeIf(e -> e.interfacePath().equals(interfacePath));
    entries.add(new Entry(group, interfacePath, groupPath, ours, false, new HashSet<>()));
  }

  void announced(String interfaceName) {
    entries.replaceAll(
        e ->
            e.group().interfaceName().equals(interfaceName)
                ? new Entry(
                    e.group(), e.interfacePath(), e.groupPath(), e.ours(), true, e.members())
                : e);
  }

  Optional<Entry> named(String interfaceName) {
    return find(e -> e.group().interfaceName().equals(interfaceName));
  }

  Optional<Entry> ofInterface(String interfacePath) {
    return find(e -> e.interfacePath().equals(interfacePath));
  }

  Optional<Entry> ofGroup(String groupPath) {
    return find(e -> e.groupPath().equals(groupPath));
  }

  void remove(Entry entry) {
    entries.remove(entry);
  }

  List<Entry> all() {
    return List.copyOf(entries);
  }

  private Optional<Entry> find(Predicate<Entry> which) {
    return entries.stream().filter(which).findFirst();
  }
}
