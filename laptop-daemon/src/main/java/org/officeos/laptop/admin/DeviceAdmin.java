package org.officeos.laptop.admin;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.officeos.laptop.admin.AdminException.Reason;
import org.officeos.laptop.audit.DailyUse;
import org.officeos.laptop.permission.PermissionPolicy;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.crypto.PeerIdentity;
import org.officeos.session.relationship.EndedPeer;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.StoreException;

/** Lists, permits and revokes, beside a running daemon or without one. Blocks on the disk. */
public final class DeviceAdmin {

  private static final Pattern ID_START = Pattern.compile("[0-9a-f]{4,32}");

  private final RelationshipStore store;
  private final InstantSource clock;
  private final DeviceChanges changes;

  /** An administrator of one store. */
  public DeviceAdmin(RelationshipStore store, InstantSource clock, DeviceChanges changes) {
    this.store = store;
    this.clock = clock;
    this.changes = changes;
  }

  /**
   * All paired devices.
   *
   * @param use today's counters
   * @param sessions how many sessions a device has open
   */
  public List<DeviceView> list(
      Map<RelationshipId, DailyUse> use, ToIntFunction<RelationshipId> sessions)
      throws AdminException {
    List<DeviceView> views = new ArrayList<>();
    for (Relationship device : relationships()) {
      Optional<DailyUse> today = Optional.ofNullable(use.get(device.id()));
      views.add(
          new DeviceView(
              device.id(),
              device.peerName(),
              device.pairedAt(),
              device.expires(),
              device.grants(),
              sessions.applyAsInt(device.id()),
              today.flatMap(DailyUse::lastSeen),
              today.map(DailyUse::requests).orElse(0L),
              today.map(DailyUse::refused).orElse(0L)));
    }
    return views;
  }

  /** The one device whose id starts so. */
  public Relationship find(String idStart) throws AdminException {
    String start = idStart.toLowerCase(Locale.ROOT);
    if (!ID_START.matcher(start).matches()) {
      throw new AdminException(
          Reason.NOT_AN_ID,
          "a device is named by the first 4 or more hexadecimal digits of its id; see:"
              + " officeos-laptop devices");
    }
    List<Relationship> found =
        relationships().stream()
            .filter(device -> device.id().toString().startsWith(start))
            .toList();
    if (found.isEmpty()) {
      throw new AdminException(
          Reason.UNKNOWN_DEVICE,
          "no paired device's id starts with " + start + "; see: officeos-laptop devices");
    }
    if (found.size() > 1) {
      throw new AdminException(
          Reason.AMBIGUOUS_DEVICE,
          found.size() + " devices' ids start with " + start + "; give more digits");
    }
    return found.get(0);
  }

  /** Grants, or takes away, what a device may ask for; holds from its next instruction on. */
  public Relationship permit(String idStart, Set<Opcode> opcodes, boolean deny)
      throws AdminException {
    Relationship device = find(idStart);
    Set<String> words = new TreeSet<>();
    opcodes.forEach(opcode -> words.add(PermissionPolicy.grant(opcode)));
    try {
      Relationship changed =
          store.update(
              device.id(),
              current -> {
                TreeSet<String> grants = new TreeSet<>(current.grants());
                if (deny) {
                  grants.removeAll(words);
                } else {
                  grants.addAll(words);
                }
                return current.withGrants(grants);
              });
      changes.permitted(changed);
      return changed;
    } catch (StoreException e) {
      throw failed(e);
    }
  }

  /** Ends a relationship now: its secrets are erased, its sessions dropped, its work stopped. */
  public Relationship revoke(String idStart) throws AdminException {
    Relationship device = find(idStart);
    changes.revoking(device.id());
    try {
      store.erase(device.id(), EndedPeer.Why.REVOKED_HERE, clock.instant());
    } catch (StoreException e) {
      throw failed(e);
    }
    changes.revoked(device.id());
    return device;
  }

  /** All relationships in force, in the order of their ids. */
  public List<Relationship> relationships() throws AdminException {
    try {
      return store.all();
    } catch (StoreException e) {
      throw failed(e);
    }
  }

  /** Identities of all devices that are, or ever were, paired here. */
  public Set<PeerIdentity> everPaired() throws AdminException {
    try {
      Set<PeerIdentity> identities = new HashSet<>();
      store.all().forEach(device -> identities.add(device.peer()));
      store.endedPeers().forEach(ended -> identities.add(ended.identity()));
      return identities;
    } catch (StoreException e) {
      throw failed(e);
    }
  }

  private static AdminException failed(StoreException e) {
    return new AdminException(Reason.STORE, String.valueOf(e.getMessage()));
  }
}
