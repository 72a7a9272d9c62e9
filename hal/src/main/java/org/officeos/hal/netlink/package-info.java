/**
 * What the Linux kernel says over netlink, generic netlink (nl80211), rtnetlink and rfkill, as
 * values. Pure: no socket, no device, no clock, nothing outside the JDK.
 *
 * <p>In: datagrams and device reads as bytes. Out: records and small sealed events, or a {@link
 * org.officeos.hal.netlink.FormatException} by name; and requests as bytes to send.
 */
@NullMarked
package org.officeos.hal.netlink;

import org.jspecify.annotations.NullMarked;
