package org.officeos.session.netty;

import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;

/** What a link is used for at the moment. Every call comes on the link's I/O thread. */
interface Phase {

  /** The link is up. */
  default void onStart() throws SessionException {}

  /** One whole message or record body; valid during the call only. */
  void onMessage(byte[] bytes, int offset, int length) throws SessionException;

  /** Everything that had arrived was handed over, or there is room to write again: send. */
  default void pump() throws SessionException {}

  /** About once a second. */
  default void onTick(long nowNanos) throws SessionException {}

  /** Says goodbye after a violation by the peer or a fault here, where the phase can. */
  default void beforeEnd(Reason reason) {}

  /** The link is over; exactly once. */
  void onEnded(SessionException reason);
}
