package org.officeos.hal.airgap;

/**
 * A multicast group that was joined on an interface.
 *
 * @param device the interface's name
 * @param group the address as text
 */
public record Membership(String device, String group) {}
