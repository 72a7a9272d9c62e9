package org.officeos.handheld.client;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.officeos.session.Exchange;
import org.officeos.session.Progress;
import org.officeos.session.ReceivedResponse;
import org.officeos.session.ResponseListener;
import org.officeos.session.WireCount;
import org.officeos.session.bytecode.Instruction;

/**
 * One request from its first attempt to its end, on a thread of its own. The session's callbacks
 * only put words into a queue, so a slow terminal never holds the session up.
 */
final class RequestRun {

  /** How long after the request's own deadline the laptop's word is still awaited. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** What a run is made of. */
  record Setup(
      SessionKeeper sessions, RetryPolicy retry, LongSupplier nanos, DoubleSupplier luck) {}

  /** What is asked. */
  record Asked(RequestId id, Instruction instruction, Duration timeout, int maxBody) {}

  /** The end of a run that ended well. */
  record Ended(byte[] body, Report report) {}

  private enum Word {
    CANCEL
  }

  private final Setup setup;
  private final Asked asked;
  private final RequestListener listener;
  private final LinkedBlockingQueue<Object> words = new LinkedBlockingQueue<>();
  private final StreamingUtf8 text = new StreamingUtf8();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private RetryPolicy.Stage stage = RetryPolicy.Stage.CONNECTING;

  private boolean cancelled;
  private @Nullable Thread interruptible;

  RequestRun(Setup setup, Asked asked, RequestListener listener) {
    this.setup = setup;
    this.asked = asked;
    this.listener = listener;
  }

  /** From any thread. */
  synchronized void cancel() {
    cancelled = true;
    words.add(Word.CANCEL);
    if (interruptible != null) {
      interruptible.interrupt();
    }
  }

  Ended run() throws OfficeException {
    long start = setup.nanos().getAsLong();
    long deadline = start + asked.timeout().plus(GRACE).toNanos();
    for (int attempt = 1; ; attempt++) {
      listener.onConnecting(attempt);
      try {
        stage = RetryPolicy.Stage.CONNECTING;
        return attempt(attempt, start, deadline);
      } catch (OfficeException e) {
        Optional<Duration> pause =
            setup.retry().pauseAfter(attempt, stage, e.reason(), setup.luck().getAsDouble());
        if (pause.isEmpty() || deadline - setup.nanos().getAsLong() < pause.get().toNanos()) {
          throw e;
        }
        listener.onRetry(e.reason(), pause.get());
        pause(pause.get());
      }
    }
  }

  private Ended attempt(int attempt, long start, long deadline) throws OfficeException {
    SessionKeeper.Opened opened = open();
    WireCount before = opened.session().wire();
    stage = RetryPolicy.Stage.SENT;
    words.removeIf(word -> word != Word.CANCEL);
    long sent = setup.nanos().getAsLong();
    Exchange exchange = opened.session().send(asked.instruction(), new Ear());
    CompletableFuture<ReceivedResponse> unused =
        exchange.response().whenComplete((done, failed) -> words.add(done != null ? done : failed));
    listener.onSent(
        opened.session().relationship(), opened.connectMicros(), opened.handshakeMicros());
    listener.onInstruction(exchange.instructionBytes(), exchange.wireBytes());
    long firstByte = -1;
    while (true) {
      Object word = next(exchange, deadline);
      long now = setup.nanos().getAsLong();
      if (word instanceof Progress progress) {
        listener.onProgress(progress);
      } else if (word instanceof byte[] piece) {
        firstByte = firstByte < 0 ? now : firstByte;
        take(exchange, piece);
      } else if (word instanceof ReceivedResponse received) {
        if (!received.response().ok()) {
          throw OfficeException.of(received.response());
        }
        take(exchange, received.body());
        say(text.finish());
        Report report =
            new Report(
                asked.id(),
                attempt,
                exchange.instructionBytes(),
                exchange.wireBytes(),
                opened.handshake(),
                opened.session().wire().since(before),
                received.encodedBytes(),
                body.size(),
                received.compressed(),
                opened.connectMicros(),
                opened.handshakeMicros(),
                ((firstByte < 0 ? now : firstByte) - sent) / 1000,
                (now - start) / 1000,
                received.response());
        return new Ended(body.toByteArray(), report);
      } else if (word == Word.CANCEL) {
        exchange.cancel();
        throw OfficeException.of(Reason.CANCELLED);
      } else {
        throw SessionKeeper.unwrapped((Throwable) word);
      }
    }
  }

  private SessionKeeper.Opened open() throws OfficeException {
    if (!mayBeInterrupted(true)) {
      throw OfficeException.of(Reason.CANCELLED);
    }
    try {
      return setup.sessions().open();
    } catch (InterruptedException e) {
      throw OfficeException.of(Reason.CANCELLED, "", e);
    } finally {
      mayBeInterrupted(false);
    }
  }

  private void pause(Duration pause) throws OfficeException {
    if (!mayBeInterrupted(true)) {
      throw OfficeException.of(Reason.CANCELLED);
    }
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      throw OfficeException.of(Reason.CANCELLED, "", e);
    } finally {
      mayBeInterrupted(false);
    }
  }

  private synchronized boolean mayBeInterrupted(boolean may) {
    interruptible = may ? Thread.currentThread() : null;
    Thread.interrupted();
    return !cancelled;
  }

  private Object next(Exchange exchange, long deadline) throws OfficeException {
    try {
      Object word = words.poll(deadline - setup.nanos().getAsLong(), TimeUnit.NANOSECONDS);
      if (word == null) {
        exchange.cancel();
        throw OfficeException.of(Reason.NO_ANSWER);
      }
      return word;
    } catch (InterruptedException e) {
      exchange.cancel();
      throw OfficeException.of(Reason.CANCELLED, "", e);
    }
  }

  private void take(Exchange exchange, byte[] piece) throws OfficeException {
    if (piece.length == 0) {
      return;
    }
    stage = RetryPolicy.Stage.ANSWERING;
    if (piece.length > asked.maxBody() - body.size()) {
      exchange.cancel();
      throw OfficeException.of(Reason.ANSWER_TOO_LARGE);
    }
    body.write(piece, 0, piece.length);
    if (isText()) {
      say(text.push(piece));
    }
  }

  private boolean isText() {
    return switch (asked.instruction().opcode()) {
      case COMPLETE, CHAT -> true;
      case ECHO, GENERATE_IMAGE, STATUS -> false;
    };
  }

  private void say(String token) {
    if (!token.isEmpty()) {
      listener.onToken(token);
    }
  }

  /** Hears the session's I/O thread and passes on at once. */
  private final class Ear implements ResponseListener {

    private long heard;

    @Override
    public void onProgress(Progress progress) {
      words.add(progress);
    }

    @Override
    public void onData(byte[] data, int offset, int length) {
      heard += length;
      if (heard - length <= asked.maxBody()) {
        words.add(Arrays.copyOfRange(data, offset, offset + length));
      }
    }

    @Override
    public boolean consumesBody() {
      return true;
    }
  }
}
