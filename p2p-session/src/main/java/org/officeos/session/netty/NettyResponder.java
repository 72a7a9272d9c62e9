package org.officeos.session.netty;

import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.officeos.session.Progress;
import org.officeos.session.Responder;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.bytecode.Response;
import org.officeos.session.record.BodyCompression;
import org.officeos.session.stream.ResponderStream;

/**
 * Brings a worker's answers to the link's I/O thread. At most {@value #BUFFERED} bytes of written
 * pieces wait there; a writer that is ahead of the handheld's credit blocks.
 */
final class NettyResponder implements Responder {

  private static final int BUFFERED = 256 * 1024;

  private final LinkHandler link;
  private final ResponderSession session;
  private final ResponderStream stream;
  private final Semaphore room = new Semaphore(BUFFERED);
  private volatile @Nullable Reason abandoned;
  private volatile boolean completed;

  NettyResponder(LinkHandler link, ResponderSession session, ResponderStream stream) {
    this.link = link;
    this.session = session;
    this.stream = stream;
    stream.onSent(room::release);
  }

  /** On the I/O thread, before the handler sees this: hears the end of the exchange. */
  void watch() {
    stream.onAbandoned(this::abandon);
  }

  private volatile @Nullable Consumer<Reason> action;

  private void abandon(Reason reason) {
    abandoned = reason;
    room.release(BUFFERED);
    Consumer<Reason> listener = action;
    if (listener != null) {
      action = null;
      listener.accept(reason);
    }
  }

  @Override
  public void progress(Progress progress) {
    onLink(() -> stream.progress(progress));
  }

  @Override
  public void write(byte[] data, int offset, int length)
      throws SessionException, InterruptedException {
    int from = offset;
    int left = length;
    while (left > 0) {
      int count = Math.min(left, BUFFERED / 2);
      takeRoom(count);
      byte[] piece = Arrays.copyOfRange(data, from, from + count);
      onLink(() -> stream.write(piece));
      from += count;
      left -= count;
    }
  }

  private void takeRoom(int count) throws SessionException, InterruptedException {
    while (!room.tryAcquire(count, 1, TimeUnit.SECONDS)) {
      requireWanted();
    }
    requireWanted();
  }

  private void requireWanted() throws SessionException {
    Reason reason = abandoned;
    if (reason != null) {
      throw new SessionException(reason, "nobody waits for this answer");
    }
  }

  @Override
  public void complete(Response response) {
    completed = true;
    onLink(() -> stream.complete(response));
  }

  @Override
  public void complete(Response response, byte[] body) {
    completed = true;
    byte[] smaller = BodyCompression.compress(body).orElse(null);
    onLink(() -> stream.complete(response, body, smaller));
  }

  @Override
  public void onAbandoned(Consumer<Reason> listener) {
    link.run(() -> hear(listener), () -> hear(listener));
  }

  private void hear(Consumer<Reason> listener) {
    Reason reason = abandoned;
    if (reason == null) {
      action = listener;
    } else {
      listener.accept(reason);
    }
  }

  @Override
  public boolean isOpen() {
    return !completed && abandoned == null;
  }

  private void onLink(LinkHandler.Step step) {
    link.run(
        () -> {
          step.run();
          session.pump();
        });
  }
}
