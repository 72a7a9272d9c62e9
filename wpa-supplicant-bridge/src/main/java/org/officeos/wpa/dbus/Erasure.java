package org.officeos.wpa.dbus;

import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pReason;

/**
 * Takes a remembered group's key out of the supplicant's file, before the group itself is taken out
 * of its memory.
 *
 * <p>{@code RemovePersistentGroup} changes memory only, and {@code SaveConfig} writes the
 * configuration of the interface it is called on: where there is a P2P-device, which has no object
 * on the bus and a copy of its own of the same file, that would bring back what the file said when
 * the supplicant started. What does write the right one is {@code RemoveClient}, when it takes a
 * station's own key out of a group that is remembered as ours (hostap, {@code
 * wpas_p2p_remove_client}). So the group is made one of ours with a made-up key, for one made-up
 * station, and of a kind that is never written ({@code key_mgmt=WPS}; {@code wpa_config_write}
 * passes over it), and that station is removed. Nothing is sent on the air. A supplicant that ends
 * in between has lost the key or remembers the group as before; it never remembers half of it.
 *
 * <p>Where the supplicant keeps no file ({@code update_config=0}) nothing is written, nor was.
 */
final class Erasure {

  private static final Set<P2pReason> NOBODY_TO_ASK =
      EnumSet.of(
          P2pReason.UNKNOWN_PERSISTENT_GROUP, P2pReason.SUPPLICANT_LOST, P2pReason.RADIO_LOST);
  private static final int GROUP_OWNER_MODE = 3;
  private static final int KEY = 32;
  private static final int GROUP_BIT = 0x01;
  private static final int LOCAL_BIT = 0x02;

  private final SupplicantBus bus;
  private final String owner;
  private final P2pDeviceCalls calls;
  private final SecureRandom random = new SecureRandom();

  Erasure(SupplicantBus bus, String owner, P2pDeviceCalls calls) {
    this.bus = bus;
    this.owner = owner;
    this.calls = calls;
  }

  /**
   * Makes the key worthless and has the file written without it.
   *
   * @return why it could not be; empty when it was
   * @throws P2pException where there is no such group, or nobody any more who could be asked
   */
  Optional<P2pException> erase(DBusPath group) throws P2pException {
    MacAddress nobody = nobody();
    try {
      spoil(group, nobody);
      Map<String, Variant<?>> station = Map.of("iface", new Variant<>(nobody.toString()));
      bus.tell(Faults.Meaning.plain(), () -> calls.removeClient(station));
      return Optional.empty();
    } catch (P2pException e) {
      if (NOBODY_TO_ASK.contains(e.reason())) {
        throw e;
      }
      return Optional.of(e);
    }
  }

  private void spoil(DBusPath group, MacAddress nobody) throws P2pException {
    Map<String, Variant<?>> made = new HashMap<>();
    made.put("mode", new Variant<>(GROUP_OWNER_MODE));
    made.put("key_mgmt", new Variant<>("WPS"));
    made.put("psk", new Variant<>(hex(KEY / 2)));
    made.put("psk_list", new Variant<>(nobody + "-" + hex(KEY)));
    PropertyCalls set = bus.remote(owner, group.getPath(), PropertyCalls.class);
    Faults.Meaning meaning =
        new Faults.Meaning(
            P2pReason.UNSUPPORTED, P2pReason.SUPPLICANT_FAULT, P2pReason.UNKNOWN_PERSISTENT_GROUP);
    Variant<?> value = new Variant<>(made, "a{sv}");
    bus.tell(meaning, () -> set.set(Names.PERSISTENT_GROUP, "Properties", value));
  }

  /** An address that no station has, one from a maker's store least of all. */
  private MacAddress nobody() {
    byte[] octets = new byte[MacAddress.LENGTH];
    random.nextBytes(octets);
    octets[0] = (byte) ((octets[0] | LOCAL_BIT) & ~GROUP_BIT);
    return MacAddress.of(octets);
  }

  private String hex(int bytes) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }
}
