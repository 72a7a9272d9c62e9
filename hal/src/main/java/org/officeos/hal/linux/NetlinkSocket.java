package org.officeos.hal.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.officeos.hal.linux.NetlinkException.Reason;
import org.officeos.hal.linux.lib.ErrnoException;
import org.officeos.hal.linux.lib.LibC;
import org.officeos.hal.netlink.FormatException;
import org.officeos.hal.netlink.NetlinkMessage;
import org.officeos.hal.netlink.Reply;
import org.officeos.hal.netlink.ReplyAssembly;

/**
 * One socket to the kernel, for questions or for notifications, not for both: what comes unasked
 * while a question waits is passed over. Datagrams of other senders than the kernel are passed
 * over. For one thread. Source: netlink(7).
 *
 * <pre>
 *   0        2     4      8        12
 *   +--------+-----+------+--------+
 *   | family | pad | port | groups |   sockaddr_nl, family in the machine's byte order
 *   | u16    | u16 | u32  | u32    |   port 0: on our side "choose one", on the other the kernel
 *   +--------+-----+------+--------+
 * </pre>
 */
final class NetlinkSocket implements AutoCloseable {

  /** Longest datagram that is received; the kernel's dumps fill at most 32 KiB. */
  static final int MAX_DATAGRAM = 1 << 16;

  /** What may wait to be received before the kernel drops notifications. */
  static final int BUFFER = 1 << 20;

  private static final int ADD_MEMBERSHIP = 1;
  private static final int CAP_ACK = 10;
  private static final int EXT_ACK = 11;
  private static final int ADDRESS = 12;
  private static final int DUMPS_AT_MOST = 5;

  private final LibC libc;
  private final LongSupplier nanos;
  private final int fd;
  private final byte[] buffer = new byte[MAX_DATAGRAM];
  private int sequence;
  private boolean closed;

  private NetlinkSocket(LibC libc, LongSupplier nanos, int fd) {
    this.libc = libc;
    this.nanos = nanos;
    this.fd = fd;
  }

  /**
   * Opens one.
   *
   * @param protocol {@code NETLINK_ROUTE} 0 or {@code NETLINK_GENERIC} 16
   * @param nanos a clock such as {@link System#nanoTime}
   * @throws NetlinkException {@code NO_SOCKET}
   */
  static NetlinkSocket open(LibC libc, int protocol, LongSupplier nanos) throws NetlinkException {
    return open(libc, protocol, nanos, BUFFER);
  }

  /**
   * Opens one with another buffer.
   *
   * @param size bytes that may wait to be received; the kernel doubles it, and has a least
   */
  static NetlinkSocket open(LibC libc, int protocol, LongSupplier nanos, int size)
      throws NetlinkException {
    int fd;
    try {
      fd = libc.socket(LibC.AF_NETLINK, LibC.SOCK_RAW | LibC.SOCK_CLOEXEC, protocol);
    } catch (ErrnoException e) {
      throw new NetlinkException(Reason.NO_SOCKET, "netlink protocol " + protocol, e);
    }
    NetlinkSocket socket = new NetlinkSocket(libc, nanos, fd);
    try {
      libc.bind(fd, kernel());
    } catch (ErrnoException e) {
      socket.close();
      throw new NetlinkException(Reason.NO_SOCKET, "netlink protocol " + protocol, e);
    }
    socket.prefer(LibC.SOL_NETLINK, CAP_ACK, 1);
    socket.prefer(LibC.SOL_NETLINK, EXT_ACK, 1);
    socket.prefer(LibC.SOL_SOCKET, LibC.SO_RCVBUF, size);
    socket.prefer(LibC.SOL_SOCKET, LibC.SO_RCVBUFFORCE, size);
    return socket;
  }

  /** Options that make things better; kernels before 4.12, or without rights, refuse some. */
  private void prefer(int level, int option, int value) {
    try {
      libc.setsockopt(fd, level, option, number(value));
    } catch (ErrnoException e) {
      if (e.errno() == LibC.EBADF) {
        throw new IllegalStateException("a descriptor that was just made is not open", e);
      }
    }
  }

  /**
   * Hears a multicast group from now on.
   *
   * @throws NetlinkException {@code OPTION_REFUSED}
   */
  void join(int group) throws NetlinkException {
    try {
      libc.setsockopt(fd, LibC.SOL_NETLINK, ADD_MEMBERSHIP, number(group));
    } catch (ErrnoException e) {
      throw new NetlinkException(Reason.OPTION_REFUSED, "multicast group " + group, e);
    }
  }

  /** A request of one sequence number; netlink's codecs make them. */
  interface Request {

    NetlinkMessage numbered(int sequence);
  }

  /**
   * Asks for all there are; again, where that changed meanwhile.
   *
   * @param within longest wait for each try
   * @throws NetlinkException {@code NOT_SENT}, {@code NOT_RECEIVED}, {@code OVERRUN}, {@code
   *     TIMED_OUT}, {@code TOO_LONG}, {@code MALFORMED}, {@code STILL_CHANGING}, {@code REFUSED}
   */
  List<NetlinkMessage> dump(Request request, Duration within) throws NetlinkException {
    for (int i = 0; i < DUMPS_AT_MOST; i++) {
      Optional<List<NetlinkMessage>> answer = ask(ReplyAssembly.Kind.DUMP, request, within);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    throw new NetlinkException(Reason.STILL_CHANGING, DUMPS_AT_MOST + " dumps were interrupted");
  }

  /** Asks one thing; throws as {@link #dump} does. */
  List<NetlinkMessage> question(Request request, Duration within) throws NetlinkException {
    Optional<List<NetlinkMessage>> answer = ask(ReplyAssembly.Kind.QUESTION, request, within);
    if (answer.isEmpty()) {
      throw new NetlinkException(Reason.STILL_CHANGING, "the answer was interrupted");
    }
    return answer.get();
  }

  private Optional<List<NetlinkMessage>> ask(
      ReplyAssembly.Kind kind, Request request, Duration within) throws NetlinkException {
    sequence = sequence == Integer.MAX_VALUE ? 1 : sequence + 1;
    ReplyAssembly assembly = new ReplyAssembly(kind, sequence);
    send(request.numbered(sequence));
    long end = nanos.getAsLong() + within.toNanos();
    do {
      List<NetlinkMessage> messages = receiveBy(end);
      for (NetlinkMessage message : messages) {
        Optional<Reply> reply = accept(assembly, message);
        if (reply.isPresent()) {
          return parts(reply.get());
        }
      }
    } while (nanos.getAsLong() - end < 0);
    throw new NetlinkException(Reason.TIMED_OUT, "no answer in " + within.toMillis() + " ms");
  }

  private static Optional<Reply> accept(ReplyAssembly assembly, NetlinkMessage message)
      throws NetlinkException {
    try {
      return assembly.accept(message);
    } catch (FormatException e) {
      throw new NetlinkException(Reason.MALFORMED, message.toString(), e);
    }
  }

  private static Optional<List<NetlinkMessage>> parts(Reply reply) throws NetlinkException {
    if (reply instanceof Reply.Complete complete) {
      return Optional.of(complete.parts());
    }
    if (reply instanceof Reply.Refused refused) {
      throw new NetlinkException(refused.refusal());
    }
    return Optional.empty();
  }

  private void send(NetlinkMessage message) throws NetlinkException {
    byte[] bytes = message.encoded();
    try {
      int sent = libc.sendto(fd, bytes, LibC.MSG_NOSIGNAL, kernel());
      if (sent != bytes.length) {
        throw new NetlinkException(Reason.NOT_SENT, sent + " of " + bytes.length + " bytes");
      }
    } catch (ErrnoException e) {
      throw new NetlinkException(Reason.NOT_SENT, message.toString(), e);
    }
  }

  /**
   * The next notifications; none where {@code within} passed first.
   *
   * @throws NetlinkException {@code OVERRUN}, {@code NOT_RECEIVED}, {@code TOO_LONG}, {@code
   *     MALFORMED}
   */
  List<NetlinkMessage> next(Duration within) throws NetlinkException {
    return receiveBy(nanos.getAsLong() + within.toNanos());
  }

  private List<NetlinkMessage> receiveBy(long end) throws NetlinkException {
    while (true) {
      Optional<List<NetlinkMessage>> messages = receive();
      if (messages.isPresent()) {
        return messages.get();
      }
      long left = end - nanos.getAsLong();
      if (left <= 0) {
        return List.of();
      }
      await(left);
    }
  }

  private void await(long left) throws NetlinkException {
    int millis = (int) Math.min(Integer.MAX_VALUE, (left + 999_999) / 1_000_000);
    try {
      libc.poll(fd, LibC.POLLIN, millis);
    } catch (ErrnoException e) {
      if (e.errno() != LibC.EINTR) {
        throw new NetlinkException(Reason.NOT_RECEIVED, "waiting", e);
      }
    }
  }

  /** One datagram of the kernel with at least one message; empty where there is none yet. */
  private Optional<List<NetlinkMessage>> receive() throws NetlinkException {
    byte[] from = new byte[ADDRESS];
    int length;
    try {
      length = libc.recvfrom(fd, buffer, LibC.MSG_DONTWAIT | LibC.MSG_TRUNC, from);
    } catch (ErrnoException e) {
      if (e.errno() == LibC.EAGAIN || e.errno() == LibC.EINTR) {
        return Optional.empty();
      }
      boolean lost = e.errno() == LibC.ENOBUFS;
      throw new NetlinkException(lost ? Reason.OVERRUN : Reason.NOT_RECEIVED, "receiving", e);
    }
    if (ByteBuffer.wrap(from).order(ByteOrder.nativeOrder()).getInt(4) != 0) {
      return Optional.empty();
    }
    if (length > buffer.length) {
      throw new NetlinkException(Reason.TOO_LONG, "a datagram of " + length + " bytes");
    }
    try {
      List<NetlinkMessage> messages = NetlinkMessage.split(Arrays.copyOf(buffer, length));
      return messages.isEmpty() ? Optional.empty() : Optional.of(messages);
    } catch (FormatException e) {
      throw new NetlinkException(Reason.MALFORMED, "a datagram of " + length + " bytes", e);
    }
  }

  /** For waiting on several at once. */
  int descriptor() {
    return fd;
  }

  private static byte[] kernel() {
    return ByteBuffer.allocate(ADDRESS)
        .order(ByteOrder.nativeOrder())
        .putShort((short) LibC.AF_NETLINK)
        .array();
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder()).putInt(value).array();
  }

  /** Lets go of the descriptor. Closing twice is no error. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    Descriptors.close(libc, fd);
  }
}
