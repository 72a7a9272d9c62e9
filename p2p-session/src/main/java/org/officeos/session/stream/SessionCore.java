package org.officeos.session.stream;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.crypto.BadTagException;
import org.officeos.session.record.RecordReader;
import org.officeos.session.record.RecordWriter;
import org.officeos.session.relationship.Role;

/**
 * One session as pure code: records in, records out, time as an argument in nanoseconds of any
 * steady clock. Confined to one thread. After any {@link SessionException} the session is over.
 *
 * <p>A rekey is make-before-break: both directions go on under the old keys while the two handshake
 * messages travel inside them; each side's last record under its old key says so, and TCP keeps the
 * order, so that no record is ever in doubt.
 */
public final class SessionCore {

  /** How long before the peer would refuse old keys this side stops sending under them. */
  private static final long HOLD_MARGIN_NANOS = 5_000_000_000L;

  private final Role role;
  private final Rekeying rekeying;
  private final KeyAge limits;
  private final Streams streams;
  private final RelationshipFrames relationship;
  private final SessionListener listener;
  private final ArrayDeque<byte[]> control = new ArrayDeque<>();

  private RecordWriter writer;
  private RecordReader reader;
  private long keysSince;
  private boolean proved;
  private boolean rekeyUnderWay;
  private boolean rekeyAsked;
  private @Nullable RecordWriter writerAfterSwitch;
  private @Nullable RecordReader readerAfterSwitch;
  private @Nullable Reason closing;
  private boolean closeSent;

  SessionCore(
      Role role,
      SessionKeys keys,
      Rekeying rekeying,
      KeyAge limits,
      Streams streams,
      RelationshipFrames relationship,
      SessionListener listener,
      long now) {
    this.role = role;
    this.rekeying = rekeying;
    this.limits = limits;
    this.streams = streams;
    this.relationship = relationship;
    this.listener = listener;
    this.writer = new RecordWriter(keys.outbound());
    this.reader = new RecordReader(keys.inbound());
    this.keysSince = now;
    if (role == Role.INITIATOR) {
      control.add(frame(FrameType.FINISHED));
    }
  }

  /**
   * Takes one record's body.
   *
   * @param scratch room for a record's plaintext, used during the call only
   */
  public void onRecord(byte[] body, int offset, int length, byte[] scratch, long now)
      throws SessionException {
    int plain = open(body, offset, length, scratch);
    FrameType type = FrameType.of(scratch[0]);
    if (type == null || !type.maySend(role.opposite())) {
      throw new SessionException(Reason.MALFORMED, "frame type " + (scratch[0] & 0xff));
    }
    if (!proved && type != (role == Role.INITIATOR ? FrameType.WELCOME : FrameType.FINISHED)) {
      throw new SessionException(Reason.OUT_OF_ORDER, type.name());
    }
    FrameCursor cursor = new FrameCursor(scratch, 1, plain - 1);
    dispatch(type, cursor, now);
    startRekeyWhereDue(now);
  }

  private int open(byte[] body, int offset, int length, byte[] scratch) throws SessionException {
    try {
      return reader.open(body, offset, length, scratch, 0);
    } catch (BadTagException e) {
      throw new SessionException(Reason.BAD_TAG, "record " + reader.records());
    }
  }

  private void dispatch(FrameType type, FrameCursor body, long now) throws SessionException {
    switch (type) {
      case FINISHED -> onFinished(body);
      case WELCOME -> onWelcome(body);
      case INSTRUCTION, CANCEL, CREDIT, PROGRESS, HEAD, CHUNK, FINAL -> {
        refuseOldKeys(now);
        streams.onFrame(type, body);
      }
      case REKEY_OFFER -> onRekeyOffer(body.rest());
      case REKEY_ANSWER -> onRekeyAnswer(body.rest());
      case REKEY_SWITCH -> onRekeySwitch(body, now);
      case REKEY_WANTED -> startRekey();
      case RENEW_OFFER -> {
        int generation = (int) body.fixed(4);
        byte[] newStatic = body.bytes(32);
        int days = (int) body.fixed(2);
        relationship.onRenewOffer(generation, newStatic, days, signature(body));
      }
      case RENEW_ANSWER -> {
        int generation = (int) body.fixed(4);
        byte[] newStatic = body.bytes(32);
        long expires = body.fixed(8);
        relationship.onRenewAnswer(generation, newStatic, expires, signature(body));
      }
      case RENEW_REFUSED -> relationship.onRenewRefused(reason(body));
      case REVOKE -> relationship.onRevoked(signature(body));
      case PING -> control.add(frame(FrameType.PONG));
      case PONG -> body.end();
      case CLOSE -> throw new SessionException(reason(body), "said by the peer");
    }
  }

  private void onFinished(FrameCursor body) throws SessionException {
    body.end();
    if (proved) {
      throw new SessionException(Reason.OUT_OF_ORDER, "FINISHED twice");
    }
    proved = true;
    listener.onProved();
  }

  private void onWelcome(FrameCursor body) throws SessionException {
    long millis = body.fixed(8);
    body.end();
    if (proved) {
      throw new SessionException(Reason.OUT_OF_ORDER, "WELCOME twice");
    }
    proved = true;
    listener.onWelcome(millis);
  }

  /** Responder: answers FINISHED, with this device's clock. */
  public void welcome(long millis) {
    control.add(FrameBuilder.small(FrameType.WELCOME, b -> b.fixed(millis, 8)));
  }

  /** Queues a frame that has nothing to do with streams. */
  public void sendControl(byte[] frame) {
    control.add(frame);
  }

  /** Asks whether the peer is there. */
  public void ping() {
    control.add(frame(FrameType.PING));
  }

  /** Says goodbye once everything queued before is sent; nothing after it counts. */
  public void close(Reason reason) {
    if (closing == null) {
      closing = reason;
    }
  }

  /** Whether the close record was handed out by {@link #pollRecord}. */
  public boolean closeSent() {
    return closeSent;
  }

  /** Whether the peer proved that it holds the keys. */
  public boolean proved() {
    return proved;
  }

  /**
   * Writes the next record that may be sent now.
   *
   * @param scratch room for a record's plaintext, used during the call only
   * @param out room for a whole record
   * @return bytes of the record, or 0 when there is nothing to send now
   */
  public int pollRecord(byte[] scratch, byte[] out, long now) throws SessionException {
    int length = pollFrame(scratch, now);
    if (length == 0) {
      return 0;
    }
    int record = writer.seal(scratch, 0, length, out, 0);
    if (writerAfterSwitch != null && isSwitch(scratch[0])) {
      writer.destroy();
      writer = writerAfterSwitch;
      writerAfterSwitch = null;
      rekeyedWhereBoth(now);
    }
    return record;
  }

  private int pollFrame(byte[] scratch, long now) throws SessionException {
    byte[] next = control.poll();
    if (next != null) {
      System.arraycopy(next, 0, scratch, 0, next.length);
      return next.length;
    }
    if (closing != null) {
      if (closeSent) {
        return 0;
      }
      closeSent = true;
      FrameBuilder builder = new FrameBuilder(scratch).begin(FrameType.CLOSE);
      return builder.u8(CloseCodes.toWire(closing)).length();
    }
    if (tooOld(now + HOLD_MARGIN_NANOS)) {
      startRekeyWhereDue(now);
      return control.isEmpty() ? 0 : pollFrame(scratch, now);
    }
    return streams.poll(scratch);
  }

  /** Starts a rekey; when one is under way, nothing. */
  public void startRekey() throws SessionException {
    if (rekeyUnderWay || role != Role.INITIATOR) {
      return;
    }
    rekeyUnderWay = true;
    byte[] message = rekeying.offer();
    control.add(FrameBuilder.small(FrameType.REKEY_OFFER, b -> b.bytes(message)));
  }

  /** Call about once a second while {@link #anyOpen()}: begins what is due. */
  public void tick(long now) throws SessionException {
    if (streams.anyOpen()) {
      startRekeyWhereDue(now);
    }
  }

  /** Whether any exchange is open. */
  public boolean anyOpen() {
    return streams.anyOpen();
  }

  /** Ends every exchange and wipes the keys. */
  public void end(Reason reason) {
    streams.end(reason);
    writer.destroy();
    reader.destroy();
    if (writerAfterSwitch != null) {
      writerAfterSwitch.destroy();
    }
    if (readerAfterSwitch != null) {
      readerAfterSwitch.destroy();
    }
  }

  private void startRekeyWhereDue(long now) throws SessionException {
    if (rekeyUnderWay || !proved || !wantsRekey(now)) {
      return;
    }
    if (role == Role.INITIATOR) {
      startRekey();
    } else if (!rekeyAsked) {
      rekeyAsked = true;
      control.add(frame(FrameType.REKEY_WANTED));
    }
  }

  private void onRekeyOffer(byte[] message) throws SessionException {
    if (rekeyUnderWay) {
      throw new SessionException(Reason.OUT_OF_ORDER, "REKEY_OFFER twice");
    }
    rekeyUnderWay = true;
    Rekeying.Answer answer = rekeying.onOffer(message);
    control.add(FrameBuilder.small(FrameType.REKEY_ANSWER, b -> b.bytes(answer.message())));
    writerAfterSwitch = new RecordWriter(answer.keys().outbound());
    readerAfterSwitch = new RecordReader(answer.keys().inbound());
  }

  private void onRekeyAnswer(byte[] message) throws SessionException {
    if (!rekeyUnderWay || writerAfterSwitch != null) {
      throw new SessionException(Reason.OUT_OF_ORDER, "REKEY_ANSWER");
    }
    SessionKeys keys = rekeying.onAnswer(message);
    reader.destroy();
    reader = new RecordReader(keys.inbound());
    writerAfterSwitch = new RecordWriter(keys.outbound());
    control.add(frame(FrameType.REKEY_SWITCH));
  }

  private void onRekeySwitch(FrameCursor body, long now) throws SessionException {
    body.end();
    if (readerAfterSwitch == null) {
      throw new SessionException(Reason.OUT_OF_ORDER, "REKEY_SWITCH");
    }
    reader.destroy();
    reader = readerAfterSwitch;
    readerAfterSwitch = null;
    rekeyedWhereBoth(now);
  }

  private void rekeyedWhereBoth(long now) {
    if (writerAfterSwitch == null && readerAfterSwitch == null) {
      rekeyUnderWay = false;
      rekeyAsked = false;
      keysSince = now;
      listener.onRekeyed();
    }
  }

  private boolean isSwitch(byte code) {
    FrameType type = role == Role.INITIATOR ? FrameType.REKEY_SWITCH : FrameType.REKEY_ANSWER;
    return (code & 0xff) == type.code();
  }

  private boolean wantsRekey(long now) {
    return limits.wantsRekey(now - keysSince, records(), bytes());
  }

  private boolean tooOld(long now) {
    return limits.tooOld(now - keysSince, records(), bytes());
  }

  private void refuseOldKeys(long now) throws SessionException {
    if (tooOld(now)) {
      throw new SessionException(Reason.KEYS_TOO_OLD, "no rekey in time");
    }
  }

  private long records() {
    return Math.max(writer.records(), reader.records());
  }

  private long bytes() {
    return Math.max(writer.bytes(), reader.bytes());
  }

  private static byte[] signature(FrameCursor body) throws SessionException {
    byte[] signature = body.bytes(64);
    body.end();
    return signature;
  }

  private static Reason reason(FrameCursor body) throws SessionException {
    int code = body.u8();
    body.end();
    return CloseCodes.fromWire(code);
  }

  private static byte[] frame(FrameType type) {
    return new byte[] {(byte) type.code()};
  }
}
