package org.officeos.hal.linux;

import java.time.Duration;
import java.util.Optional;
import org.officeos.hal.linux.NotifyException.Reason;
import org.officeos.hal.linux.lib.ErrnoException;
import org.officeos.hal.linux.lib.LibC;

/** One socket for each word, as the reference implementation does: no descriptor lives on. */
final class SystemdNotifier implements ServiceNotifier {

  private final LibC libc;
  private final String name;
  private final byte[] address;
  private final Optional<Duration> watchdogEvery;

  SystemdNotifier(LibC libc, String name, byte[] address, Optional<Duration> watchdogEvery) {
    this.libc = libc;
    this.name = name;
    this.address = address.clone();
    this.watchdogEvery = watchdogEvery;
  }

  @Override
  public void tell(Notification notification) throws NotifyException {
    int fd = open();
    try {
      libc.sendto(fd, notification.encoded(), LibC.MSG_NOSIGNAL, address.clone());
    } catch (ErrnoException e) {
      boolean absent = e.errno() == LibC.ENOENT || e.errno() == LibC.ECONNREFUSED;
      throw new NotifyException(absent ? Reason.NOBODY_LISTENS : Reason.NOT_SENT, name, e);
    } finally {
      close(fd);
    }
  }

  private int open() throws NotifyException {
    try {
      return libc.socket(LibC.AF_UNIX, LibC.SOCK_DGRAM | LibC.SOCK_CLOEXEC, 0);
    } catch (ErrnoException e) {
      throw new NotifyException(Reason.NO_SOCKET, name, e);
    }
  }

  private void close(int fd) {
    try {
      libc.close(fd);
    } catch (ErrnoException e) {
      throw new IllegalStateException("a descriptor that was just used is not open", e);
    }
  }

  @Override
  public Optional<Duration> watchdogEvery() {
    return watchdogEvery;
  }

  @Override
  public String destination() {
    return name;
  }
}
