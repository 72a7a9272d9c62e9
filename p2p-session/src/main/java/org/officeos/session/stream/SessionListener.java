package org.officeos.session.stream;

/** What the core tells the shell about the session as a whole. */
public interface SessionListener {

  /** Responder: the initiator proved that it holds the keys. */
  void onProved();

  /** Initiator: the laptop welcomed the session and told its clock, in milliseconds since 1970. */
  void onWelcome(long peerMillis);

  /** New keys are in force both ways. */
  void onRekeyed();
}
