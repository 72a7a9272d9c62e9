package org.officeos.wpa;

import java.security.SecureRandom;
import java.util.Locale;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.WpsPin;

/** Makes PINs to show: seven random digits and the checksum (Wi-Fi Simple Configuration, 7.4.1). */
final class Pins {

  private static final int BOUND = 10_000_000;

  private final SecureRandom random;

  Pins(SecureRandom random) {
    this.random = random;
  }

  WpsPin next() {
    String seven = String.format(Locale.ROOT, "%07d", random.nextInt(BOUND));
    int sum = 0;
    for (int i = 0; i < seven.length(); i++) {
      sum += (seven.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
    }
    try {
      return WpsPin.of(seven + (10 - sum % 10) % 10);
    } catch (P2pException e) {
      throw new IllegalStateException("a PIN of our own making is one", e);
    }
  }
}
