package org.officeos.hal.linux.lib;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;

/** The C library of this process, through JNA. */
public final class NativeLibC implements LibC {

  /** The functions as JNA binds them. */
  interface Functions extends Library {

    int socket(int domain, int type, int protocol) throws LastErrorException;

    NativeLong sendto(
        int fd, byte[] data, NativeLong length, int flags, byte[] address, int addressLength)
        throws LastErrorException;

    int close(int fd) throws LastErrorException;
  }

  private final Functions c;

  /**
   * Binds the C library. The first use in a process unpacks and loads JNA's own native part.
   *
   * @throws UnsatisfiedLinkError where this machine has no C library that JNA can load
   */
  public NativeLibC() {
    c = Native.load("c", Functions.class);
  }

  @Override
  public int socket(int domain, int type, int protocol) throws ErrnoException {
    try {
      return c.socket(domain, type, protocol);
    } catch (LastErrorException e) {
      throw new ErrnoException("socket", e.getErrorCode());
    }
  }

  @Override
  public int sendto(int fd, byte[] data, int flags, byte[] address) throws ErrnoException {
    try {
      NativeLong length = new NativeLong(data.length);
      return c.sendto(fd, data, length, flags, address, address.length).intValue();
    } catch (LastErrorException e) {
      throw new ErrnoException("sendto", e.getErrorCode());
    }
  }

  @Override
  public void close(int fd) throws ErrnoException {
    try {
      c.close(fd);
    } catch (LastErrorException e) {
      throw new ErrnoException("close", e.getErrorCode());
    }
  }
}
