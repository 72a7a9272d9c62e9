package org.officeos.wpa;

import java.security.SecureRandom;
import org.officeos.hal.p2p.WpsPin;

/** Makes PINs to show: seven random digits and the checksum (Wi-Fi Simple Configuration, 7.4.1). */
final class Pins {

  private static final int BOUND = 10_000_000;

  private final SecureRandom random;

  Pins(SecureRandom random) {
    this.random = random;
  }

  WpsPin next() {
    return WpsPin.withChecksum(random.nextInt(BOUND));
  }
}
