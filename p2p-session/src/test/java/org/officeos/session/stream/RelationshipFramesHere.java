package org.officeos.session.stream;

import java.util.Arrays;
import org.officeos.session.SessionException;

/** What a test does with relationship frames, which have tests of their own elsewhere. */
final class RelationshipFramesHere {

  private RelationshipFramesHere() {}

  /** Where both ends are honest and neither renews or revokes: one that arrives fails the test. */
  static final class None implements RelationshipFrames {
    @Override
    public void onRenewOffer(int generation, byte[] newStatic, int days, byte[] signature) {
      throw new AssertionError("nobody offered to renew");
    }

    @Override
    public void onRenewAnswer(
        int generation, byte[] newStatic, long expiresMillis, byte[] signature) {
      throw new AssertionError("nobody answered an offer");
    }

    @Override
    public void onRenewRefused(SessionException.Reason reason) {
      throw new AssertionError("nobody refused to renew");
    }

    @Override
    public void onRevoked(byte[] signature) {
      throw new AssertionError("nobody revoked");
    }
  }

  /**
   * Where the peer is hostile and may send any frame: a call is allowed, and what it carries has to
   * be what the frame's layout promises. The signatures are not looked at, as no key signed them.
   */
  static final class Any implements RelationshipFrames {
    int calls;

    @Override
    public void onRenewOffer(int generation, byte[] newStatic, int days, byte[] signature) {
      called(newStatic, 32);
      called(signature, 64);
    }

    @Override
    public void onRenewAnswer(
        int generation, byte[] newStatic, long expiresMillis, byte[] signature) {
      called(newStatic, 32);
      called(signature, 64);
    }

    @Override
    public void onRenewRefused(SessionException.Reason reason) {
      calls++;
    }

    @Override
    public void onRevoked(byte[] signature) {
      called(signature, 64);
    }

    private void called(byte[] part, int length) {
      calls++;
      if (part.length != length) {
        throw new AssertionError("a part of " + Arrays.toString(part));
      }
    }
  }
}
