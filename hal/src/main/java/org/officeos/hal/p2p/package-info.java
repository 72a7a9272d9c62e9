/**
 * Wi-Fi Direct as this product speaks of it: the contract {@link org.officeos.hal.p2p.WifiP2p}, in
 * the vocabulary of Android's ISupplicantP2pIface and WifiP2pManager.
 *
 * <p>In: requests as values. Out: futures that end with a value or a {@link
 * org.officeos.hal.p2p.P2pReason}, and events in one order. Imports nothing outside the JDK.
 */
@NullMarked
package org.officeos.hal.p2p;

import org.jspecify.annotations.NullMarked;
