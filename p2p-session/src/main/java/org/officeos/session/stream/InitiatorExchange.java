package org.officeos.session.stream;

import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.officeos.session.Progress;
import org.officeos.session.ReceivedResponse;
import org.officeos.session.ResponseListener;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.bytecode.Meta;
import org.officeos.session.bytecode.Response;
import org.officeos.session.crypto.Sha256;
import org.officeos.session.record.BodyCompression;
import org.officeos.session.record.DecompressionException;

/**
 * The handheld's side of one exchange: collects or hands on the body, keeps the peer within its
 * credit, and checks the end against what came. Confined to the session's I/O thread.
 */
final class InitiatorExchange {

  private final long id;
  private final ResponseListener listener;
  private final ExchangeOutcome outcome;
  private final @Nullable MessageDigest receipt;

  private byte[] body = new byte[0];
  private int bodyLength;
  private long received;
  private long granted = StreamLimits.INITIAL_CREDIT;
  private boolean headed;
  private boolean compressed;
  private long decodedLength;
  private long encodedLength;
  private long delivered;

  InitiatorExchange(
      long id, ResponseListener listener, ExchangeOutcome outcome, boolean wantsReceipt) {
    this.id = id;
    this.listener = listener;
    this.outcome = outcome;
    this.receipt = wantsReceipt ? Sha256.digest() : null;
  }

  long id() {
    return id;
  }

  void onProgress(Progress progress) {
    listener.onProgress(progress);
  }

  void onHead(int encoding, long decoded, long encoded) throws SessionException {
    if (headed || received > 0) {
      throw new SessionException(Reason.OUT_OF_ORDER, "HEAD after the body began");
    }
    if (encoding > 1 || encoded == 0 || (encoding == 0 && encoded != decoded)) {
      throw new SessionException(Reason.MALFORMED, "HEAD");
    }
    if (decoded > StreamLimits.MAX_RESPONSE || encoded > StreamLimits.MAX_RESPONSE) {
      throw new SessionException(Reason.TOO_LARGE, "response of " + decoded + " bytes");
    }
    headed = true;
    compressed = encoding == 1;
    decodedLength = decoded;
    encodedLength = encoded;
    if (compressed || !listener.consumesBody()) {
      body = new byte[(int) encoded];
    }
  }

  /** Takes a piece; returns the bytes to credit again at once, or 0. */
  int onChunk(byte[] bytes, int offset, int length) throws SessionException {
    if (length == 0) {
      throw new SessionException(Reason.MALFORMED, "empty CHUNK");
    }
    received += length;
    if (received > granted) {
      throw new SessionException(Reason.CREDIT_EXCEEDED, "message " + id);
    }
    if (received > (headed ? encodedLength : StreamLimits.MAX_RESPONSE)) {
      throw new SessionException(Reason.TOO_LARGE, "body of message " + id);
    }
    if (compressed) {
      collect(bytes, offset, length);
    } else {
      deliver(bytes, offset, length);
    }
    return listener.automaticCredit() ? creditDue() : 0;
  }

  private int creditDue() {
    long left = granted - received;
    boolean moreToCome = !headed || received < encodedLength;
    if (moreToCome && left <= StreamLimits.INITIAL_CREDIT / 2) {
      int due = (int) (StreamLimits.INITIAL_CREDIT - left);
      granted += due;
      return due;
    }
    return 0;
  }

  void granted(int bytes) {
    granted += bytes;
  }

  /** The end; checks the response against the body. The signature is verified already. */
  void onFinal(Response response) throws SessionException {
    if (headed && received != encodedLength) {
      throw new SessionException(Reason.MALFORMED, "body of message " + id + " is not whole");
    }
    if (compressed) {
      decompress();
    }
    if (response.number(Meta.LENGTH).orElse(-1) != delivered) {
      throw new SessionException(Reason.MALFORMED, "length of message " + id);
    }
    if (receipt != null) {
      byte[] told = response.bytes(Meta.SHA256).orElse(new byte[0]);
      if (!MessageDigest.isEqual(told, receipt.digest())) {
        throw new SessionException(Reason.BAD_SIGNATURE, "receipt of message " + id);
      }
    }
    byte[] whole = body.length == bodyLength ? body : Arrays.copyOf(body, bodyLength);
    outcome.onResponse(new ReceivedResponse(response, whole, received, compressed));
  }

  void fail(SessionException reason) {
    outcome.onFailure(reason);
  }

  private void decompress() throws SessionException {
    byte[] encoded = body;
    bodyLength = 0;
    body = new byte[0];
    byte[] decoded;
    try {
      decoded =
          BodyCompression.decompress(
              encoded, encoded.length, decodedLength, StreamLimits.MAX_RESPONSE);
    } catch (DecompressionException e) {
      throw new SessionException(Reason.DECOMPRESSION_LIMIT, String.valueOf(e.getMessage()), e);
    }
    if (listener.consumesBody()) {
      deliver(decoded, 0, decoded.length);
    } else {
      account(decoded, 0, decoded.length);
      body = decoded;
      bodyLength = decoded.length;
    }
  }

  private void deliver(byte[] bytes, int offset, int length) {
    account(bytes, offset, length);
    if (listener.consumesBody()) {
      listener.onData(bytes, offset, length);
    } else {
      collect(bytes, offset, length);
    }
  }

  private void account(byte[] bytes, int offset, int length) {
    delivered += length;
    if (receipt != null) {
      receipt.update(bytes, offset, length);
    }
  }

  private void collect(byte[] bytes, int offset, int length) {
    if (body.length - bodyLength < length) {
      body = Arrays.copyOf(body, Math.max(body.length * 2, bodyLength + length));
    }
    System.arraycopy(bytes, offset, body, bodyLength, length);
    bodyLength += length;
  }
}
