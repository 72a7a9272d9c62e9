package org.officeos.hal.linux;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.officeos.hal.linux.DeviceException.Reason;
import org.officeos.hal.linux.lib.ErrnoException;
import org.officeos.hal.linux.lib.LibC;
import org.officeos.hal.linux.lib.NativeLibC;
import org.officeos.hal.netlink.FormatException;
import org.officeos.hal.netlink.RfkillEvent;

/**
 * Hears the radio switches from {@code /dev/rfkill}: first each one there is, then every change.
 * For one thread. Only ever read: nothing here switches a radio, see {@link RfkillBlocker}.
 */
public final class RfkillDevice implements AutoCloseable {

  static final String PATH = "/dev/rfkill";

  private final LibC libc;
  private final int fd;
  private boolean closed;

  private RfkillDevice(LibC libc, int fd) {
    this.libc = libc;
    this.fd = fd;
  }

  /**
   * Opens this machine's.
   *
   * @throws DeviceException {@code NO_LIBRARY}, {@code ABSENT}, {@code DENIED}, {@code NOT_READ}
   */
  public static RfkillDevice open() throws DeviceException {
    try {
      return open(new NativeLibC(), PATH);
    } catch (LinkageError e) {
      throw new DeviceException(Reason.NO_LIBRARY, "JNA cannot load the C library", e);
    }
  }

  static RfkillDevice open(LibC libc, String path) throws DeviceException {
    try {
      int flags = LibC.O_RDONLY | LibC.O_NONBLOCK | LibC.O_CLOEXEC;
      return new RfkillDevice(libc, libc.open(path, flags));
    } catch (ErrnoException e) {
      Reason reason =
          switch (e.errno()) {
            case LibC.ENOENT, LibC.ENXIO, LibC.ENODEV -> Reason.ABSENT;
            case LibC.EACCES, LibC.EPERM -> Reason.DENIED;
            default -> Reason.NOT_READ;
          };
      throw new DeviceException(reason, path, e);
    }
  }

  /**
   * The next word of the device; empty where {@code within} passed first, or a signal came.
   *
   * @throws DeviceException {@code GONE}, {@code NOT_READ}, {@code MALFORMED}
   */
  public Optional<RfkillEvent> next(Duration within) throws DeviceException {
    byte[] bytes = new byte[RfkillEvent.LONG];
    int length;
    try {
      int millis = (int) Math.min(Integer.MAX_VALUE, Math.max(0, within.toMillis()));
      if (libc.poll(fd, LibC.POLLIN, millis) == 0) {
        return Optional.empty();
      }
      length = libc.read(fd, bytes);
    } catch (ErrnoException e) {
      if (e.errno() == LibC.EAGAIN || e.errno() == LibC.EINTR) {
        return Optional.empty();
      }
      throw new DeviceException(Reason.NOT_READ, PATH, e);
    }
    if (length == 0) {
      throw new DeviceException(Reason.GONE, PATH);
    }
    try {
      return Optional.of(RfkillEvent.of(Arrays.copyOf(bytes, length)));
    } catch (FormatException e) {
      throw new DeviceException(Reason.MALFORMED, length + " bytes", e);
    }
  }

  /** For waiting on several at once. */
  int descriptor() {
    return fd;
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
