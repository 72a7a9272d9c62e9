package org.officeos.laptop.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures that tests start from. */
final class TestImages {

  private TestImages() {}

  /** Noise, which shrinks badly as PNG. */
  static BufferedImage noise(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Random chance = new Random(7);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, chance.nextInt());
      }
    }
    return image;
  }

  /** One colour over the whole. */
  static BufferedImage plain(int width, int height, Color color) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(color);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return image;
  }

  static byte[] encode(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, out)) {
      throw new IOException("no writer for " + format);
    }
    return out.toByteArray();
  }

  static BufferedImage decode(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(file));
  }

  /** The first chunk of a lossy WebP. */
  static byte[] webpLossy(int width, int height) {
    ByteBuffer file = riff("VP8 ", 10);
    file.put(new byte[] {0, 0, 0, (byte) 0x9d, 1, 0x2a});
    file.putShort((short) width).putShort((short) height);
    return bytes(file);
  }

  /** The first chunk of a lossless WebP. */
  static byte[] webpLossless(int width, int height) {
    ByteBuffer file = riff("VP8L", 5);
    file.put((byte) 0x2f).putInt((width - 1) | (height - 1) << 14);
    return bytes(file);
  }

  /** The first chunk of an extended WebP. */
  static byte[] webpExtended(int width, int height, boolean animated) {
    ByteBuffer file = riff("VP8X", 10);
    file.putInt(animated ? 2 : 0);
    file.put(new byte[] {(byte) (width - 1), (byte) ((width - 1) >> 8), 0});
    file.put(new byte[] {(byte) (height - 1), (byte) ((height - 1) >> 8), 0});
    return bytes(file);
  }

  /** A GIF with so many frames of one pixel each. */
  static byte[] gif(int frames) {
    byte[] head = {'G', 'I', 'F', '8', '9', 'a', 9, 0, 9, 0, (byte) 0x80, 0, 0, 0, 0, 0, 1, 1, 1};
    byte[] frame = {0x2c, 0, 0, 0, 0, 5, 0, 3, 0, 0, 2, 2, 0x4c, 1, 0};
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(head);
    file.writeBytes(new byte[] {0x21, (byte) 0xfe, 2, 'h', 'i', 0});
    for (int i = 0; i < frames; i++) {
      file.writeBytes(frame);
    }
    file.write(0x3b);
    return file.toByteArray();
  }

  private static byte[] bytes(ByteBuffer full) {
    byte[] bytes = new byte[full.flip().remaining()];
    full.get(bytes);
    return bytes;
  }

  private static ByteBuffer riff(String chunk, int length) {
    ByteBuffer file = ByteBuffer.allocate(20 + length).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(12 + length);
    file.put("WEBP".getBytes(StandardCharsets.US_ASCII));
    file.put(chunk.getBytes(StandardCharsets.US_ASCII)).putInt(length);
    return file;
  }
}
