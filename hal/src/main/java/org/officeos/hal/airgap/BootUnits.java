package org.officeos.hal.airgap;

import java.util.Set;

/**
 * What systemd starts, told from its folders; all empty on a machine without it.
 *
 * @param enabled units that something wants at boot, such as {@code ssh.service}
 * @param masked units that cannot be started
 */
public record BootUnits(Set<String> enabled, Set<String> masked) {

  /** Keeps copies. */
  public BootUnits {
    enabled = Set.copyOf(enabled);
    masked = Set.copyOf(masked);
  }

  /** Whether it starts at boot. */
  public boolean starts(String unit) {
    return enabled.contains(unit) && !masked.contains(unit);
  }
}
