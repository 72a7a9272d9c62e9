package org.officeos.handheld.client;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.officeos.handheld.link.LinkProvider;
import org.officeos.handheld.picture.PictureException;
import org.officeos.handheld.picture.PictureHeader;
import org.officeos.session.Session;
import org.officeos.session.SessionEndpoint;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;

/**
 * Asks one paired laptop, for games and scripts as for the command line. All requests share one
 * session, which is opened when first needed and again when it was lost; each runs on a daemon
 * thread of its own and may be waited for, listened to and cancelled. Safe for use by several
 * threads. What is tried again by itself: {@link RetryPolicy}.
 *
 * <p>Source: founding document, steps 1 to 4 and 15.
 */
public final class OfficeClient implements AutoCloseable {

  /** Longest text answer, in bytes. */
  public static final int MAX_TEXT_BYTES = 1024 * 1024;

  private static final Duration STATUS_TIMEOUT = Duration.ofSeconds(15);

  private final SecureRandom random;
  private final SessionKeeper sessions;
  private final RequestRun.Setup setup;

  /** A client by the machine's own clock. */
  public OfficeClient(
      SessionEndpoint endpoint,
      LinkProvider links,
      RelationshipId relationship,
      RetryPolicy retry,
      SecureRandom random) {
    this(endpoint, links, relationship, retry, random, System::nanoTime);
  }

  /**
   * A client.
   *
   * @param endpoint opens sessions; this client does not close it
   * @param links the way to the laptop
   * @param relationship whom to ask
   * @param retry what is tried again
   * @param random the source of request ids
   * @param nanos a clock that never runs backwards, in nanoseconds
   */
  public OfficeClient(
      SessionEndpoint endpoint,
      LinkProvider links,
      RelationshipId relationship,
      RetryPolicy retry,
      SecureRandom random,
      LongSupplier nanos) {
    this.random = random;
    this.sessions = new SessionKeeper(endpoint, links, relationship, nanos);
    this.setup = new RequestRun.Setup(sessions, retry, nanos, random::nextDouble);
  }

  /** Asks for a picture. */
  public Pending<Picture> imageOf(ImageRequest request, RequestListener listener) {
    RequestId id = RequestId.random(random);
    return start(
        id,
        request.toInstruction(id),
        request.timeout(),
        PictureHeader.MAX_BYTES,
        listener,
        OfficeClient::picture);
  }

  /** Asks for a text to be continued. */
  public Pending<Answer> complete(CompleteRequest request, RequestListener listener) {
    RequestId id = RequestId.random(random);
    Duration timeout = request.options().timeout();
    return start(
        id, request.toInstruction(id), timeout, MAX_TEXT_BYTES, listener, OfficeClient::answer);
  }

  /** Asks for an answer to a conversation. */
  public Pending<Answer> chat(ChatRequest request, RequestListener listener) {
    RequestId id = RequestId.random(random);
    Duration timeout = request.options().timeout();
    return start(
        id, request.toInstruction(id), timeout, MAX_TEXT_BYTES, listener, OfficeClient::answer);
  }

  /** Asks what this relationship may do and what is left of each limit. */
  public Pending<LaptopStatus> status(RequestListener listener) {
    Instruction instruction =
        Instruction.of(Opcode.STATUS).with(Field.DEADLINE_MILLIS, STATUS_TIMEOUT.toMillis());
    return start(
        RequestId.random(random),
        instruction,
        STATUS_TIMEOUT,
        MAX_TEXT_BYTES,
        listener,
        ended ->
            new LaptopStatus(
                OfficeClient.answer(ended).text(),
                sessions.open().session().peerTime().getEpochSecond(),
                ended.report()));
  }

  /**
   * Renews the relationship; blocks. Not tried again by itself: after a cut, ask {@link #status} or
   * look at the relationship to see whether it was renewed.
   *
   * @param lifetime how long it should last from now
   * @return the relationship as it is stored now
   */
  public Relationship renew(Duration lifetime) throws OfficeException, InterruptedException {
    return SessionKeeper.await(sessions.open().session().renew(lifetime));
  }

  /**
   * Opens a session, if none stands, and returns what tells the laptop, inside it, that the
   * relationship is revoked. Between the two the caller erases its own store, so that revocation
   * never waits for the peer. Both block.
   */
  public Farewell farewell() throws OfficeException, InterruptedException {
    Session session = sessions.open().session();
    return () -> SessionKeeper.await(session.revoke());
  }

  /** Tells the laptop that a relationship is revoked. */
  public interface Farewell {
    /** Blocks until it is told. */
    void say() throws OfficeException, InterruptedException;
  }

  /** Closes the session properly; requests under way end with {@link Reason#CLIENT_CLOSED}. */
  @Override
  public void close() {
    sessions.close();
  }

  private interface Finish<T> {
    T of(RequestRun.Ended ended) throws OfficeException, InterruptedException;
  }

  private <T> Pending<T> start(
      RequestId id,
      Instruction instruction,
      Duration timeout,
      int maxBody,
      RequestListener listener,
      Finish<T> finish) {
    RequestRun run =
        new RequestRun(setup, new RequestRun.Asked(id, instruction, timeout, maxBody), listener);
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread = new Thread(() -> settle(result, run, finish), "officeos-request-" + id);
    thread.setDaemon(true);
    thread.start();
    return new Pending<>(id, result, run::cancel);
  }

  private static <T> void settle(CompletableFuture<T> result, RequestRun run, Finish<T> finish) {
    try {
      result.complete(finish.of(run.run()));
    } catch (OfficeException e) {
      result.completeExceptionally(e);
    } catch (InterruptedException e) {
      result.completeExceptionally(OfficeException.of(Reason.CANCELLED, "", e));
    } catch (RuntimeException e) {
      result.completeExceptionally(OfficeException.of(Reason.INTERNAL, String.valueOf(e), e));
    }
  }

  private static Picture picture(RequestRun.Ended ended) throws OfficeException {
    try {
      return new Picture(ended.body(), PictureHeader.read(ended.body()), ended.report());
    } catch (PictureException e) {
      Reason reason =
          switch (e.reason()) {
            case NOT_A_PICTURE, TRUNCATED, MALFORMED -> Reason.PICTURE_INVALID;
            case TOO_MANY_PIXELS, TOO_MANY_BYTES -> Reason.PICTURE_TOO_LARGE;
          };
      throw OfficeException.of(reason, e.reason().name(), e);
    }
  }

  private static Answer answer(RequestRun.Ended ended) {
    StreamingUtf8 text = new StreamingUtf8();
    return new Answer(text.push(ended.body()) + text.finish(), ended.report());
  }
}
