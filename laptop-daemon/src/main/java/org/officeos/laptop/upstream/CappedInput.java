package org.officeos.laptop.upstream;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails instead of giving more than so many bytes; counts what came out of any decompression. */
final class CappedInput extends FilterInputStream {

  /** The answer is larger than allowed. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final Runnable onBytes;
  private long left;

  /**
   * A cap around a stream.
   *
   * @param onBytes runs after every read that brought bytes, on the reading thread
   */
  CappedInput(InputStream in, long max, Runnable onBytes) {
    super(in);
    this.left = max;
    this.onBytes = onBytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    if (count > left) {
      throw new TooLargeException();
    }
    if (count > 0) {
      left -= count;
      onBytes.run();
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    byte[] scratch = new byte[(int) Math.min(count, 8192)];
    return Math.max(0, read(scratch, 0, scratch.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
