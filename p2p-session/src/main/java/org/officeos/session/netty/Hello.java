package org.officeos.session.netty;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.handshake.Prologue;
import org.officeos.session.relationship.Role;

/**
 * The plain bytes in front of the two handshakes.
 *
 * <pre>
 * session, first:  kind u8 = 1 | version u8 = 1 | suite u8 = 1 | tag 16 | KKpsk0 message 48
 * pairing, first:  kind u8 = 2 | version u8 = 1 | suite u8 = 1 | method u8 = 1 | role u8 = 'I' | XX message 32
 * either, answer:  status u8 = 0 | Noise message        or  status u8 &gt; 0, a refusal
 * </pre>
 *
 * A refusal is not authenticated: it tells a person what to look at, and nothing is decided by it.
 * Version, suite, method and role are in the handshake's prologue, so that a changed byte fails it.
 */
final class Hello {

  static final int KIND_SESSION = 1;
  static final int KIND_PAIRING = 2;
  static final int VERSION = Prologue.VERSION;
  static final int SUITE = Prologue.SUITE;
  static final int METHOD_SIX_DIGITS = Prologue.METHOD_SIX_DIGITS;
  static final int TAG = 16;
  static final int GO_ON = 0;

  private static final int SESSION_HEAD = 3;
  private static final int PAIRING_HEAD = 5;
  private static final int KK_MESSAGE = 48;
  private static final int XX_MESSAGE = 32;
  private static final byte[] REKEY_LABEL = ascii("officeos/rekey/v1");

  private Hello() {}

  static byte[] session(byte[] tag, byte[] noise) {
    return ByteBuffer.allocate(SESSION_HEAD + TAG + noise.length)
        .put(new byte[] {KIND_SESSION, VERSION, SUITE})
        .put(tag)
        .put(noise)
        .array();
  }

  static byte[] pairing(byte[] noise) {
    return ByteBuffer.allocate(PAIRING_HEAD + noise.length).put(pairingHead()).put(noise).array();
  }

  static byte[] answer(byte[] noise) {
    return ByteBuffer.allocate(1 + noise.length).put((byte) GO_ON).put(noise).array();
  }

  static byte[] refusal(Reason reason) {
    return new byte[] {
      (byte)
          switch (reason) {
            case WRONG_VERSION -> 1;
            case WRONG_SUITE -> 2;
            case WRONG_METHOD -> 3;
            case WRONG_ROLE -> 4;
            case PAIRING_CLOSED -> 5;
            case BUSY -> 6;
            default -> 7;
          }
    };
  }

  /** The Noise message in an answer, or the refusal that it is. */
  static byte[] readAnswer(byte[] message) throws SessionException {
    if (message[0] == GO_ON) {
      return Arrays.copyOfRange(message, 1, message.length);
    }
    Reason reason =
        switch (message[0]) {
          case 1 -> Reason.WRONG_VERSION;
          case 2 -> Reason.WRONG_SUITE;
          case 3 -> Reason.WRONG_METHOD;
          case 4 -> Reason.WRONG_ROLE;
          case 5 -> Reason.PAIRING_CLOSED;
          case 6 -> Reason.BUSY;
          default -> Reason.MALFORMED;
        };
    throw new SessionException(reason, "said by the other side");
  }

  /** Checks a session's first message; the tag and the Noise message follow the head. */
  static void checkSession(byte[] message) throws SessionException {
    checkVersionAndSuite(message);
    if (message.length != SESSION_HEAD + TAG + KK_MESSAGE) {
      throw new SessionException(Reason.MALFORMED, "session hello of " + message.length);
    }
  }

  static byte[] tagOf(byte[] message) {
    return Arrays.copyOfRange(message, SESSION_HEAD, SESSION_HEAD + TAG);
  }

  static byte[] noiseOfSession(byte[] message) {
    return Arrays.copyOfRange(message, SESSION_HEAD + TAG, message.length);
  }

  /** Checks a pairing's first message. */
  static void checkPairing(byte[] message) throws SessionException {
    checkVersionAndSuite(message);
    if (message.length != PAIRING_HEAD + XX_MESSAGE) {
      throw new SessionException(Reason.MALFORMED, "pairing hello of " + message.length);
    }
    if (message[3] != METHOD_SIX_DIGITS) {
      throw new SessionException(Reason.WRONG_METHOD, "method " + message[3]);
    }
    if (message[4] != Role.INITIATOR.label()) {
      throw new SessionException(Reason.WRONG_ROLE, "role " + message[4]);
    }
  }

  static byte[] noiseOfPairing(byte[] message) {
    return Arrays.copyOfRange(message, PAIRING_HEAD, message.length);
  }

  private static void checkVersionAndSuite(byte[] message) throws SessionException {
    if (message.length < SESSION_HEAD) {
      throw new SessionException(Reason.MALFORMED, "hello of " + message.length);
    }
    if (message[1] != VERSION) {
      throw new SessionException(Reason.WRONG_VERSION, "version " + message[1]);
    }
    if (message[2] != SUITE) {
      throw new SessionException(Reason.WRONG_SUITE, "suite " + message[2]);
    }
  }

  /** {@code label | hash of the session's first handshake 32 | rekey number u32}. */
  static byte[] rekeyPrologue(byte[] sessionHash, int number) {
    return ByteBuffer.allocate(REKEY_LABEL.length + sessionHash.length + 4)
        .put(REKEY_LABEL)
        .put(sessionHash)
        .putInt(number)
        .array();
  }

  private static byte[] pairingHead() {
    return new byte[] {KIND_PAIRING, VERSION, SUITE, METHOD_SIX_DIGITS, Role.INITIATOR.label()};
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
