package org.officeos.hal.linux.lib;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** One netlink socket of {@link FakeLibC}, with what waits in it. */
final class FakeNetlinkSocket {

  /** What waits: a datagram of somebody, or an error to be told once. */
  private record Waiting(byte[] datagram, int sender, int errno) {}

  private static final Set<Integer> NUMBERS = Set.of(1, 2, 10, 11);

  private final int protocol;
  private final int port;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final Set<Integer> groups = new HashSet<>();
  private boolean bound;

  FakeNetlinkSocket(int protocol, int port) {
    this.protocol = protocol;
    this.port = port;
  }

  void bind(byte[] address) throws ErrnoException {
    if (address.length != 12 || address[0] != LibC.AF_NETLINK || bound) {
      throw new ErrnoException("bind", LibC.EINVAL);
    }
    bound = true;
  }

  void setsockopt(int level, int option, byte[] value) throws ErrnoException {
    if (level == LibC.SOL_SOCKET) {
      return;
    }
    if (level != LibC.SOL_NETLINK || !NUMBERS.contains(option)) {
      throw new ErrnoException("setsockopt", LibC.ENOPROTOOPT);
    }
    int number = ByteBuffer.wrap(value).order(ByteOrder.nativeOrder()).getInt();
    if (option == 1 && (number < 1 || number > 1024)) {
      throw new ErrnoException("setsockopt", LibC.EINVAL);
    }
    if (option == 1) {
      groups.add(number);
    }
  }

  int sendto(FakeKernel kernel, byte[] data, byte[] address) throws ErrnoException {
    if (address.length != 12 || address[0] != LibC.AF_NETLINK) {
      throw new ErrnoException("sendto", LibC.EINVAL);
    }
    kernel.answer(protocol, data, port).forEach(answer -> deliver(answer, 0));
    return data.length;
  }

  boolean hears(int ofProtocol, int group) {
    return protocol == ofProtocol && groups.contains(group);
  }

  void deliver(byte[] datagram, int sender) {
    waiting.add(new Waiting(datagram, sender, 0));
  }

  void fail(int errno) {
    waiting.add(new Waiting(new byte[0], 0, errno));
  }

  boolean hasWaiting() {
    return !waiting.isEmpty();
  }

  int receive(byte[] data, int flags, byte[] from) throws ErrnoException {
    if (!bound || (flags & LibC.MSG_DONTWAIT) == 0) {
      throw new AssertionError("this fake receives on bound sockets, and never waits");
    }
    if (waiting.isEmpty()) {
      throw new ErrnoException("recvfrom", LibC.EAGAIN);
    }
    Waiting next = waiting.remove();
    if (next.errno() != 0) {
      throw new ErrnoException("recvfrom", next.errno());
    }
    int fits = Math.min(data.length, next.datagram().length);
    System.arraycopy(next.datagram(), 0, data, 0, fits);
    ByteBuffer.wrap(from)
        .order(ByteOrder.nativeOrder())
        .putInt(LibC.AF_NETLINK)
        .putInt(next.sender())
        .putInt(0);
    return (flags & LibC.MSG_TRUNC) != 0 ? next.datagram().length : fits;
  }
}
