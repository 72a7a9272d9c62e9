package org.officeos.hal.linux.lib;

/**
 * The C functions that this module uses, one method for each, with their own names and arguments.
 * Thread-safe, as the C functions are. Numbers are those of Linux on x86-64 and AArch64, which
 * agree on all of them.
 */
public interface LibC {

  /** Address family of local sockets ({@code sys/socket.h}). */
  int AF_UNIX = 1;

  /** Datagrams ({@code bits/socket_type.h}). */
  int SOCK_DGRAM = 2;

  /** The descriptor is not inherited by programs started later ({@code bits/socket_type.h}). */
  int SOCK_CLOEXEC = 0x80000;

  /** No SIGPIPE where the other side is gone ({@code bits/socket.h}). */
  int MSG_NOSIGNAL = 0x4000;

  /** No such file or directory. */
  int ENOENT = 2;

  /** Not an open descriptor. */
  int EBADF = 9;

  /** Nobody is bound to that address. */
  int ECONNREFUSED = 111;

  /**
   * {@code socket(2)}.
   *
   * @return a descriptor, 0 and more; the caller closes it
   * @throws ErrnoException such as {@code EMFILE} where the process has too many open
   */
  int socket(int domain, int type, int protocol) throws ErrnoException;

  /**
   * {@code sendto(2)} with a whole {@code sockaddr}, as one datagram.
   *
   * @param address the C structure's bytes, its family in the machine's byte order
   * @return bytes sent
   * @throws ErrnoException {@link #ENOENT}, {@link #ECONNREFUSED}, {@link #EBADF}, …
   */
  int sendto(int fd, byte[] data, int flags, byte[] address) throws ErrnoException;

  /**
   * {@code close(2)}.
   *
   * @throws ErrnoException {@link #EBADF} where it is not open
   */
  void close(int fd) throws ErrnoException;
}
