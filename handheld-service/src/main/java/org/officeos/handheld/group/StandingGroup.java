package org.officeos.handheld.group;

import org.officeos.hal.p2p.Ipv4;
import org.officeos.hal.p2p.MacAddress;

/**
 * A group of the laptop that this device is in, its interface addressed.
 *
 * @param interfaceName the group's interface here, such as {@code p2p-wlan0-0}
 * @param own this device's address in it
 * @param owner the laptop's address in it
 * @param laptop the laptop's P2P Device Address
 */
public record StandingGroup(String interfaceName, Ipv4 own, Ipv4 owner, MacAddress laptop) {}
