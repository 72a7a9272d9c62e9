package org.officeos.hal.linux.lib;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes a {@code sockaddr_un} a second time, independently of the product. */
public final class UnixAddress {

  private UnixAddress() {}

  /** The address of a file. */
  public static byte[] ofPath(String path) {
    return withFamily((path + "\0").getBytes(UTF_8));
  }

  /** The address of an abstract name. */
  public static byte[] ofAbstractName(String name) {
    return withFamily(("\0" + name).getBytes(UTF_8));
  }

  private static byte[] withFamily(byte[] rest) {
    return ByteBuffer.allocate(2 + rest.length)
        .order(ByteOrder.nativeOrder())
        .putShort((short) 1)
        .put(rest)
        .array();
  }
}
