package org.officeos.laptop.standin;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Writes PNG files: pictures with a note in them, and one that is huge when decoded. */
final class PngFiles {

  private static final int HUGE_SIDE = 10_000;
  private static final int HEADER_END = 33;
  private static final int ROWS_A_BLOCK = 100;
  private static final int ADLER_BASE = 65_521;
  private static final byte[] ZLIB_HEADER = {0x78, (byte) 0xda};
  private static final byte[] LAST_BLOCK = {3, 0};
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

  private PngFiles() {}

  /** A picture's file with a {@code tEXt} chunk after its header, as WebUI writes them. */
  static byte[] withNote(BufferedImage image, String keyword, String note) {
    try {
      ByteArrayOutputStream plain = new ByteArrayOutputStream();
      ImageIO.write(image, "png", plain);
      byte[] file = plain.toByteArray();
      ByteArrayOutputStream noted = new ByteArrayOutputStream();
      noted.write(file, 0, HEADER_END);
      byte[] text = (keyword + '\0' + note).getBytes(StandardCharsets.ISO_8859_1);
      chunk(noted, "tEXt", text);
      noted.write(file, HEADER_END, file.length - HEADER_END);
      return noted.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** 10 000 × 10 000 black pixels in RGB: about 300 kB as a file, 300 MB decoded. */
  static byte[] huge() {
    try {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      file.write(SIGNATURE);
      ByteArrayOutputStream header = new ByteArrayOutputStream();
      DataOutputStream fields = new DataOutputStream(header);
      fields.writeInt(HUGE_SIDE);
      fields.writeInt(HUGE_SIDE);
      fields.write(new byte[] {8, 2, 0, 0, 0});
      chunk(file, "IHDR", header.toByteArray());
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      packed.write(ZLIB_HEADER);
      byte[] rows = packedZeros(ROWS_A_BLOCK * (1 + 3 * HUGE_SIDE));
      for (int y = 0; y < HUGE_SIDE; y += ROWS_A_BLOCK) {
        packed.write(rows);
      }
      packed.write(LAST_BLOCK);
      long zeros = (long) HUGE_SIDE * (1 + 3 * HUGE_SIDE);
      new DataOutputStream(packed).writeInt((int) (zeros % ADLER_BASE << 16 | 1));
      chunk(file, "IDAT", packed.toByteArray());
      chunk(file, "IEND", new byte[0]);
      return file.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Zeros, packed so that the result can be repeated: byte-aligned, and without any memory. */
  private static byte[] packedZeros(int count) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(new byte[count]);
    byte[] packed = new byte[count / 100];
    int length = deflater.deflate(packed, 0, packed.length, Deflater.FULL_FLUSH);
    deflater.end();
    return Arrays.copyOf(packed, length);
  }

  private static void chunk(OutputStream file, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    byte[] named = Arrays.copyOf(name, name.length + data.length);
    System.arraycopy(data, 0, named, name.length, data.length);
    CRC32 crc = new CRC32();
    crc.update(named);
    DataOutputStream out = new DataOutputStream(file);
    out.writeInt(data.length);
    out.write(named);
    out.writeInt((int) crc.getValue());
    out.flush();
  }
}
