package org.officeos.session.pairing;

/** Ends a pairing inside this room; outside it is a {@link PairingStep} with a reason. */
final class PairingException extends Exception {

  private static final long serialVersionUID = 1L;

  private final PairingReason reason;

  PairingException(PairingReason reason) {
    super(reason.name());
    this.reason = reason;
  }

  PairingReason reason() {
    return reason;
  }
}
