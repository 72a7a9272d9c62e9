package org.officeos.hal.airgap;

import java.util.List;

/**
 * A network namespace that is not the one audited.
 *
 * @param name a program that lives in it, or the file that keeps it
 * @param devices names of the interfaces there besides loopback; none where they cannot be seen
 * @param sight whether they can
 */
public record OtherNamespace(String name, List<String> devices, Sight sight) {

  /** Whether its devices can be seen. */
  public enum Sight {
    /** They are listed. */
    SEEN,
    /** No program lives in it through which to look. */
    NOBODY_INSIDE,
    /** The program's namespace may not be looked at, and may be any. */
    HIDDEN
  }

  /** Keeps a copy. */
  public OtherNamespace {
    devices = List.copyOf(devices);
  }
}
