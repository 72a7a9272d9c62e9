package org.officeos.session.stream;

import org.officeos.session.crypto.Aead;

/**
 * One epoch's two keys, seen from one side.
 *
 * @param outbound seals what this side sends
 * @param inbound opens what this side receives
 */
public record SessionKeys(Aead outbound, Aead inbound) {

  @Override
  public String toString() {
    return "session keys [redacted]";
  }
}
