package org.officeos.handheld.testing;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.officeos.session.Exchange;
import org.officeos.session.Progress;
import org.officeos.session.ReceivedResponse;
import org.officeos.session.ResponseListener;
import org.officeos.session.SessionException;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.InstructionCodec;
import org.officeos.session.bytecode.RejectedException;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResponseCodec;
import org.officeos.session.bytecode.ResultCode;

/** One instruction at a laptop of the test's own. Strict: nothing may follow the end. */
public final class FakeExchange implements Exchange {

  static final int OVERHEAD = 85;

  private final FakeSession session;
  private final Instruction instruction;
  private final ResponseListener listener;
  private final int bytes;
  private final CompletableFuture<ReceivedResponse> response = new CompletableFuture<>();
  private final CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
  private long body;

  FakeExchange(FakeSession session, Instruction instruction, ResponseListener listener) {
    this.session = session;
    this.instruction = instruction;
    this.listener = listener;
    try {
      byte[] encoded = InstructionCodec.encode(instruction);
      if (!InstructionCodec.decode(encoded).equals(instruction)) {
        throw new AssertionError("the instruction does not survive its own codec");
      }
      this.bytes = encoded.length;
    } catch (RejectedException e) {
      throw new AssertionError("the client sent what no laptop accepts", e);
    }
  }

  /** What was asked. */
  public Instruction instruction() {
    return instruction;
  }

  /** The laptop says how far it is. */
  public FakeExchange progress(int permille, int step, int steps, long etaMillis) {
    requireOpen();
    listener.onProgress(new Progress(permille, step, steps, etaMillis));
    return this;
  }

  /** The laptop sends a piece of the body. */
  public FakeExchange data(byte[] piece) {
    requireOpen();
    if (!listener.consumesBody()) {
      throw new AssertionError("the client should take bodies as they come");
    }
    session.received(piece.length);
    body += piece.length;
    byte[] within = new byte[piece.length + 7];
    System.arraycopy(piece, 0, within, 5, piece.length);
    listener.onData(within, 5, piece.length);
    return this;
  }

  /** The same with a text. */
  public FakeExchange text(String piece) {
    return data(piece.getBytes(StandardCharsets.UTF_8));
  }

  /** The laptop ends the exchange. */
  public void complete(Response last) {
    requireOpen();
    try {
      session.received(ResponseCodec.encode(last).length + OVERHEAD);
    } catch (RejectedException e) {
      throw new AssertionError("the test's laptop sent what no laptop can", e);
    }
    response.complete(new ReceivedResponse(last, new byte[0], body, false));
  }

  /** The laptop ends the exchange well, without metadata. */
  public void ok() {
    complete(Response.of(ResultCode.OK));
  }

  /** Completes when the client cancelled. */
  public CompletableFuture<Boolean> cancelled() {
    return cancelled;
  }

  void end(SessionException.Reason reason) {
    response.completeExceptionally(new SessionException(reason));
  }

  private void requireOpen() {
    if (response.isDone()) {
      throw new AssertionError("the exchange has ended");
    }
  }

  @Override
  public long messageId() {
    return 1;
  }

  @Override
  public int instructionBytes() {
    return bytes;
  }

  @Override
  public int wireBytes() {
    return bytes + OVERHEAD;
  }

  @Override
  public CompletableFuture<ReceivedResponse> response() {
    return response;
  }

  @Override
  public void cancel() {
    cancelled.complete(true);
    end(SessionException.Reason.CANCELLED);
  }

  @Override
  public void grant(int granted) {
    throw new AssertionError("credit is automatic here");
  }
}
