package org.officeos.hal.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.officeos.hal.linux.lib.ErrnoException;
import org.officeos.hal.linux.lib.LibC;
import org.officeos.hal.linux.lib.NativeLibC;
import org.officeos.hal.linux.lib.NetworkNamespace;

/** A packet socket of a namespace, that sends frames by one interface. Any one thread. */
final class PacketSender implements AutoCloseable {

  private static final int PACKET = 17;
  private static final int LENGTH = 60;

  private final LibC libc = new NativeLibC();
  private final int index;
  private final int fd;

  PacketSender(NetworkNamespace where, int index) throws Exception {
    this.index = index;
    fd = where.call(() -> libc.socket(PACKET, LibC.SOCK_RAW | LibC.SOCK_CLOEXEC, 0));
  }

  /** One of that type, handed over as one of {@code called}; whether the kernel took it. */
  boolean send(int type, int called) {
    byte[] frame = new byte[LENGTH];
    frame[0] = 2;
    frame[5] = 1;
    frame[6] = 2;
    frame[11] = 2;
    frame[12] = (byte) (type >>> 8);
    frame[13] = (byte) type;
    frame[14] = 0x45;
    byte[] to =
        ByteBuffer.allocate(20)
            .order(ByteOrder.nativeOrder())
            .putShort((short) PACKET)
            .put((byte) (called >>> 8))
            .put((byte) called)
            .putInt(index)
            .array();
    to[11] = 6;
    try {
      libc.sendto(fd, frame, LibC.MSG_NOSIGNAL, to);
      return true;
    } catch (ErrnoException refused) {
      return false;
    }
  }

  @Override
  public void close() throws ErrnoException {
    libc.close(fd);
  }
}
