package org.officeos.laptop.radio;

import java.util.Optional;
import org.officeos.hal.p2p.P2pGroup;

/**
 * How the group is, for a person and for the log. It holds no key.
 *
 * @param phase where it stands
 * @param trouble why it does not stand, where something is in the way
 * @param name as handhelds see this laptop on the air
 * @param interfaceName the configured radio, such as {@code wlan0}
 * @param group the one that stands
 * @param clients how many handhelds are in it
 */
public record RadioStatus(
    RadioPhase phase,
    Optional<Trouble> trouble,
    String name,
    String interfaceName,
    Optional<Standing> group,
    int clients) {

  /**
   * A group that stands.
   *
   * @param interfaceName its network interface, such as {@code p2p-wlan0-0}
   * @param ssid its name on the air
   * @param megahertz its channel's centre; 0 where the supplicant did not tell
   */
  public record Standing(String interfaceName, String ssid, int megahertz) {

    static Standing of(P2pGroup group) {
      return new Standing(group.interfaceName(), group.ssid(), group.frequency().megahertz());
    }
  }
}
