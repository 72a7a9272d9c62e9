package org.officeos.handheld.cli;

import java.util.Map;
import org.officeos.hal.linux.PreflightReader;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.PreflightBus;
import org.officeos.hal.p2p.PreflightFacts;
import org.officeos.wpa.SupplicantConfig;
import org.officeos.wpa.SupplicantFacts;

/** Looks at this machine's radios and at its supplicant. */
final class RealRadios {

  private static final Map<P2pReason, PreflightBus.Step> ENDS =
      Map.of(
          P2pReason.BUS_ABSENT, PreflightBus.Step.NO_BUS,
          P2pReason.BUS_DENIED, PreflightBus.Step.DENIED,
          P2pReason.SUPPLICANT_ABSENT, PreflightBus.Step.NO_SUPPLICANT,
          P2pReason.SUPPLICANT_LOST, PreflightBus.Step.NO_SUPPLICANT,
          P2pReason.SUPPLICANT_TOO_OLD, PreflightBus.Step.TOO_OLD,
          P2pReason.SUPPLICANT_WITHOUT_P2P, PreflightBus.Step.WITHOUT_P2P,
          P2pReason.DRIVER_WITHOUT_P2P, PreflightBus.Step.READY);

  private RealRadios() {}

  static PreflightFacts look(String interfaceName) {
    SupplicantFacts seen =
        SupplicantFacts.gather(SupplicantConfig.of(interfaceName).leavingInterfaces());
    return PreflightReader.ofThisMachine().read().with(bus(seen));
  }

  /**
   * How far the way goes. What the supplicant says of the driver is left aside, since the kernel
   * was asked itself; an answer that nobody understands is not a pass.
   */
  static PreflightBus bus(SupplicantFacts seen) {
    PreflightBus.Step step =
        seen.obstacle()
            .map(reason -> ENDS.getOrDefault(reason, PreflightBus.Step.NOT_LOOKED_AT))
            .orElse(PreflightBus.Step.READY);
    return new PreflightBus(step, seen.detail());
  }
}
