/**
 * A diagnosis tool: Wi-Fi Direct by hand, one line for each event.
 *
 * <p>In: a command line and lines on standard input. Out: lines. Not part of any service; see
 * {@link org.officeos.wpa.probe.Main}.
 */
@NullMarked
package org.officeos.wpa.probe;

import org.jspecify.annotations.NullMarked;
