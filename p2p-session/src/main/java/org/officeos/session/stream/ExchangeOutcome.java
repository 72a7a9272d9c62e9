package org.officeos.session.stream;

import org.officeos.session.ReceivedResponse;
import org.officeos.session.SessionException;

/** Hears how one exchange ended; exactly one of the two is called, on the session's I/O thread. */
public interface ExchangeOutcome {

  /** The verified response. */
  void onResponse(ReceivedResponse response);

  /** The session ended first, or the exchange was cancelled. */
  void onFailure(SessionException reason);
}
