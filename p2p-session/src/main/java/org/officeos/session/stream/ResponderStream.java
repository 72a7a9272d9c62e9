package org.officeos.session.stream;

import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.officeos.session.Progress;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.bytecode.Meta;
import org.officeos.session.bytecode.RejectedException;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResponseCodec;

/**
 * The laptop's side of one exchange: what is still to be sent, in the order head, chunks, final,
 * with the newest progress in between. Confined to the session's I/O thread.
 */
public final class ResponderStream {

  private final long id;
  private final ResponderStreams owner;
  private final @Nullable MessageDigest receipt;
  private final ArrayDeque<byte[]> pieces = new ArrayDeque<>();
  private int pieceOffset;
  private long credit = StreamLimits.INITIAL_CREDIT;
  private long totalLength;
  private @Nullable Progress progress;
  private boolean headDue;
  private boolean compressed;
  private long decodedLength;
  private long encodedLength;
  private @Nullable Response response;
  private @Nullable Reason abandoned;
  private boolean ended;
  private @Nullable Consumer<Reason> onAbandoned;
  private IntConsumer onSent = sent -> {};

  ResponderStream(long id, ResponderStreams owner, @Nullable MessageDigest receipt) {
    this.id = id;
    this.owner = owner;
    this.receipt = receipt;
  }

  /** The message id. */
  public long id() {
    return id;
  }

  /** Whether an answer is still wanted and none was completed. */
  public boolean isOpen() {
    return !ended && response == null;
  }

  /** Why the exchange was abandoned, or null. */
  public @Nullable Reason abandoned() {
    return abandoned;
  }

  /** Hears how many body bytes left, each time some did. */
  public void onSent(IntConsumer listener) {
    onSent = listener;
  }

  /** Hears once that the exchange ended other than by completion; at once if it has. */
  public void onAbandoned(Consumer<Reason> listener) {
    if (abandoned != null) {
      listener.accept(abandoned);
    } else {
      onAbandoned = listener;
    }
  }

  /** Keeps the newest progress to be sent. */
  public void progress(Progress newest) {
    if (isOpen()) {
      progress = newest;
      owner.ready(this);
    }
  }

  /** Queues a piece of the body. Takes the array. */
  public void write(byte[] piece) {
    if (isOpen() && piece.length > 0) {
      totalLength += piece.length;
      if (receipt != null) {
        receipt.update(piece);
      }
      pieces.add(piece);
      owner.ready(this);
    }
  }

  /** Ends the exchange after what was written. */
  public void complete(Response last) {
    if (isOpen()) {
      progress = null;
      Response full = last.with(Meta.LENGTH, totalLength);
      if (receipt != null) {
        full = full.with(Meta.SHA256, receipt.digest());
      }
      response = full;
      owner.ready(this);
    }
  }

  /**
   * Ends the exchange with a whole body, before which nothing was written. Takes the arrays.
   *
   * @param smaller the body as zstd, or null where it travels as it is
   */
  public void complete(Response last, byte[] body, byte @Nullable [] smaller) {
    if (!isOpen()) {
      return;
    }
    byte[] travelling = smaller == null ? body : smaller;
    if (travelling.length > 0) {
      headDue = true;
      compressed = smaller != null;
      decodedLength = body.length;
      encodedLength = travelling.length;
      pieces.add(travelling);
    }
    totalLength = body.length;
    if (receipt != null) {
      receipt.update(body);
    }
    complete(last);
  }

  void grant(long bytes) {
    credit += bytes;
    owner.ready(this);
  }

  void abandon(Reason reason) {
    if (ended) {
      return;
    }
    ended = true;
    abandoned = reason;
    pieces.clear();
    if (onAbandoned != null) {
      onAbandoned.accept(reason);
    }
  }

  /** Whether {@link #poll} would write a frame now. */
  boolean canSend() {
    if (ended) {
      return false;
    }
    boolean bodyLeft = !pieces.isEmpty();
    return progress != null || headDue || (bodyLeft ? credit > 0 : response != null);
  }

  int poll(byte[] out) {
    FrameBuilder frame = new FrameBuilder(out);
    Progress newest = progress;
    if (newest != null) {
      progress = null;
      return frame
          .begin(FrameType.PROGRESS)
          .varint(id)
          .varint(newest.permille())
          .varint(newest.step())
          .varint(newest.steps())
          .varint(newest.etaMillis() + 1)
          .length();
    }
    if (headDue) {
      headDue = false;
      return frame
          .begin(FrameType.HEAD)
          .varint(id)
          .u8(compressed ? 1 : 0)
          .varint(decodedLength)
          .varint(encodedLength)
          .length();
    }
    return pieces.isEmpty() ? pollFinal(frame) : pollChunk(frame);
  }

  private int pollChunk(FrameBuilder frame) {
    frame.begin(FrameType.CHUNK).varint(id);
    int room = (int) Math.min(credit, StreamLimits.MAX_CHUNK);
    int sent = 0;
    while (sent < room && !pieces.isEmpty()) {
      byte[] piece = pieces.element();
      int count = Math.min(room - sent, piece.length - pieceOffset);
      frame.bytes(piece, pieceOffset, count);
      sent += count;
      pieceOffset += count;
      if (pieceOffset == piece.length) {
        pieces.remove();
        pieceOffset = 0;
      }
    }
    credit -= sent;
    onSent.accept(sent);
    return frame.length();
  }

  private int pollFinal(FrameBuilder frame) {
    Response last = response;
    if (last == null) {
      return 0;
    }
    ended = true;
    owner.finished(this);
    byte[] encoded = encode(last);
    return frame
        .begin(FrameType.FINAL)
        .varint(id)
        .bytes(owner.sign(id, encoded))
        .bytes(encoded)
        .length();
  }

  private static byte[] encode(Response response) {
    try {
      return ResponseCodec.encode(response);
    } catch (RejectedException e) {
      throw new IllegalStateException("a response keeps its values within bounds", e);
    }
  }
}
