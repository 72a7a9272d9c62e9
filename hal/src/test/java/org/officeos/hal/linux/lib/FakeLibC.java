package org.officeos.hal.linux.lib;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Local datagram sockets, netlink sockets and devices in memory, with a clock that runs while
 * somebody waits. Strict: what it was not made for is refused by name.
 */
public final class FakeLibC implements LibC {

  private static final int EAFNOSUPPORT = 97;

  private final Map<String, Deque<String>> bound = new HashMap<>();
  private final Map<String, Deque<byte[]>> files = new HashMap<>();
  private final Map<Integer, Deque<byte[]>> opened = new HashMap<>();
  private final Map<Integer, String> writing = new HashMap<>();
  private final Map<String, List<byte[]>> written = new HashMap<>();
  private final Map<Integer, Long> counters = new HashMap<>();
  private final Map<Integer, FakeNetlinkSocket> netlink = new HashMap<>();
  private final Set<Integer> open = new HashSet<>();
  private final FakeKernel kernel;
  private final Map<String, Integer> refusals = new HashMap<>();
  private final Map<String, byte[]> attributes = new HashMap<>();
  private int next = 3;
  private long nanos = 1_000;

  /** One with a kernel that has a loopback and no Wi-Fi. */
  public FakeLibC() {
    this(new FakeKernel());
  }

  /** One with this kernel behind its netlink sockets. */
  public FakeLibC(FakeKernel kernel) {
    this.kernel = kernel;
  }

  /** Descriptors that were not closed. */
  public int openDescriptors() {
    return open.size();
  }

  /** Its clock. */
  public long nanos() {
    return nanos;
  }

  /** Makes the next {@code socket} call fail. */
  public void refuseNextSocket(int errno) {
    refuseNext("socket", errno);
  }

  /** Makes the next call of this name fail. */
  public void refuseNext(String call, int errno) {
    refusals.put(call, errno);
  }

  /** Notifies who hears the group. */
  public void notify(int protocol, int group, byte[] datagram) {
    toListeners(protocol, group, socket -> socket.deliver(datagram, 0));
  }

  /** Another process sends to who hears the group. */
  public void spoof(int protocol, int group, byte[] datagram) {
    toListeners(protocol, group, socket -> socket.deliver(datagram, 4711));
  }

  /** Loses notifications of who hears the group. */
  public void overrun(int protocol, int group) {
    toListeners(protocol, group, socket -> socket.fail(ENOBUFS));
  }

  private void toListeners(int protocol, int group, Consumer<FakeNetlinkSocket> what) {
    netlink.values().stream().filter(each -> each.hears(protocol, group)).forEach(what);
  }

  /** Makes a file or a device that gives one of these at each read. */
  public void file(String path, byte[]... reads) {
    files.put(path, new ArrayDeque<>(List.of(reads)));
  }

  /** Somebody bound to a {@code sockaddr_un}. */
  public DatagramListener listenAt(byte[] address) {
    Deque<String> queue = new ArrayDeque<>();
    bound.put(key(address), queue);
    return new DatagramListener() {
      @Override
      public String next() throws IOException {
        if (queue.isEmpty()) {
          throw new IOException("nothing came");
        }
        return queue.remove();
      }

      @Override
      public void close() {
        bound.remove(key(address));
      }
    };
  }

  @Override
  public int socket(int domain, int type, int protocol) throws ErrnoException {
    refuseIfWanted("socket");
    if (domain == AF_NETLINK && (protocol == FakeKernel.ROUTE || protocol == FakeKernel.GENERIC)) {
      if (type != (SOCK_RAW | SOCK_CLOEXEC)) {
        throw new AssertionError("this fake makes close-on-exec raw netlink sockets only");
      }
      netlink.put(next, new FakeNetlinkSocket(protocol, 1000 + next));
      return opened();
    }
    if (domain == AF_NETLINK) {
      throw new ErrnoException("socket", EPROTONOSUPPORT);
    }
    if (domain != AF_UNIX) {
      throw new ErrnoException("socket", EAFNOSUPPORT);
    }
    if (type != (SOCK_DGRAM | SOCK_CLOEXEC) || protocol != 0) {
      throw new AssertionError("this fake makes close-on-exec datagram sockets only");
    }
    return opened();
  }

  private int opened() {
    open.add(next);
    return next++;
  }

  @Override
  public int sendto(int fd, byte[] data, int flags, byte[] address) throws ErrnoException {
    check("sendto", fd);
    FakeNetlinkSocket socket = netlink.get(fd);
    if (socket != null) {
      return socket.sendto(kernel, data, address);
    }
    Deque<String> queue = bound.get(key(address));
    if (queue == null) {
      throw new ErrnoException("sendto", address[2] == 0 ? ECONNREFUSED : ENOENT);
    }
    queue.add(new String(data, UTF_8));
    return data.length;
  }

  @Override
  public void bind(int fd, byte[] address) throws ErrnoException {
    socketOf("bind", fd).bind(address);
  }

  @Override
  public void setsockopt(int fd, int level, int option, byte[] value) throws ErrnoException {
    socketOf("setsockopt", fd).setsockopt(level, option, value);
  }

  @Override
  public int recvfrom(int fd, byte[] data, int flags, byte[] from) throws ErrnoException {
    return socketOf("recvfrom", fd).receive(data, flags, from);
  }

  @Override
  public int poll(int fd, int events, int millis) throws ErrnoException {
    return poll(new int[] {fd}, events, millis)[0];
  }

  @Override
  public int[] poll(int[] fds, int events, int millis) throws ErrnoException {
    refuseIfWanted("poll");
    if (events != POLLIN || millis < 0) {
      throw new AssertionError("this fake waits for what can be read, and not for ever");
    }
    int[] found = new int[fds.length];
    boolean ready = false;
    for (int i = 0; i < fds.length; i++) {
      FakeNetlinkSocket socket = netlink.get(fds[i]);
      Deque<byte[]> device = opened.get(fds[i]);
      boolean has = socket != null ? socket.hasWaiting() : device != null && !device.isEmpty();
      has |= counters.getOrDefault(fds[i], 0L) > 0;
      found[i] = has ? POLLIN : 0;
      ready |= has;
    }
    nanos += ready ? 0 : millis * 1_000_000L;
    return found;
  }

  /** What was written to a file or a device so far. */
  public List<byte[]> written(String path) {
    return written.getOrDefault(path, List.of());
  }

  @Override
  public int write(int fd, byte[] data) throws ErrnoException {
    check("write", fd);
    if (counters.containsKey(fd)) {
      counters.merge(fd, ByteBuffer.wrap(data).order(ByteOrder.nativeOrder()).getLong(), Long::sum);
      return data.length;
    }
    String path = writing.get(fd);
    if (path == null) {
      throw new ErrnoException("write", EBADF);
    }
    written.computeIfAbsent(path, unused -> new ArrayList<>()).add(data.clone());
    return data.length;
  }

  @Override
  public int open(String path, int flags) throws ErrnoException {
    refuseIfWanted("open");
    Deque<byte[]> reads = files.get(path);
    if (reads == null) {
      throw new ErrnoException("open", ENOENT);
    }
    if ((flags & O_WRONLY) != 0) {
      writing.put(next, path);
    } else {
      opened.put(next, new ArrayDeque<>(reads));
    }
    return opened();
  }

  @Override
  public int eventfd(int initial, int flags) throws ErrnoException {
    refuseIfWanted("eventfd");
    if (initial != 0 || flags != (EFD_NONBLOCK | EFD_CLOEXEC)) {
      throw new AssertionError("this fake makes close-on-exec counters that do not wait only");
    }
    counters.put(next, 0L);
    return opened();
  }

  @Override
  public int read(int fd, byte[] data) throws ErrnoException {
    check("read", fd);
    if (counters.containsKey(fd)) {
      return readCounter(fd, data);
    }
    byte[] some = opened.getOrDefault(fd, new ArrayDeque<>()).poll();
    if (some == null) {
      return 0;
    }
    if (some.length > data.length) {
      throw new AssertionError("this fake gives a read whole");
    }
    System.arraycopy(some, 0, data, 0, some.length);
    return some.length;
  }

  private int readCounter(int fd, byte[] data) throws ErrnoException {
    long count = counters.getOrDefault(fd, 0L);
    if (count == 0) {
      throw new ErrnoException("read", EAGAIN);
    }
    counters.put(fd, 0L);
    ByteBuffer.wrap(data).order(ByteOrder.nativeOrder()).putLong(count);
    return Long.BYTES;
  }

  @Override
  public void close(int fd) throws ErrnoException {
    check("close", fd);
    counters.remove(fd);
    open.remove(fd);
    netlink.remove(fd);
    opened.remove(fd);
    writing.remove(fd);
  }

  private FakeNetlinkSocket socketOf(String call, int fd) throws ErrnoException {
    check(call, fd);
    FakeNetlinkSocket socket = netlink.get(fd);
    if (socket == null) {
      throw new AssertionError("this fake does so with netlink sockets only");
    }
    return socket;
  }

  private void check(String call, int fd) throws ErrnoException {
    refuseIfWanted(call);
    if (!open.contains(fd)) {
      throw new ErrnoException(call, EBADF);
    }
  }

  /** Gives a file an extended attribute. */
  public void attribute(String path, String name, byte[] value) {
    attributes.put(path + " " + name, value);
  }

  @Override
  public int getxattr(String path, String name, byte[] value) throws ErrnoException {
    refuseIfWanted("getxattr");
    byte[] found = attributes.get(path + " " + name);
    if (found == null) {
      throw new ErrnoException("getxattr", ENODATA);
    }
    System.arraycopy(found, 0, value, 0, Math.min(value.length, found.length));
    return found.length;
  }

  private void refuseIfWanted(String call) throws ErrnoException {
    Integer errno = refusals.remove(call);
    if (errno != null) {
      throw new ErrnoException(call, errno);
    }
  }

  private static String key(byte[] address) {
    return new String(address, UTF_8);
  }
}
