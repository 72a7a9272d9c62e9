package org.officeos.hal.linux.lib;

/**
 * The C functions that this module uses, one method for each, with their own names and arguments.
 * Thread-safe, as the C functions are. Numbers are those of Linux on x86-64 and AArch64, which
 * agree on all of them.
 */
public interface LibC {

  /** Address family of local sockets ({@code sys/socket.h}). */
  int AF_UNIX = 1;

  /** Address family of sockets to the kernel ({@code bits/socket.h}). */
  int AF_NETLINK = 16;

  /** Datagrams ({@code bits/socket_type.h}). */
  int SOCK_DGRAM = 2;

  /** Datagrams with their own headers ({@code bits/socket_type.h}). */
  int SOCK_RAW = 3;

  /** The descriptor is not inherited by programs started later ({@code bits/socket_type.h}). */
  int SOCK_CLOEXEC = 0x80000;

  /** No SIGPIPE where the other side is gone ({@code bits/socket.h}). */
  int MSG_NOSIGNAL = 0x4000;

  /** Tells a datagram's whole length, even where it does not fit ({@code bits/socket.h}). */
  int MSG_TRUNC = 0x20;

  /** Does not wait ({@code bits/socket.h}). */
  int MSG_DONTWAIT = 0x40;

  /** Level of the options of {@link #AF_NETLINK} ({@code bits/socket.h}). */
  int SOL_NETLINK = 270;

  /** Level of the options that every socket has ({@code asm-generic/socket.h}). */
  int SOL_SOCKET = 1;

  /** Bytes that may wait to be received, as far as root may say so. */
  int SO_RCVBUFFORCE = 33;

  /** Bytes that may wait to be received, up to the system's most. */
  int SO_RCVBUF = 8;

  /** For reading ({@code asm-generic/fcntl.h}). */
  int O_RDONLY = 0;

  /** For writing ({@code asm-generic/fcntl.h}). */
  int O_WRONLY = 1;

  /** Does not wait ({@code asm-generic/fcntl.h}). */
  int O_NONBLOCK = 0x800;

  /** The descriptor is not inherited by programs started later ({@code asm-generic/fcntl.h}). */
  int O_CLOEXEC = 0x80000;

  /** Does not wait ({@code bits/eventfd.h}). */
  int EFD_NONBLOCK = 0x800;

  /** The descriptor is not inherited by programs started later ({@code bits/eventfd.h}). */
  int EFD_CLOEXEC = 0x80000;

  /** Stands where there is none to wait on ({@code poll(2)}: negative ones are passed over). */
  int NO_DESCRIPTOR = -1;

  /** There is something to read ({@code bits/poll.h}). */
  int POLLIN = 1;

  /** Not allowed. */
  int EPERM = 1;

  /** No such file or directory. */
  int ENOENT = 2;

  /** A signal came first. */
  int EINTR = 4;

  /** The device is not there. */
  int ENXIO = 6;

  /** Not an open descriptor. */
  int EBADF = 9;

  /** Nothing is there yet, and waiting was not wanted. */
  int EAGAIN = 11;

  /** Not allowed by the file's mode. */
  int EACCES = 13;

  /** No driver for that device. */
  int ENODEV = 19;

  /** A value that cannot be. */
  int EINVAL = 22;

  /** No such option. */
  int ENOPROTOOPT = 92;

  /** There is no such attribute. */
  int ENODATA = 61;

  /** This kind of file, or of socket, has no such thing. */
  int EOPNOTSUPP = 95;

  /** No such protocol in this kernel. */
  int EPROTONOSUPPORT = 93;

  /** This kernel does not know the address family. */
  int EAFNOSUPPORT = 97;

  /** Datagrams were lost because nobody took them in time. */
  int ENOBUFS = 105;

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
   * {@code bind(2)} with a whole {@code sockaddr}.
   *
   * @param address the C structure's bytes, its family in the machine's byte order
   */
  void bind(int fd, byte[] address) throws ErrnoException;

  /**
   * {@code setsockopt(2)}.
   *
   * @throws ErrnoException {@link #ENOPROTOOPT}, {@link #EINVAL}, {@link #EPERM}, {@link #EBADF}
   */
  void setsockopt(int fd, int level, int option, byte[] value) throws ErrnoException;

  /**
   * {@code recvfrom(2)}.
   *
   * @param data filled from its beginning
   * @param flags such as {@link #MSG_DONTWAIT}
   * @param from filled with the sender's {@code sockaddr} from its beginning
   * @return bytes received; with {@link #MSG_TRUNC} the datagram's length, which may be more than
   *     {@code data} holds
   * @throws ErrnoException {@link #EAGAIN}, {@link #ENOBUFS}, {@link #EINTR}, {@link #EBADF}
   */
  int recvfrom(int fd, byte[] data, int flags, byte[] from) throws ErrnoException;

  /**
   * {@code poll(2)} of one descriptor.
   *
   * @param events such as {@link #POLLIN}
   * @param millis longest wait; 0 for none, negative for no limit
   * @return what is the case, 0 where the time passed; errors and ends are told unasked
   * @throws ErrnoException {@link #EINTR}
   */
  int poll(int fd, int events, int millis) throws ErrnoException;

  /**
   * {@code poll(2)} of several descriptors; of {@link #NO_DESCRIPTOR}, nothing ever is the case.
   *
   * @param events such as {@link #POLLIN}, the same for all
   * @param millis longest wait; 0 for none, negative for no limit
   * @return what is the case of each, in their order, 0 where nothing is
   * @throws ErrnoException {@link #EINTR}
   */
  int[] poll(int[] fds, int events, int millis) throws ErrnoException;

  /**
   * {@code open(2)} of what is there already.
   *
   * @param flags such as {@link #O_CLOEXEC}
   * @return a descriptor, 0 and more; the caller closes it
   * @throws ErrnoException {@link #ENOENT}, {@link #EACCES}, …
   */
  int open(String path, int flags) throws ErrnoException;

  /**
   * {@code eventfd(2)}: a counter that can be waited on, 8 bytes in the machine's byte order. What
   * is written is added to it; what is read is all of it, and leaves 0.
   *
   * @param initial what it begins with
   * @param flags {@link #EFD_NONBLOCK}, {@link #EFD_CLOEXEC}
   * @return a descriptor, 0 and more; the caller closes it
   * @throws ErrnoException such as {@code EMFILE} where the process has too many open
   */
  int eventfd(int initial, int flags) throws ErrnoException;

  /**
   * {@code read(2)}.
   *
   * @param data filled from its beginning
   * @return bytes read; 0 at the end
   * @throws ErrnoException {@link #EAGAIN}, {@link #EINTR}, {@link #EBADF}
   */
  int read(int fd, byte[] data) throws ErrnoException;

  /**
   * {@code write(2)}.
   *
   * @return bytes written
   * @throws ErrnoException {@link #EACCES}, {@link #EPERM}, {@link #EBADF}, …
   */
  int write(int fd, byte[] data) throws ErrnoException;

  /**
   * {@code close(2)}.
   *
   * @throws ErrnoException {@link #EBADF} where it is not open
   */
  void close(int fd) throws ErrnoException;

  /**
   * An extended attribute of a file, such as {@code security.capability}; links are followed.
   *
   * @param value where it goes; with none of its bytes asked for, only the length is told
   * @return the attribute's length in bytes
   * @throws ErrnoException {@link #ENODATA} where there is none, {@link #EOPNOTSUPP} where the file
   *     system has none at all
   */
  int getxattr(String path, String name, byte[] value) throws ErrnoException;
}
