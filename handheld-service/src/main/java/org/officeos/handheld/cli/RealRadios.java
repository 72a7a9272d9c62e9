package org.officeos.handheld.cli;

import org.officeos.hal.linux.PreflightReader;
import org.officeos.hal.p2p.PreflightFacts;
import org.officeos.wpa.SupplicantConfig;
import org.officeos.wpa.SupplicantFacts;

/** Looks at this machine's radios and at its supplicant. */
final class RealRadios {

  private RealRadios() {}

  static PreflightFacts look(String interfaceName) {
    SupplicantConfig where = SupplicantConfig.of(interfaceName).leavingInterfaces();
    return PreflightReader.ofThisMachine().read().with(SupplicantFacts.gather(where).toPreflight());
  }
}
