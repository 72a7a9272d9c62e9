package org.officeos.session.relationship;

/** Which end of a relationship this device is; fixed at pairing. */
public enum Role {
  /** The handheld: connects, and sends instructions. */
  INITIATOR('I'),
  /** The laptop: accepts, and answers. */
  RESPONDER('R');

  private final char label;

  Role(char label) {
    this.label = label;
  }

  /** The ASCII byte that stands for this role in every signature and prologue. */
  public byte label() {
    return (byte) label;
  }

  /** The other end. */
  public Role opposite() {
    return this == INITIATOR ? RESPONDER : INITIATOR;
  }
}
