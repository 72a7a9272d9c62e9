package org.officeos.hal.p2p;

import java.util.List;

/**
 * What was seen of this machine, for {@link Preflight} to judge. The kernel's part comes from
 * {@code org.officeos.hal.linux}, the bus' part from whoever speaks to the bus: {@link #with}.
 *
 * @param sight whether the radios could be looked at
 * @param sightDetail what was seen instead, for a person; empty if they could
 * @param radios those of this network namespace
 * @param managers other programs that manage Wi-Fi here
 * @param bus the way to wpa_supplicant
 */
public record PreflightFacts(
    Sight sight,
    String sightDetail,
    List<PreflightRadio> radios,
    List<PreflightManager> managers,
    PreflightBus bus) {

  /** Whether the radios could be looked at. */
  public enum Sight {
    /** They could. */
    SEEN,
    /** The kernel has no Wi-Fi at all: no driver is loaded. */
    NO_WIFI_IN_KERNEL,
    /** The kernel could not be asked. Preflight never passes like this. */
    NOT_SEEN
  }

  /** Keeps copies. */
  public PreflightFacts {
    radios = List.copyOf(radios);
    managers = List.copyOf(managers);
  }

  /** The same, with what was seen on the bus. */
  public PreflightFacts with(PreflightBus seen) {
    return new PreflightFacts(sight, sightDetail, radios, managers, seen);
  }
}
