package org.officeos.hal.airgap;

import java.util.List;

/**
 * A network namespace that is not the one audited.
 *
 * @param name a program that lives in it, or the file that keeps it
 * @param devices names of the interfaces there; empty where none but loopback, or where nobody
 *     lives
 * @param inhabited whether any program lives in it
 */
public record OtherNamespace(String name, List<String> devices, boolean inhabited) {

  /** Keeps a copy. */
  public OtherNamespace {
    devices = List.copyOf(devices);
  }
}
