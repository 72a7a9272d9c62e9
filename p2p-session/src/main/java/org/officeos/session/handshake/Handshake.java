package org.officeos.session.handshake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.officeos.session.crypto.BadTagException;
import org.officeos.session.crypto.DhPublicKey;
import org.officeos.session.crypto.KeyException;
import org.officeos.session.handshake.HandshakeException.Reason;

/**
 * One side of one Noise handshake (rev 34, section 5.3), from the first message to the transport
 * keys. Made by {@link NoiseHandshakes}. Pure: bytes in, bytes out.
 *
 * <p>While {@link #myTurn()}, {@link #write()} gives the next message; otherwise {@link #read}
 * takes the peer's. When {@link #finished()}, {@link #finish()} gives the keys, once. Messages
 * carry no payload, so each has exactly one length, and nothing can be smuggled into a part that is
 * not yet authenticated.
 *
 * <p>Any failure is the end: the secrets are wiped and every later call answers {@code DEAD}. The
 * own static and the pre-shared key given at the start stay the caller's; this object wipes its own
 * copies only. Not safe for use by several threads.
 */
public final class Handshake {

  /** Longest message, in bytes; anything longer is refused unread. */
  public static final int MAX_MESSAGE = 1024;

  private static final byte[] NO_PAYLOAD = new byte[0];

  private enum Phase {
    RUNNING,
    SPENT,
    DEAD
  }

  private final NoisePattern pattern;
  private final boolean initiator;
  private final KeySchedule keys;
  private int next;
  private Phase phase = Phase.RUNNING;

  Handshake(NoisePattern pattern, boolean initiator, byte[] prologue, HandshakeKeys keys) {
    this.pattern = pattern;
    this.initiator = initiator;
    this.keys = new KeySchedule(pattern, initiator, prologue, keys);
  }

  /** Whether the next message is this side's to write. */
  public boolean myTurn() {
    return phase == Phase.RUNNING && !finished() && initiator == (next % 2 == 0);
  }

  /** Whether the last message was written or read. */
  public boolean finished() {
    return next == pattern.messages().size();
  }

  /**
   * The next message.
   *
   * @throws HandshakeException {@code NOT_YOUR_TURN}, {@code FINISHED}, {@code DEAD}, or {@code
   *     LOW_ORDER_POINT} where the peer's key, read earlier, is a bad one
   */
  public byte[] write() throws HandshakeException {
    return writeMessage(NO_PAYLOAD);
  }

  /**
   * Takes the peer's next message, which must have exactly the length that the pattern gives it.
   *
   * @throws HandshakeException any reason but {@code NOT_FINISHED}
   */
  public void read(byte[] message) throws HandshakeException {
    readMessage(message, 0);
  }

  /**
   * The keys, once; afterwards this object is spent.
   *
   * @throws HandshakeException {@code NOT_FINISHED}, {@code DEAD}, or, the second time, {@code
   *     FINISHED}
   */
  public TransportKeys finish() throws HandshakeException {
    requireRunning();
    DhPublicKey peerStatic = keys.peerStatic();
    if (!finished() || peerStatic == null) {
      throw die(Reason.NOT_FINISHED);
    }
    TransportKeys result = new TransportKeys(initiator, keys.split(), keys.hash(), peerStatic);
    phase = Phase.SPENT;
    keys.wipe();
    return result;
  }

  /** Gives up and wipes the secrets; every later call answers {@code DEAD}. */
  public void abort() {
    phase = Phase.DEAD;
    keys.wipe();
  }

  /** The next message with a payload, for the public vectors. */
  byte[] writeMessage(byte[] payload) throws HandshakeException {
    requireTurn(true);
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    try {
      for (Token token : pattern.messages().get(next)) {
        switch (token) {
          case E -> message.writeBytes(keys.makeEphemeral());
          case S -> message.writeBytes(keys.sealOwnStatic());
          case EE, ES, SE, SS, PSK -> keys.mixSecret(token);
        }
      }
    } catch (KeyException e) {
      throw die(Reason.LOW_ORDER_POINT);
    }
    message.writeBytes(keys.seal(payload));
    next++;
    return message.toByteArray();
  }

  /** Takes the next message and gives its payload, for the public vectors. */
  byte[] readMessage(byte[] message, int maxPayload) throws HandshakeException {
    requireTurn(false);
    if (message.length > MAX_MESSAGE) {
      throw die(Reason.OVERSIZED);
    }
    ByteBuffer rest = ByteBuffer.wrap(message);
    try {
      for (Token token : pattern.messages().get(next)) {
        switch (token) {
          case E -> refuseOwn(keys.takePeerEphemeral(take(rest, DhPublicKey.LENGTH)));
          case S ->
              refuseOwn(keys.takePeerStatic(take(rest, DhPublicKey.LENGTH + keys.tagLength())));
          case EE, ES, SE, SS, PSK -> keys.mixSecret(token);
        }
      }
      if (rest.remaining() - keys.tagLength() > maxPayload) {
        throw die(Reason.OVERSIZED);
      }
      byte[] payload = keys.open(take(rest, Math.max(rest.remaining(), keys.tagLength())));
      next++;
      return payload;
    } catch (BadTagException e) {
      throw die(Reason.BAD_TAG);
    } catch (KeyException e) {
      throw die(Reason.LOW_ORDER_POINT);
    }
  }

  private byte[] take(ByteBuffer rest, int length) throws HandshakeException {
    if (rest.remaining() < length) {
      throw die(Reason.TRUNCATED);
    }
    byte[] taken = new byte[length];
    rest.get(taken);
    return taken;
  }

  private void refuseOwn(boolean taken) throws HandshakeException {
    if (!taken) {
      throw die(Reason.REFLECTED);
    }
  }

  private void requireRunning() throws HandshakeException {
    switch (phase) {
      case RUNNING -> {}
      case SPENT -> throw new HandshakeException(Reason.FINISHED);
      case DEAD -> throw new HandshakeException(Reason.DEAD);
    }
  }

  private void requireTurn(boolean toWrite) throws HandshakeException {
    requireRunning();
    if (finished()) {
      throw die(Reason.FINISHED);
    }
    if (myTurn() != toWrite) {
      throw die(Reason.NOT_YOUR_TURN);
    }
  }

  private HandshakeException die(Reason reason) {
    abort();
    return new HandshakeException(reason);
  }
}
