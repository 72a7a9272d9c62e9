package org.officeos.laptop.radio;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.PreflightManager;
import org.officeos.hal.p2p.PreflightManager.Program;
import org.officeos.hal.p2p.PreflightManager.Sureness;
import org.officeos.wpa.SupplicantFacts;

/** What is decided before the supplicant is touched. */
final class SupplicantSourceTest {

  private static SupplicantFacts facts(Optional<P2pReason> obstacle, boolean hasInterface) {
    return new SupplicantFacts(obstacle, "", List.of("p2p"), hasInterface, List.of());
  }

  private static PreflightManager networkManager(String of, Sureness sureness) {
    return new PreflightManager(Program.NETWORK_MANAGER, of, sureness, "seen");
  }

  @Test
  void givesAnInterfaceThatNobodyManages() {
    SupplicantFacts without = facts(Optional.empty(), false);
    assertTrue(SupplicantSource.mayGive(without, List.of(), "wlan0"));
    assertTrue(
        SupplicantSource.mayGive(
            without, List.of(networkManager("wlan1", Sureness.MANAGES)), "wlan0"));
  }

  @Test
  void leavesAnInterfaceThatSomebodyManagesOrMay() {
    SupplicantFacts without = facts(Optional.empty(), false);
    for (Sureness sureness : Sureness.values()) {
      assertFalse(
          SupplicantSource.mayGive(without, List.of(networkManager("wlan0", sureness)), "wlan0"));
    }
  }

  @Test
  void givesNothingWhereTheSupplicantHasItOrIsAway() {
    assertFalse(SupplicantSource.mayGive(facts(Optional.empty(), true), List.of(), "wlan0"));
    Optional<P2pReason> absent = Optional.of(P2pReason.SUPPLICANT_ABSENT);
    assertFalse(SupplicantSource.mayGive(facts(absent, false), List.of(), "wlan0"));
  }
}
