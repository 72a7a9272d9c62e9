package org.officeos.hal.linux.lib;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import java.io.IOException;

/** A real local datagram socket, bound through JNA because the JDK has none of that kind. */
public final class NativeDatagramListener implements DatagramListener {

  private static final int SOL_SOCKET = 1;
  private static final int SO_RCVTIMEO = 20;

  /** The listening side's C functions. */
  interface Functions extends Library {

    int socket(int domain, int type, int protocol) throws LastErrorException;

    int bind(int fd, byte[] address, int length) throws LastErrorException;

    int setsockopt(int fd, int level, int option, long[] timeval, int length)
        throws LastErrorException;

    NativeLong recv(int fd, byte[] data, NativeLong length, int flags) throws LastErrorException;

    int close(int fd) throws LastErrorException;
  }

  private final Functions c = Native.load("c", Functions.class);
  private final int fd;

  /** Binds to a {@code sockaddr_un}. */
  public NativeDatagramListener(byte[] address) throws IOException {
    try {
      fd = c.socket(LibC.AF_UNIX, LibC.SOCK_DGRAM | LibC.SOCK_CLOEXEC, 0);
      c.bind(fd, address, address.length);
      c.setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, new long[] {5, 0}, 16);
    } catch (LastErrorException e) {
      throw new IOException("cannot listen", e);
    }
  }

  @Override
  public String next() throws IOException {
    byte[] data = new byte[4096];
    try {
      int length = c.recv(fd, data, new NativeLong(data.length), 0).intValue();
      return new String(data, 0, length, UTF_8);
    } catch (LastErrorException e) {
      throw new IOException("nothing came", e);
    }
  }

  @Override
  public void close() {
    c.close(fd);
  }
}
