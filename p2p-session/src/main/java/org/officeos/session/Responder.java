package org.officeos.session;

import java.util.function.Consumer;
import org.officeos.session.bytecode.Response;

/**
 * Answers one instruction. Exactly one {@code complete} ends it; after the end every other call
 * does nothing. Safe for use by several threads, but one writer at a time.
 */
public interface Responder {

  /** Tells the handheld how far the work is. Never blocks; only the latest untold word is sent. */
  void progress(Progress progress);

  /**
   * Sends a piece of a body whose length is not known yet, such as a token. Blocks while the
   * handheld has given no credit, so never call it on an I/O thread.
   *
   * @throws SessionException when the exchange ended meanwhile: {@code CANCELLED}, {@code CUT}, …
   * @throws InterruptedException when the waiting thread was interrupted
   */
  void write(byte[] data, int offset, int length) throws SessionException, InterruptedException;

  /** Ends the exchange after zero or more {@link #write} calls. */
  void complete(Response response);

  /**
   * Ends the exchange with a whole body, which is compressed where that shrinks it. Never blocks:
   * the body is sent as credit allows.
   */
  void complete(Response response, byte[] body);

  /**
   * Calls {@code action} once, when the exchange ended other than by {@code complete}: {@code
   * CANCELLED} by the handheld, or the reason the session ended. At once if it has. Runs on an I/O
   * thread.
   */
  void onAbandoned(Consumer<SessionException.Reason> action);

  /** Whether an answer is still wanted. */
  boolean isOpen();
}
