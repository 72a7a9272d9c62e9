package org.officeos.hal.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.officeos.hal.linux.NetlinkException.Reason;
import org.officeos.hal.linux.lib.ErrnoException;
import org.officeos.hal.linux.lib.LibC;

/**
 * What one thread waits on besides its sockets, so that another can end the wait. {@link #ring} is
 * for any thread at any time; all else is for the one that waits. Source: eventfd(2).
 */
final class Bell implements AutoCloseable {

  private static final byte[] ONE =
      ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder()).putLong(1).array();

  private final LibC libc;
  private final int fd;
  private boolean closed;

  /**
   * One that nobody rang.
   *
   * @throws NetlinkException {@code NO_SOCKET}
   */
  Bell(LibC libc) throws NetlinkException {
    this.libc = libc;
    try {
      fd = libc.eventfd(0, LibC.EFD_NONBLOCK | LibC.EFD_CLOEXEC);
    } catch (ErrnoException e) {
      throw new NetlinkException(Reason.NO_SOCKET, "eventfd", e);
    }
  }

  /** Can be read once it was rung. */
  int descriptor() {
    return fd;
  }

  /** Ends a wait, or the next one. Does nothing once it is closed. */
  synchronized void ring() {
    if (closed) {
      return;
    }
    try {
      libc.write(fd, ONE);
    } catch (ErrnoException e) {
      // Full: it rings already.
      require(e, LibC.EAGAIN);
    }
  }

  /** Stops ringing. */
  void heard() {
    try {
      libc.read(fd, new byte[Long.BYTES]);
    } catch (ErrnoException e) {
      require(e, LibC.EAGAIN);
    }
  }

  private static void require(ErrnoException e, int errno) {
    if (e.errno() != errno) {
      throw new IllegalStateException("a descriptor that is open cannot be used", e);
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    Descriptors.close(libc, fd);
  }
}
