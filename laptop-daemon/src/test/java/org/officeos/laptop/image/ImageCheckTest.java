package org.officeos.laptop.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.officeos.laptop.image.ImageRejectedException.Reason;

final class ImageCheckTest {

  private static final ImageLimits LIMITS = ImageLimits.standard();

  @Test
  void readsTheSizeOfEveryFormat() throws Exception {
    BufferedImage image = TestImages.noise(37, 19, BufferedImage.TYPE_INT_RGB);
    assertFacts(ImageFormat.PNG, 37, 19, TestImages.encode(image, "png"));
    assertFacts(ImageFormat.JPEG, 37, 19, TestImages.encode(image, "jpg"));
    assertFacts(ImageFormat.GIF, 37, 19, TestImages.encode(image, "gif"));
    assertFacts(ImageFormat.GIF, 5, 3, TestImages.gif(1));
    assertFacts(ImageFormat.WEBP, 400, 301, TestImages.webpLossy(400, 301));
    assertFacts(ImageFormat.WEBP, 1000, 2, TestImages.webpLossless(1000, 2));
    assertFacts(ImageFormat.WEBP, 640, 480, TestImages.webpExtended(640, 480, false));
  }

  @Test
  void refusesWhatIsNoPicture() {
    assertRejected(Reason.UNKNOWN_FORMAT, new byte[0]);
    assertRejected(Reason.UNKNOWN_FORMAT, ascii("<html><body>Sign in</body></html>"));
    assertRejected(Reason.UNKNOWN_FORMAT, ascii("%PDF-1.7 and so on"));
    assertRejected(Reason.UNKNOWN_FORMAT, ascii("RIFF\0\0\0\0WAVEfmt "));
  }

  @Test
  void refusesAFileThatIsTooLarge() throws Exception {
    byte[] png = TestImages.encode(TestImages.plain(8, 8, Color.RED), "png");
    ImageLimits narrow = new ImageLimits(png.length - 1, 64);
    assertEquals(Reason.TOO_MANY_BYTES, rejection(png, narrow));
    assertEquals(
        ImageFormat.PNG, ImageCheck.inspect(png, new ImageLimits(png.length, 64)).format());
  }

  @Test
  void refusesTooManyPixelsInEveryFormat() throws Exception {
    byte[] png = TestImages.encode(TestImages.plain(8, 8, Color.RED), "png");
    assertEquals(Reason.TOO_MANY_PIXELS, rejection(png, new ImageLimits(10_000, 63)));
    ByteBuffer.wrap(png, 16, 8).putInt(10_000).putInt(10_000);
    assertRejected(Reason.TOO_MANY_PIXELS, png);
    ByteBuffer.wrap(png, 16, 8).putInt(-1).putInt(1);
    assertRejected(Reason.TOO_MANY_PIXELS, png);
    assertRejected(Reason.TOO_MANY_PIXELS, TestImages.webpLossy(16_383, 16_383));
    assertRejected(Reason.TOO_MANY_PIXELS, TestImages.webpLossless(16_384, 16_384));
    assertRejected(Reason.TOO_MANY_PIXELS, TestImages.webpExtended(65_536, 65_536, false));
  }

  @Test
  void refusesAPictureWithoutSize() throws Exception {
    byte[] png = TestImages.encode(TestImages.plain(8, 8, Color.RED), "png");
    ByteBuffer.wrap(png, 16, 8).putInt(0).putInt(8);
    assertRejected(Reason.UNDECODABLE, png);
    assertRejected(Reason.UNDECODABLE, TestImages.webpLossy(0, 7));
  }

  @Test
  void refusesAnimations() throws Exception {
    assertRejected(Reason.ANIMATED, TestImages.gif(2));
    assertRejected(Reason.ANIMATED, TestImages.webpExtended(9, 9, true));
    byte[] png = TestImages.encode(TestImages.plain(8, 8, Color.RED), "png");
    byte[] actl = {0, 0, 0, 8, 'a', 'c', 'T', 'L', 0, 0, 0, 2, 0, 0, 0, 0, 1, 2, 3, 4};
    byte[] animated =
        ByteBuffer.allocate(png.length + actl.length)
            .put(png, 0, 33)
            .put(actl)
            .put(png, 33, png.length - 33)
            .array();
    assertRejected(Reason.ANIMATED, animated);
  }

  @Test
  void noticesEveryCutOfAPngAndAJpeg() throws Exception {
    BufferedImage image = TestImages.noise(16, 16, BufferedImage.TYPE_INT_RGB);
    for (String format : new String[] {"png", "jpg"}) {
      byte[] whole = TestImages.encode(image, format);
      for (int length = 8; length < whole.length; length++) {
        assertRejected(Reason.TRUNCATED, Arrays.copyOf(whole, length));
      }
    }
  }

  @Test
  void noticesAFormatThatIsNotTheOneClaimed() throws Exception {
    byte[] png = TestImages.encode(TestImages.plain(8, 8, Color.RED), "png");
    byte[] jpeg = TestImages.encode(TestImages.plain(8, 8, Color.RED), "jpg");
    assertEquals(ImageFormat.PNG, ImageCheck.inspect(png, "Image/PNG; charset=x", LIMITS).format());
    assertEquals(ImageFormat.JPEG, ImageCheck.inspect(jpeg, "image/jpg", LIMITS).format());
    ImageRejectedException lie =
        assertThrows(
            ImageRejectedException.class, () -> ImageCheck.inspect(jpeg, "image/png", LIMITS));
    assertEquals(Reason.LYING_TYPE, lie.reason());
    assertEquals("The picture is image/jpeg, not what the service claims.", lie.getMessage());
  }

  @Test
  void neverFailsInAnyOtherWayOnDamagedFiles() throws Exception {
    BufferedImage image = TestImages.noise(9, 7, BufferedImage.TYPE_INT_RGB);
    byte[][] files = {
      TestImages.encode(image, "png"),
      TestImages.encode(image, "jpg"),
      TestImages.encode(image, "gif"),
      TestImages.webpExtended(9, 9, false)
    };
    Random chance = new Random(20261122);
    int rejected = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] damaged = files[round % files.length].clone();
      for (int i = chance.nextInt(4); i >= 0; i--) {
        damaged[chance.nextInt(Math.min(64, damaged.length))] = (byte) chance.nextInt();
      }
      try {
        ImageFacts facts = ImageCheck.inspect(damaged, LIMITS);
        assertEquals(true, facts.pixels() >= 1 && facts.pixels() <= LIMITS.maxPixels());
      } catch (ImageRejectedException named) {
        rejected++;
      }
    }
    assertEquals(true, rejected > 1000, "rejected " + rejected);
  }

  private static void assertFacts(ImageFormat format, int width, int height, byte[] file)
      throws Exception {
    assertEquals(new ImageFacts(format, width, height), ImageCheck.inspect(file, LIMITS));
  }

  private static void assertRejected(Reason reason, byte[] file) {
    assertEquals(reason, rejection(file, LIMITS));
  }

  private static Reason rejection(byte[] file, ImageLimits limits) {
    return assertThrows(ImageRejectedException.class, () -> ImageCheck.inspect(file, limits))
        .reason();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
