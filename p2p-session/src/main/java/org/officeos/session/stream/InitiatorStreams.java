package org.officeos.session.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.officeos.session.Progress;
import org.officeos.session.ResponseListener;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.bytecode.RejectedException;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResponseCodec;
import org.officeos.session.crypto.PeerIdentity;

/**
 * The handheld's half of the multiplexer. Confined to the session's I/O thread. Frames for an
 * exchange that was cancelled here may still be on their way and are passed over.
 */
public final class InitiatorStreams implements Streams {

  private final PeerIdentity peer;
  private final byte[] sessionHash;
  private final Map<Long, InitiatorExchange> open = new HashMap<>();
  private final ArrayDeque<byte[]> frames = new ArrayDeque<>();
  private long lastId;

  /** Streams of one session. */
  public InitiatorStreams(PeerIdentity peer, byte[] sessionHash) {
    this.peer = peer;
    this.sessionHash = sessionHash.clone();
  }

  /**
   * Sends an instruction that was signed for the next id.
   *
   * @param id one more than the last
   */
  public void send(
      long id,
      byte[] content,
      byte[] signature,
      ResponseListener listener,
      ExchangeOutcome outcome,
      boolean wantsReceipt) {
    if (id != lastId + 1) {
      throw new IllegalArgumentException("message ids count up");
    }
    lastId = id;
    open.put(id, new InitiatorExchange(id, listener, outcome, wantsReceipt));
    FrameBuilder frame = new FrameBuilder(new byte[instructionFrameLength(id, content.length)]);
    frame.begin(FrameType.INSTRUCTION).varint(id).bytes(signature).bytes(content);
    frames.add(frame.array());
  }

  /** Length of an INSTRUCTION frame, in bytes. */
  public static int instructionFrameLength(long id, int contentLength) {
    int varint = (63 - Long.numberOfLeadingZeros(id | 1)) / 7 + 1;
    return 1 + varint + PeerIdentity.SIGNATURE_LENGTH + contentLength;
  }

  /** Ends an exchange here and tells the laptop to stop. */
  public void cancel(long id) {
    InitiatorExchange exchange = open.remove(id);
    if (exchange != null) {
      frames.add(FrameBuilder.small(FrameType.CANCEL, b -> b.varint(id)));
      exchange.fail(new SessionException(Reason.CANCELLED));
    }
  }

  /** Gives leave for more body bytes. */
  public void grant(long id, int bytes) {
    InitiatorExchange exchange = open.get(id);
    if (exchange != null && bytes > 0) {
      exchange.granted(bytes);
      credit(id, bytes);
    }
  }

  @Override
  public void onFrame(FrameType type, FrameCursor body) throws SessionException {
    long id = body.varint();
    if (id == 0 || id > lastId) {
      throw new SessionException(Reason.OUT_OF_ORDER, type + " for no message");
    }
    InitiatorExchange exchange = open.get(id);
    if (exchange == null) {
      return;
    }
    switch (type) {
      case PROGRESS -> exchange.onProgress(progress(body));
      case HEAD -> {
        int encoding = body.u8();
        long decoded = body.varint();
        long encoded = body.varint();
        body.end();
        exchange.onHead(encoding, decoded, encoded);
      }
      case CHUNK -> {
        int due = exchange.onChunk(body.array(), body.position(), body.remaining());
        if (due > 0) {
          credit(id, due);
        }
      }
      default -> onFinal(exchange, body);
    }
  }

  private void onFinal(InitiatorExchange exchange, FrameCursor body) throws SessionException {
    byte[] signature = body.bytes(PeerIdentity.SIGNATURE_LENGTH);
    byte[] encoded = body.rest();
    if (!peer.verify(Signatures.response(sessionHash, exchange.id(), encoded), signature)) {
      throw new SessionException(Reason.BAD_SIGNATURE, "response " + exchange.id());
    }
    Response response;
    try {
      response = ResponseCodec.decode(encoded);
    } catch (RejectedException e) {
      throw new SessionException(Reason.MALFORMED, "response: " + e.getMessage(), e);
    }
    exchange.onFinal(response);
    open.remove(exchange.id());
  }

  private static Progress progress(FrameCursor body) throws SessionException {
    int permille = body.varint(1000);
    int step = body.varint(1_000_000);
    int steps = body.varint(1_000_000);
    long eta = body.varint() - 1;
    body.end();
    return new Progress(permille, step, steps, eta);
  }

  private void credit(long id, int bytes) {
    frames.add(FrameBuilder.small(FrameType.CREDIT, b -> b.varint(id).varint(bytes)));
  }

  @Override
  public int poll(byte[] out) {
    byte[] frame = frames.poll();
    if (frame == null) {
      return 0;
    }
    System.arraycopy(frame, 0, out, 0, frame.length);
    return frame.length;
  }

  @Override
  public boolean anyOpen() {
    return !open.isEmpty();
  }

  @Override
  public void end(Reason reason) {
    ArrayList<InitiatorExchange> ended = new ArrayList<>(open.values());
    open.clear();
    frames.clear();
    ended.forEach(exchange -> exchange.fail(new SessionException(reason)));
  }
}
