package org.officeos.hal.linux.lib;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The C library of this process, through JNA. */
public final class NativeLibC implements LibC {

  /** The functions as JNA binds them. */
  interface Functions extends Library {

    int socket(int domain, int type, int protocol) throws LastErrorException;

    NativeLong sendto(
        int fd, byte[] data, NativeLong length, int flags, byte[] address, int addressLength)
        throws LastErrorException;

    int bind(int fd, byte[] address, int length) throws LastErrorException;

    int setsockopt(int fd, int level, int option, byte[] value, int length)
        throws LastErrorException;

    NativeLong recvfrom(
        int fd, byte[] data, NativeLong length, int flags, byte[] address, int[] addressLength)
        throws LastErrorException;

    int poll(byte[] descriptors, NativeLong number, int millis) throws LastErrorException;

    int open(String path, int flags) throws LastErrorException;

    int eventfd(int initial, int flags) throws LastErrorException;

    NativeLong read(int fd, byte[] data, NativeLong length) throws LastErrorException;

    NativeLong write(int fd, byte[] data, NativeLong length) throws LastErrorException;

    int close(int fd) throws LastErrorException;

    NativeLong getxattr(String path, String name, byte[] value, NativeLong size)
        throws LastErrorException;
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
  public void bind(int fd, byte[] address) throws ErrnoException {
    try {
      c.bind(fd, address, address.length);
    } catch (LastErrorException e) {
      throw new ErrnoException("bind", e.getErrorCode());
    }
  }

  @Override
  public void setsockopt(int fd, int level, int option, byte[] value) throws ErrnoException {
    try {
      c.setsockopt(fd, level, option, value, value.length);
    } catch (LastErrorException e) {
      throw new ErrnoException("setsockopt", e.getErrorCode());
    }
  }

  @Override
  public int recvfrom(int fd, byte[] data, int flags, byte[] from) throws ErrnoException {
    try {
      NativeLong length = new NativeLong(data.length);
      return c.recvfrom(fd, data, length, flags, from, new int[] {from.length}).intValue();
    } catch (LastErrorException e) {
      throw new ErrnoException("recvfrom", e.getErrorCode());
    }
  }

  @Override
  public int poll(int fd, int events, int millis) throws ErrnoException {
    return poll(new int[] {fd}, events, millis)[0];
  }

  /** {@code struct pollfd}: descriptor s32, events s16, what is the case s16. */
  @Override
  public int[] poll(int[] fds, int events, int millis) throws ErrnoException {
    ByteBuffer descriptors = ByteBuffer.allocate(8 * fds.length).order(ByteOrder.nativeOrder());
    for (int fd : fds) {
      descriptors.putInt(fd).putShort((short) events).putShort((short) 0);
    }
    try {
      c.poll(descriptors.array(), new NativeLong(fds.length), millis);
    } catch (LastErrorException e) {
      throw new ErrnoException("poll", e.getErrorCode());
    }
    int[] found = new int[fds.length];
    for (int i = 0; i < fds.length; i++) {
      found[i] = descriptors.getShort(8 * i + 6);
    }
    return found;
  }

  @Override
  public int open(String path, int flags) throws ErrnoException {
    try {
      return c.open(path, flags);
    } catch (LastErrorException e) {
      throw new ErrnoException("open", e.getErrorCode());
    }
  }

  @Override
  public int eventfd(int initial, int flags) throws ErrnoException {
    try {
      return c.eventfd(initial, flags);
    } catch (LastErrorException e) {
      throw new ErrnoException("eventfd", e.getErrorCode());
    }
  }

  @Override
  public int read(int fd, byte[] data) throws ErrnoException {
    try {
      return c.read(fd, data, new NativeLong(data.length)).intValue();
    } catch (LastErrorException e) {
      throw new ErrnoException("read", e.getErrorCode());
    }
  }

  @Override
  public int write(int fd, byte[] data) throws ErrnoException {
    try {
      return c.write(fd, data, new NativeLong(data.length)).intValue();
    } catch (LastErrorException e) {
      throw new ErrnoException("write", e.getErrorCode());
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

  @Override
  public int getxattr(String path, String name, byte[] value) throws ErrnoException {
    try {
      return c.getxattr(path, name, value, new NativeLong(value.length)).intValue();
    } catch (LastErrorException e) {
      throw new ErrnoException("getxattr", e.getErrorCode());
    }
  }
}
