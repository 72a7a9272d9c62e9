package org.officeos.session.record;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.officeos.session.record.DecompressionException.Reason;

/**
 * Zstandard for whole bodies (RFC 8878), the only place that knows it. Each body is one frame of
 * its own: no dictionary, no context shared between messages, so that one message's length tells
 * nothing about another's content. Pure; any thread.
 */
public final class BodyCompression {

  /** Least length of a body that is worth compressing, in bytes. */
  public static final int LEAST_BODY = 512;

  /** Greatest window of a frame that is taken, in bytes; RFC 8878 asks readers for as much. */
  public static final int MAX_WINDOW = 8 * 1024 * 1024;

  private static final int LEVEL = 3;
  private static final int TRIAL = 16 * 1024;
  private static final int GREATEST_ARRAY = Integer.MAX_VALUE - 8;
  private static final byte[][] PACKED = {
    {(byte) 0x89, 'P', 'N', 'G'},
    {(byte) 0xff, (byte) 0xd8, (byte) 0xff},
    {'G', 'I', 'F', '8'},
    {'P', 'K', 3, 4},
    {0x1f, (byte) 0x8b},
    {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd},
  };

  private BodyCompression() {}

  /**
   * The body compressed, where that takes at least a sixteenth off it. What is packed already (PNG,
   * JPEG, WebP and the like) and what does not shrink in its first 16 KiB is not tried further.
   */
  public static Optional<byte[]> compress(byte[] body) {
    if (body.length < LEAST_BODY || isPacked(body)) {
      return Optional.empty();
    }
    if (body.length > 2 * TRIAL && compress(body, TRIAL).isEmpty()) {
      return Optional.empty();
    }
    return compress(body, body.length);
  }

  /**
   * Decompresses hostile bytes. Nothing is allocated before the declared length was found to be
   * within {@code cap}, equal to the frame's own and possible for the frame's blocks.
   *
   * @param encoded holds the frame in its first {@code length} bytes
   * @param length length of the frame, in bytes
   * @param declaredLength length of the body that the sender announced, in bytes
   * @param cap greatest length of a body that is taken, in bytes
   * @throws DecompressionException with its reason
   */
  public static byte[] decompress(byte[] encoded, int length, long declaredLength, long cap)
      throws DecompressionException {
    Objects.checkFromIndexSize(0, length, encoded.length);
    if (declaredLength < 0 || declaredLength > Math.min(cap, GREATEST_ARRAY)) {
      throw new DecompressionException(Reason.LIMIT);
    }
    BodyCompressionFrame frame = BodyCompressionFrame.parse(encoded, length);
    if (frame.contentSize() != declaredLength || !frame.isPlausible()) {
      throw new DecompressionException(Reason.LENGTH_MISMATCH);
    }
    if (frame.windowSize() > Math.max(declaredLength, MAX_WINDOW)) {
      throw new DecompressionException(Reason.LIMIT);
    }
    byte[] body = new byte[(int) declaredLength];
    if (inflate(encoded, length, body) != declaredLength) {
      throw new DecompressionException(Reason.LENGTH_MISMATCH);
    }
    return body;
  }

  private static int inflate(byte[] encoded, int length, byte[] body)
      throws DecompressionException {
    try (ZstdDecompressCtx context = new ZstdDecompressCtx()) {
      return context.decompressByteArray(body, 0, body.length, encoded, 0, length);
    } catch (ZstdException e) {
      boolean tooMuch = e.getErrorCode() == Zstd.errDstSizeTooSmall();
      throw new DecompressionException(tooMuch ? Reason.LENGTH_MISMATCH : Reason.MALFORMED);
    }
  }

  private static Optional<byte[]> compress(byte[] body, int length) {
    byte[] room = new byte[Math.toIntExact(Zstd.compressBound(length))];
    try (ZstdCompressCtx context = new ZstdCompressCtx()) {
      context.setLevel(LEVEL).setContentSize(true).setChecksum(false);
      int written = context.compressByteArray(room, 0, room.length, body, 0, length);
      return written > length - length / 16
          ? Optional.empty()
          : Optional.of(Arrays.copyOf(room, written));
    }
  }

  private static boolean isPacked(byte[] body) {
    for (byte[] magic : PACKED) {
      if (startsWith(body, 0, magic)) {
        return true;
      }
    }
    return startsWith(body, 0, new byte[] {'R', 'I', 'F', 'F'})
        && startsWith(body, 8, new byte[] {'W', 'E', 'B', 'P'});
  }

  private static boolean startsWith(byte[] body, int offset, byte[] magic) {
    return Arrays.equals(body, offset, offset + magic.length, magic, 0, magic.length);
  }
}
