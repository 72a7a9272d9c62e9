package org.officeos.hal.airgap;

import org.officeos.hal.netlink.RfkillType;

/**
 * A radio's switch.
 *
 * @param name such as {@code rfkill0}
 * @param type what it switches
 * @param blocked whether the radio is off, by software or by a switch
 */
public record RadioSwitch(String name, RfkillType type, boolean blocked) {}
