package org.officeos.laptop.relay;

import java.time.InstantSource;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.officeos.laptop.budget.Budgets;
import org.officeos.laptop.budget.Verdict;
import org.officeos.laptop.permission.Decision;
import org.officeos.laptop.permission.PermissionPolicy;
import org.officeos.session.ReceivedInstruction;
import org.officeos.session.Responder;
import org.officeos.session.SessionException;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.Meta;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResultCode;

/**
 * Sends bytes back. Small answers leave on the I/O thread itself, because this is what latency is
 * measured with; they reach no service, and are counted without an entry in the trail. Large ones
 * pass the whole chain and stream from a worker as the handheld gives credit, so that they never
 * lie in memory whole.
 */
final class EchoWork implements Work {

  /** Largest answer that is made on the I/O thread, in bytes. */
  static final int SMALL = 64 * 1024;

  private final Budgets budgets;
  private final RelationshipViews views;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final EchoTally tally;

  EchoWork(
      Budgets budgets,
      RelationshipViews views,
      InstantSource clock,
      LongSupplier nanoTime,
      EchoTally tally) {
    this.budgets = budgets;
    this.views = views;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.tally = tally;
  }

  static boolean isSmall(Instruction instruction) {
    return instruction.number(Field.ANSWER_SIZE).orElse(0) <= SMALL;
  }

  /** Answers at once; never blocks. */
  void answer(ReceivedInstruction received, Responder responder) {
    long start = nanoTime.getAsLong();
    RelationshipViews.View view = views.of(received.relationship());
    LongAdder count = tally.of(received.relationship().id());
    Decision decision =
        PermissionPolicy.decide(
            received.relationship().id(),
            view.grants(),
            view.expires(),
            Opcode.ECHO,
            clock.instant());
    if (!decision.allowed()) {
      refuse(responder, FailureTable.of(decision));
      return;
    }
    Verdict verdict = budgets.acquire(received.relationship().id(), Opcode.ECHO);
    if (verdict instanceof Verdict.Refused refused) {
      refuse(responder, FailureTable.of(refused, Opcode.ECHO));
      return;
    }
    if (verdict instanceof Verdict.Granted granted) {
      granted.permit().close();
      count.increment();
      byte[] data = received.instruction().bytes(Field.DATA).orElse(new byte[0]);
      long size = received.instruction().number(Field.ANSWER_SIZE).orElse(data.length);
      byte[] body = new byte[(int) size];
      fill(body, data, 0);
      Response response =
          Response.of(ResultCode.OK)
              .with(Meta.OVERHEAD_MICROS, (nanoTime.getAsLong() - start) / 1000)
              .with(Meta.REMAINING_MINUTE, granted.remaining().minute());
      responder.complete(response, body);
    }
  }

  private static void refuse(Responder responder, RelayFailure failure) {
    Response response = Response.of(failure.result()).with(Meta.DETAIL, failure.detail());
    if (failure.retryAfter().isPresent()) {
      response =
          response.with(
              Meta.RETRY_AFTER_MILLIS,
              (failure.retryAfter().get().toNanos() + 999_999) / 1_000_000);
    }
    responder.complete(response);
  }

  @Override
  public Answer run(RelayContext context) throws RelayFailure, InterruptedException {
    byte[] data = context.instruction().bytes(Field.DATA).orElse(new byte[0]);
    long size = context.instruction().number(Field.ANSWER_SIZE).orElse(data.length);
    long sent = 0;
    byte[] piece = new byte[SMALL];
    try {
      while (sent < size) {
        int length = (int) Math.min(piece.length, size - sent);
        fill(piece, data, sent);
        context.responder.write(piece, 0, length);
        sent += length;
        context.streamed(sent);
      }
    } catch (SessionException e) {
      throw new RelayFailure(ResultCode.CANCELLED, "nobody listens any more");
    }
    return Answer.streamed(Response.of(ResultCode.OK), sent);
  }

  /** Fills with {@code data} over and over, as it stands at {@code offset} of the whole answer. */
  private static void fill(byte[] piece, byte[] data, long offset) {
    if (data.length == 0) {
      return;
    }
    int from = (int) (offset % data.length);
    int at = 0;
    while (at < piece.length) {
      int length = Math.min(data.length - from, piece.length - at);
      System.arraycopy(data, from, piece, at, length);
      at += length;
      from = 0;
    }
  }
}
