package org.officeos.session.record;

import org.officeos.session.record.DecompressionException.Reason;

/**
 * What can be known of a Zstandard frame without decompressing it (RFC 8878 section 3.1.1): its
 * header, and a walk over its blocks' heads that proves that it is one whole frame and nothing
 * else.
 *
 * @param contentSize length of the content as the header claims it, in bytes, unsigned
 * @param windowSize memory that a streaming decoder would need, in bytes
 * @param leastContent bytes that the blocks hold at least
 * @param mostContent bytes that the blocks can hold at most
 */
record BodyCompressionFrame(
    long contentSize, long windowSize, long leastContent, long mostContent) {

  private static final long MAGIC = 0xFD2FB528L;
  private static final int BLOCK_MAX = 128 * 1024;
  private static final int DICTIONARY = 0x03;
  private static final int CHECKSUM = 0x04;
  private static final int RESERVED = 0x18;
  private static final int SINGLE_SEGMENT = 0x20;

  /** Whether the blocks could hold what the header claims. */
  boolean isPlausible() {
    return contentSize >= leastContent && contentSize <= mostContent;
  }

  static BodyCompressionFrame parse(byte[] bytes, int length) throws DecompressionException {
    Walk walk = new Walk(bytes, length);
    int descriptor = walk.head();
    boolean single = (descriptor & SINGLE_SEGMENT) != 0;
    long window = single ? 0 : windowSize((int) walk.little(1));
    long content = walk.contentSize(descriptor >>> 6, single);
    window = single ? content : window;
    walk.blocks((int) Math.min(Math.max(window, 0), BLOCK_MAX));
    walk.end((descriptor & CHECKSUM) != 0);
    return new BodyCompressionFrame(content, window, walk.least, walk.most);
  }

  private static long windowSize(int descriptor) {
    long base = 1L << (10 + (descriptor >>> 3));
    return base + base / 8 * (descriptor & 7);
  }

  private static final class Walk {

    private final byte[] bytes;
    private final int end;
    private int at;
    private long least;
    private long most;

    Walk(byte[] bytes, int end) {
      this.bytes = bytes;
      this.end = end;
    }

    int head() throws DecompressionException {
      require(little(4) == MAGIC);
      int descriptor = (int) little(1);
      require((descriptor & (RESERVED | DICTIONARY)) == 0);
      return descriptor;
    }

    long contentSize(int flag, boolean single) throws DecompressionException {
      require(flag != 0 || single);
      return switch (flag) {
        case 0 -> little(1);
        case 1 -> little(2) + 256;
        case 2 -> little(4);
        default -> little(8);
      };
    }

    void blocks(int blockMax) throws DecompressionException {
      boolean last = false;
      while (!last) {
        int head = (int) little(3);
        last = (head & 1) != 0;
        int size = head >>> 3;
        require(size <= blockMax);
        switch (head >>> 1 & 3) {
          case 0 -> hold(size, size, size);
          case 1 -> hold(size, size, 1);
          case 2 -> hold(0, blockMax, size);
          default -> require(false);
        }
      }
    }

    void end(boolean checksum) throws DecompressionException {
      skip(checksum ? 4 : 0);
      require(at == end);
    }

    private void hold(int atLeast, int atMost, int stored) throws DecompressionException {
      least += atLeast;
      most += atMost;
      skip(stored);
    }

    private void skip(int count) throws DecompressionException {
      require(count <= end - at);
      at += count;
    }

    private long little(int count) throws DecompressionException {
      skip(count);
      long value = 0;
      for (int i = 1; i <= count; i++) {
        value = (value << 8) | (bytes[at - i] & 0xff);
      }
      return value;
    }

    private static void require(boolean held) throws DecompressionException {
      if (!held) {
        throw new DecompressionException(Reason.MALFORMED);
      }
    }
  }
}
