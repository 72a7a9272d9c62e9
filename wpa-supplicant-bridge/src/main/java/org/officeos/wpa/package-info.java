/**
 * Wi-Fi Direct through wpa_supplicant: {@link org.officeos.wpa.SupplicantWifiP2p} implements hal's
 * {@link org.officeos.hal.p2p.WifiP2p}.
 *
 * <p>In: requests in hal's words, and a {@link org.officeos.wpa.SupplicantConfig}. Out: futures and
 * events. One thread writes all state; everything else hands it tasks.
 */
@NullMarked
package org.officeos.wpa;

import org.jspecify.annotations.NullMarked;
