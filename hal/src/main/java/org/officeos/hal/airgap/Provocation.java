package org.officeos.hal.airgap;

/** Whether a vector can be made to happen on purpose, and where not, why. */
public enum Provocation {
  /** In a network namespace or the lab's guest. */
  GUEST("yes"),
  /** Debian's kernel for aarch64 comes without a Bluetooth controller in software. */
  X86_64("yes, on x86-64"),
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
