package org.officeos.hal.linux.lib;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Local datagram sockets in memory. Strict: what it was not made for is refused by name. */
public final class FakeLibC implements LibC {

  private static final int EAFNOSUPPORT = 97;

  private final Map<String, Deque<String>> bound = new HashMap<>();
  private final Set<Integer> open = new HashSet<>();
  private int next = 3;
  private int errnoOfNextSocket;

  /** Descriptors that were not closed. */
  public int openDescriptors() {
    return open.size();
  }

  /** Makes the next {@code socket} call fail. */
  public void refuseNextSocket(int errno) {
    errnoOfNextSocket = errno;
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
    if (errnoOfNextSocket != 0) {
      int errno = errnoOfNextSocket;
      errnoOfNextSocket = 0;
      throw new ErrnoException("socket", errno);
    }
    if (domain != AF_UNIX) {
      throw new ErrnoException("socket", EAFNOSUPPORT);
    }
    if (type != (SOCK_DGRAM | SOCK_CLOEXEC) || protocol != 0) {
      throw new AssertionError("this fake makes close-on-exec datagram sockets only");
    }
    open.add(next);
    return next++;
  }

  @Override
  public int sendto(int fd, byte[] data, int flags, byte[] address) throws ErrnoException {
    if (!open.contains(fd)) {
      throw new ErrnoException("sendto", EBADF);
    }
    Deque<String> queue = bound.get(key(address));
    if (queue == null) {
      throw new ErrnoException("sendto", address[2] == 0 ? ECONNREFUSED : ENOENT);
    }
    queue.add(new String(data, UTF_8));
    return data.length;
  }

  @Override
  public void close(int fd) throws ErrnoException {
    if (!open.remove(fd)) {
      throw new ErrnoException("close", EBADF);
    }
  }

  private static String key(byte[] address) {
    return new String(address, UTF_8);
  }
}
