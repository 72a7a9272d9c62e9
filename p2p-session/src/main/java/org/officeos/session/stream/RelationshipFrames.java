package org.officeos.session.stream;

import org.officeos.session.SessionException;

/** Takes the frames that change the relationship itself: renewal and revocation. */
public interface RelationshipFrames {

  /** Initiator sent an offer: {@code generation | static | days | signature}. */
  void onRenewOffer(int generation, byte[] newStatic, int days, byte[] signature)
      throws SessionException;

  /** Responder answered: {@code generation | static | expires | signature}. */
  void onRenewAnswer(int generation, byte[] newStatic, long expiresMillis, byte[] signature)
      throws SessionException;

  /** Responder will not renew. */
  void onRenewRefused(SessionException.Reason reason) throws SessionException;

  /** The peer revoked the relationship. */
  void onRevoked(byte[] signature) throws SessionException;
}
