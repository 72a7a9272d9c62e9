package org.officeos.hal.p2p;

/**
 * How two devices prove to each other that a person wants them joined: the provisioning methods of
 * Wi-Fi Simple Configuration that P2P uses (Wi-Fi P2P Technical Specification, section 3.1.4.3).
 * Android's {@code WpsProvisionMethod}.
 */
public enum WpsMethod {
  /** A button pressed on both, within two minutes, and on no third device near. */
  PBC,
  /** This device shows a PIN that the person enters on the peer. */
  DISPLAY,
  /** The person enters here the PIN that the peer shows. */
  KEYPAD
}
