package org.officeos.laptop.radio;

import java.util.Optional;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.GroupSsid;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.Passphrase;

/**
 * The group that is this laptop's. It is known by its SSID, so that a group of another program is
 * never taken for it. The passphrase brings the very same group back where the supplicant forgot
 * it: one that NetworkManager started keeps no file, and forgets when it ends.
 *
 * @param ssid its name on the air
 * @param passphrase its key, where the supplicant told
 */
record OwnGroup(String ssid, Optional<Passphrase> passphrase) {

  static OwnGroup of(P2pGroup group) {
    return new OwnGroup(group.ssid(), group.passphrase());
  }

  /** How it is made again; empty where the key is not known, or the name could not be asked for. */
  Optional<GroupConfig> again() {
    if (passphrase.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(GroupConfig.named(GroupSsid.of(ssid), passphrase.get()));
    } catch (P2pException e) {
      return Optional.empty();
    }
  }
}
