package org.officeos.session.netty;

import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.pairing.PairingReason;

/** The pairing room's reasons in the session's words. */
final class PairingReasons {

  private PairingReasons() {}

  static SessionException translated(PairingReason reason) {
    Reason told =
        switch (reason) {
          case BAD_COMMITMENT -> Reason.BAD_COMMITMENT;
          case BAD_SIGNATURE, BAD_IDENTITY -> Reason.BAD_SIGNATURE;
          case KEYS_DIFFER -> Reason.BAD_TAG;
          case REFLECTED -> Reason.REFLECTED;
          case MALFORMED -> Reason.MALFORMED;
          case OUT_OF_ORDER -> Reason.OUT_OF_ORDER;
          case NOT_CONFIRMED_HERE -> Reason.NOT_CONFIRMED_HERE;
          case NOT_CONFIRMED_BY_PEER -> Reason.NOT_CONFIRMED_BY_PEER;
          case STORE_HERE, STORE_AT_PEER -> Reason.STORE;
          case REFUSED_BY_PEER -> Reason.CLOSED_BY_PEER;
          case CUT, CUT_BEFORE_DONE -> Reason.CUT;
        };
    return new SessionException(told, "pairing: " + reason);
  }
}
