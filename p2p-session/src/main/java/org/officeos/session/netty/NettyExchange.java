package org.officeos.session.netty;

import java.util.concurrent.CompletableFuture;
import org.officeos.session.Exchange;
import org.officeos.session.ReceivedResponse;
import org.officeos.session.SessionException;
import org.officeos.session.record.RecordFormat;
import org.officeos.session.stream.ExchangeOutcome;
import org.officeos.session.stream.InitiatorStreams;

/** A caller's hold on one exchange. */
final class NettyExchange implements Exchange, ExchangeOutcome {

  private final NettySession session;
  private final long id;
  private final int instructionBytes;
  private final CompletableFuture<ReceivedResponse> response = new CompletableFuture<>();

  NettyExchange(NettySession session, long id, int instructionBytes) {
    this.session = session;
    this.id = id;
    this.instructionBytes = instructionBytes;
  }

  @Override
  public long messageId() {
    return id;
  }

  @Override
  public int instructionBytes() {
    return instructionBytes;
  }

  @Override
  public int wireBytes() {
    return RecordFormat.HEADER
        + InitiatorStreams.instructionFrameLength(id, instructionBytes)
        + RecordFormat.TAG;
  }

  @Override
  public CompletableFuture<ReceivedResponse> response() {
    return response;
  }

  @Override
  public void cancel() {
    session.cancel(id);
  }

  @Override
  public void grant(int bytes) {
    session.grant(id, bytes);
  }

  @Override
  public void onResponse(ReceivedResponse received) {
    response.complete(received);
  }

  @Override
  public void onFailure(SessionException reason) {
    response.completeExceptionally(reason);
  }
}
