package org.officeos.hal.linux;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.officeos.hal.linux.NotifyException.Reason;
import org.officeos.hal.linux.lib.LibC;

/**
 * {@code NOTIFY_SOCKET} as the kernel wants it.
 *
 * <pre>
 *   0        2                                   at most 110
 *   +--------+------------------------------------+
 *   | family | path, then a zero byte             |   from "/run/…"
 *   | u16    | zero byte, then the abstract name  |   from "@…"
 *   +--------+------------------------------------+
 * </pre>
 *
 * <p>The family is in the machine's byte order. An abstract name has no end mark: the address's
 * length ends it. Source: unix(7), sd_notify(3).
 */
final class NotifyAddress {

  private static final int PATH_BYTES = 108;

  private NotifyAddress() {}

  static byte[] parse(String value) throws NotifyException {
    boolean isAbstract = value.startsWith("@");
    boolean isPath = value.startsWith("/");
    if (!(isAbstract || isPath) || value.length() < 2 || value.indexOf('\0') >= 0) {
      throw new NotifyException(Reason.BAD_ADDRESS, "NOTIFY_SOCKET=" + value);
    }
    byte[] name = value.getBytes(UTF_8);
    int length = isAbstract ? name.length : name.length + 1;
    if (length > PATH_BYTES) {
      throw new NotifyException(
          Reason.ADDRESS_TOO_LONG, length + " bytes where " + PATH_BYTES + " fit");
    }
    ByteBuffer address = ByteBuffer.allocate(Short.BYTES + length).order(ByteOrder.nativeOrder());
    address.putShort((short) LibC.AF_UNIX).put(name);
    if (isAbstract) {
      address.put(Short.BYTES, (byte) 0);
    }
    return address.array();
  }
}
