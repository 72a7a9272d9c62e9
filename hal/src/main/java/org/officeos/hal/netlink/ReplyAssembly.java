package org.officeos.hal.netlink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.officeos.hal.netlink.FormatException.Reason;

/**
 * Puts one request's answer together from the messages that come, and says when it is whole.
 *
 * <table>
 * <caption>What ends it</caption>
 * <tr><th>message</th><th>of a dump</th><th>of one question</th></tr>
 * <tr><td>DONE, error 0</td><td>complete, or interrupted if any part said so</td><td>passed over
 * </td></tr>
 * <tr><td>DONE, error</td><td>refused</td><td>passed over</td></tr>
 * <tr><td>ERROR, error 0</td><td>passed over</td><td>complete</td></tr>
 * <tr><td>ERROR, error</td><td>refused</td><td>refused</td></tr>
 * <tr><td>OVERRUN</td><td>interrupted</td><td>interrupted</td></tr>
 * </table>
 *
 * <p>Messages with another sequence number belong to somebody else, such as an answer that came too
 * late for its asker: they are passed over. A question must be asked with {@code NLM_F_ACK}. For
 * one thread. Source: netlink(7).
 */
public final class ReplyAssembly {

  /** What was asked. */
  public enum Kind {
    /** All there are, with {@code NLM_F_DUMP}. */
    DUMP,
    /** One thing, with {@code NLM_F_ACK}. */
    QUESTION
  }

  /** Most parts of an answer; a radio has about 40, an interface one. */
  public static final int MAX_PARTS = 8192;

  /** Most bytes of an answer: 8 MiB. */
  public static final int MAX_BYTES = 8 << 20;

  private final Kind kind;
  private final int sequence;
  private final List<NetlinkMessage> parts = new ArrayList<>();
  private int bytes;
  private boolean interrupted;
  private boolean ended;

  /** Waits for the answer to the request with this sequence number. */
  public ReplyAssembly(Kind kind, int sequence) {
    this.kind = kind;
    this.sequence = sequence;
  }

  /**
   * Takes the next message.
   *
   * @return how the request ended, once it has; empty while more is to come
   * @throws FormatException {@code TOO_MANY}, or what is wrong with the ending
   * @throws IllegalStateException after the end
   */
  public Optional<Reply> accept(NetlinkMessage message) throws FormatException {
    if (ended) {
      throw new IllegalStateException("this answer is whole");
    }
    if (message.sequence() != sequence) {
      return Optional.empty();
    }
    interrupted |= message.has(NetlinkMessage.F_MULTI | NetlinkMessage.F_DUMP_INTERRUPTED);
    Optional<Reply> end =
        switch (message.type()) {
          case NetlinkMessage.ERROR -> atError(message);
          case NetlinkMessage.DONE -> atDone(message);
          case NetlinkMessage.OVERRUN -> Optional.of(new Reply.Interrupted());
          case NetlinkMessage.NOOP -> Optional.empty();
          default -> keep(message);
        };
    ended = end.isPresent();
    return end;
  }

  private Optional<Reply> atError(NetlinkMessage message) throws FormatException {
    Optional<KernelRefusal> refusal = KernelRefusal.of(message);
    if (refusal.isPresent()) {
      return Optional.of(new Reply.Refused(refusal.get()));
    }
    return kind == Kind.QUESTION ? Optional.of(new Reply.Complete(parts)) : Optional.empty();
  }

  private Optional<Reply> atDone(NetlinkMessage message) throws FormatException {
    if (kind == Kind.QUESTION) {
      return Optional.empty();
    }
    Optional<KernelRefusal> refusal = KernelRefusal.of(message);
    if (refusal.isPresent()) {
      return Optional.of(new Reply.Refused(refusal.get()));
    }
    return Optional.of(interrupted ? new Reply.Interrupted() : new Reply.Complete(parts));
  }

  private Optional<Reply> keep(NetlinkMessage message) throws FormatException {
    bytes += message.sharedPayload().length;
    if (parts.size() == MAX_PARTS || bytes > MAX_BYTES) {
      throw new FormatException(Reason.TOO_MANY, 0);
    }
    parts.add(message);
    return Optional.empty();
  }
}
