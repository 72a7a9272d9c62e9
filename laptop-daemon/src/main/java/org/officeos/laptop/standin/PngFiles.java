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
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Writes PNG files: pictures with a note in them, and one that is huge when decoded. */
final class PngFiles {

  private static final int HUGE_SIDE = 10_000;
  private static final int HEADER_END = 33;
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

  /** 10 000 × 10 000 black pixels in RGB: about 290 kB as a file, 300 MB decoded. */
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
      Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
      try (OutputStream rows = new DeflaterOutputStream(packed, deflater, 64 * 1024)) {
        byte[] row = new byte[1 + 3 * HUGE_SIDE];
        for (int y = 0; y < HUGE_SIDE; y++) {
          rows.write(row);
        }
      } finally {
        deflater.end();
      }
      chunk(file, "IDAT", packed.toByteArray());
      chunk(file, "IEND", new byte[0]);
      return file.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
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
