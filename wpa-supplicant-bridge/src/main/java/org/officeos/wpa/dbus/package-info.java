/**
 * The part of wpa_supplicant's D-Bus interface that Wi-Fi Direct needs, typed; the only place that
 * knows D-Bus.
 *
 * <p>In: calls in the words of hal's contract, and signals from the bus. Out: values, {@link
 * org.officeos.wpa.dbus.SupplicantSignal}s, and failures with a named reason. No member that could
 * join an access point is declared here; a test keeps it so.
 */
@NullMarked
package org.officeos.wpa.dbus;

import org.jspecify.annotations.NullMarked;
