package org.officeos.hal.airgap;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which kernel runs. What differs: the netdev family's hook on egress is there from 5.16 on, tables
 * that belong to one process from 5.12 on; the 4.9 of vendors' images has none, and its drivers
 * have no P2P-device.
 *
 * @param major such as the 6 of 6.1
 * @param minor such as the 1 of 6.1
 */
public record KernelRelease(int major, int minor) {

  private static final Pattern BEGINNING = Pattern.compile("([0-9]{1,4})\\.([0-9]{1,4}).*");

  /** Of the kernel that this runs on, as the runtime tells it; empty where it tells none. */
  public static Optional<KernelRelease> ofThisMachine() {
    return of(System.getProperty("os.version", ""));
  }

  /** From such as {@code 6.1.0-18-arm64}; empty for what does not begin with two numbers. */
  public static Optional<KernelRelease> of(String release) {
    Matcher matcher = BEGINNING.matcher(release.strip());
    return matcher.matches()
        ? Optional.of(
            new KernelRelease(
                Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** Whether the packet filter can see what leaves by packet sockets. */
  public boolean hasEgressHook() {
    return major > 5 || (major == 5 && minor >= 16);
  }

  /** Whether a table of the packet filter can belong to one process. */
  public boolean hasOwnedTables() {
    return major > 5 || (major == 5 && minor >= 12);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
