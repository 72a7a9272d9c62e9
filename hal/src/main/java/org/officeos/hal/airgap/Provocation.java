package org.officeos.hal.airgap;

/** Whether a vector can be made to happen on purpose, and where not, why. */
public enum Provocation {
  /** In a network namespace or the lab's guest. */
  GUEST("yes"),
  /** The virtual machine has no Bluetooth controller, modem or other radio but Wi-Fi. */
  NO_RADIO("no: the guest has no such radio"),
  /** The virtual machine's USB controller can be neither a device nor given a network adapter. */
  NO_USB("no: the guest has no such USB controller or device"),
  /** Simulated radios have no firmware that works while the processor sleeps. */
  NO_FIRMWARE("no: simulated radios have no firmware");

  private final String text;

  Provocation(String text) {
    this.text = text;
  }

  /** Yes, or no and why. */
  public String text() {
    return text;
  }
}
