package org.officeos.hal.p2p.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.Passphrase;
import org.officeos.hal.p2p.PersistentGroup;

/**
 * What one supplicant remembers, and what its file says. As in wpa_supplicant the file is written
 * when a group is stored, not when one is taken out of memory; a supplicant that is started again
 * knows what its file says. One that was made worthless is not written any more.
 */
public final class RememberedGroups {

  record Remembered(String ssid, Passphrase passphrase, MacAddress owner, P2pGroup.Role role) {}

  /** The key of every group that a simulated owner names itself. */
  static final Passphrase MADE_UP = madeUp();

  private final Map<Integer, Remembered> memory = new LinkedHashMap<>();
  private final Map<Integer, MacAddress> worthless = new LinkedHashMap<>();
  private List<Remembered> file = List.of();

  RememberedGroups() {}

  private static Passphrase madeUp() {
    try {
      return Passphrase.of("made-up-key");
    } catch (P2pException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A group of our own. */
  static Remembered own(String ssid, Passphrase passphrase) {
    return new Remembered(ssid, passphrase, MacAddress.ZERO, P2pGroup.Role.GROUP_OWNER);
  }

  int keep(Remembered group) {
    for (Map.Entry<Integer, Remembered> entry : memory.entrySet()) {
      if (entry.getValue().ssid().equals(group.ssid()) && !worthless.containsKey(entry.getKey())) {
        memory.put(entry.getKey(), group);
        write();
        return entry.getKey();
      }
    }
    int id = memory.keySet().stream().mapToInt(i -> i + 1).max().orElse(0);
    memory.put(id, group);
    write();
    return id;
  }

  Remembered find(int id) throws P2pException {
    Remembered group = memory.get(id);
    if (group == null) {
      throw new P2pException(P2pReason.UNKNOWN_PERSISTENT_GROUP);
    }
    return group;
  }

  Optional<Remembered> called(String ssid) {
    return memory.values().stream().filter(r -> r.ssid().equals(ssid)).findFirst();
  }

  /** All in memory. */
  public List<PersistentGroup> list() {
    List<PersistentGroup> all = new ArrayList<>();
    memory.forEach((id, r) -> all.add(new PersistentGroup(id, r.ssid(), r.owner(), r.role())));
    return all;
  }

  /** Takes one out of memory; {@code UNKNOWN_PERSISTENT_GROUP}. */
  public void remove(int id) throws P2pException {
    find(id);
    memory.remove(id);
    worthless.remove(id);
  }

  /** Takes one out of memory and of the file. */
  public void forget(int id) throws P2pException {
    remove(id);
    write();
  }

  /** Makes one worthless: its key is another, and {@code station} is the one that has its own. */
  public void spoil(int id, MacAddress station) throws P2pException {
    find(id);
    worthless.put(id, station);
  }

  /** A station with a key of its own is taken out of every group; writes where there was one. */
  public void removeStation(MacAddress station) {
    if (worthless.containsValue(station)) {
      write();
    }
  }

  /** The names in the file. */
  public List<String> inFile() {
    return file.stream().map(Remembered::ssid).toList();
  }

  /** The supplicant was started again. */
  public void readFile() {
    memory.clear();
    worthless.clear();
    file.forEach(each -> memory.put(memory.size(), each));
  }

  private void write() {
    file =
        memory.entrySet().stream()
            .filter(entry -> !worthless.containsKey(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList();
  }
}
