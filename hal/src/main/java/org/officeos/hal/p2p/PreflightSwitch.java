package org.officeos.hal.p2p;

/**
 * A switch that can block a radio.
 *
 * @param name the kernel's, such as {@code rfkill0}
 * @param soft whether software blocks the radio
 * @param hard whether a switch, a key or the firmware blocks it
 */
public record PreflightSwitch(String name, boolean soft, boolean hard) {}
