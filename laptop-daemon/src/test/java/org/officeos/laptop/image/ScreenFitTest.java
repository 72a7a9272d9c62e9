package org.officeos.laptop.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.officeos.laptop.image.ImageRejectedException.Reason;

final class ScreenFitTest {

  @Test
  void passesAPictureThatFitsOnAsItCame() throws Exception {
    for (String format : new String[] {"png", "jpg"}) {
      byte[] file = TestImages.encode(TestImages.plain(640, 480, Color.RED), format);
      FittedImage fitted = fit(file, 640, 480);
      assertSame(file, fitted.bytes());
      assertEquals(640, fitted.width());
    }
  }

  @Test
  void neverEnlarges() throws Exception {
    byte[] file = TestImages.encode(TestImages.plain(64, 48, Color.RED), "png");
    FittedImage fitted = fit(file, 640, 480);
    assertEquals(64, fitted.width());
    assertEquals(48, fitted.height());
  }

  @Test
  void keepsTheAspectWithinTheScreen() throws Exception {
    int[][] cases = {
      {512, 512, 640, 480, 480, 480},
      {1024, 512, 640, 480, 640, 320},
      {512, 1024, 640, 480, 240, 480},
      {641, 480, 640, 480, 640, 479},
      {700, 3, 640, 480, 640, 3},
      {1000, 1, 100, 100, 100, 1},
      {1, 1000, 100, 100, 1, 100},
    };
    for (int[] c : cases) {
      byte[] file = TestImages.encode(TestImages.plain(c[0], c[1], Color.BLUE), "png");
      FittedImage fitted = fit(file, c[2], c[3]);
      assertEquals(c[4] + "x" + c[5], fitted.width() + "x" + fitted.height());
      BufferedImage decoded = TestImages.decode(fitted.bytes());
      assertEquals(c[4] + "x" + c[5], decoded.getWidth() + "x" + decoded.getHeight());
    }
  }

  @Test
  void averagesTheAreaUnderEachPixel() throws Exception {
    BufferedImage checks = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 64; y++) {
      for (int x = 0; x < 64; x++) {
        checks.setRGB(x, y, (x + y) % 2 == 0 ? 0xffffff : 0x000000);
      }
    }
    BufferedImage small = AreaScale.reduce(checks, 32, 32);
    for (int y = 0; y < 32; y++) {
      for (int x = 0; x < 32; x++) {
        assertEquals(0xff808080, small.getRGB(x, y));
      }
    }
  }

  @Test
  void keepsOneColourExactlyAtOddRatios() throws Exception {
    BufferedImage plain = TestImages.plain(101, 67, new Color(12, 200, 77));
    BufferedImage small = AreaScale.reduce(plain, 37, 23);
    for (int y = 0; y < 23; y++) {
      for (int x = 0; x < 37; x++) {
        assertEquals(0xff0cc84d, small.getRGB(x, y), x + "," + y);
      }
    }
  }

  @Test
  void keepsTransparencyAndDoesNotBleedWhatIsHidden() throws Exception {
    BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < 20; y++) {
      for (int x = 0; x < 20; x++) {
        image.setRGB(x, y, x % 2 == 0 ? 0xff0000ff : 0x00ff0000);
      }
    }
    FittedImage fitted = fit(TestImages.encode(image, "png"), 10, 10);
    assertEquals("image/png", fitted.mediaType());
    int pixel = TestImages.decode(fitted.bytes()).getRGB(5, 5);
    assertEquals(0x80, pixel >>> 24, 1);
    assertEquals(0x0000ff, pixel & 0xffffff);
  }

  @Test
  void sendsGraphicsAsPngAndPhotographsAsJpeg() throws Exception {
    byte[] graphic = TestImages.encode(TestImages.plain(400, 400, Color.GREEN), "png");
    assertEquals("image/png", fit(graphic, 200, 200).mediaType());
    BufferedImage rough = TestImages.noise(400, 400, BufferedImage.TYPE_INT_RGB);
    FittedImage photo = fit(TestImages.encode(rough, "png"), 200, 200);
    assertEquals("image/jpeg", photo.mediaType());
    assertEquals(
        new ImageFacts(ImageFormat.JPEG, 200, 200),
        ImageCheck.inspect(photo.bytes(), ImageLimits.standard()));
  }

  @Test
  void leavesMetadataBehind() throws Exception {
    byte[] plain = TestImages.encode(TestImages.plain(300, 300, Color.PINK), "png");
    byte[] note = "\0\0\0\u000etEXtprompt\0secretsXXXX".getBytes(StandardCharsets.ISO_8859_1);
    byte[] noted = Arrays.copyOf(plain, plain.length + note.length);
    System.arraycopy(note, 0, noted, 33, note.length);
    System.arraycopy(plain, 33, noted, 33 + note.length, plain.length - 33);
    FittedImage fitted = fit(noted, 100, 100);
    assertEquals(-1, new String(fitted.bytes(), StandardCharsets.ISO_8859_1).indexOf("secret"));
  }

  @Test
  void decodesGif() throws Exception {
    BufferedImage image = TestImages.plain(30, 20, Color.ORANGE);
    FittedImage fitted = fit(TestImages.encode(image, "gif"), 640, 480);
    assertEquals("image/png", fitted.mediaType());
    assertEquals(Color.ORANGE.getRGB(), TestImages.decode(fitted.bytes()).getRGB(3, 3));
  }

  @Test
  void saysWhatToDoAboutWebp() {
    ImageRejectedException refusal =
        assertThrows(
            ImageRejectedException.class, () -> fit(TestImages.webpLossy(64, 64), 640, 480));
    assertEquals(Reason.UNDECODABLE, refusal.reason());
    assertEquals(
        "The service sends WebP, which cannot be fitted here; set it to PNG.",
        refusal.getMessage());
  }

  @Test
  void refusesPixelsThatCannotBeDecoded() throws Exception {
    byte[] file = TestImages.encode(TestImages.noise(300, 300, BufferedImage.TYPE_INT_RGB), "png");
    Arrays.fill(file, 60, file.length - 16, (byte) 0x5a);
    ImageFacts facts = new ImageFacts(ImageFormat.PNG, 300, 300);
    ImageRejectedException refusal =
        assertThrows(ImageRejectedException.class, () -> ScreenFit.fit(file, facts, 100, 100));
    assertEquals(Reason.UNDECODABLE, refusal.reason());
  }

  @Test
  void refusesFactsThatAreNotTheFiles() throws Exception {
    byte[] file = TestImages.encode(TestImages.plain(300, 300, Color.RED), "png");
    ImageFacts facts = new ImageFacts(ImageFormat.PNG, 200, 300);
    assertThrows(ImageRejectedException.class, () -> ScreenFit.fit(file, facts, 100, 100));
  }

  @Test
  void givesTheSameBytesForTheSamePicture() throws Exception {
    byte[] file = TestImages.encode(TestImages.noise(200, 200, BufferedImage.TYPE_INT_RGB), "png");
    assertArrayEquals(fit(file, 90, 90).bytes(), fit(file, 90, 90).bytes());
    assertTrue(fit(file, 90, 90).bytes().length < file.length);
  }

  private static FittedImage fit(byte[] file, int width, int height) throws Exception {
    return ScreenFit.fit(file, ImageCheck.inspect(file, ImageLimits.standard()), width, height);
  }
}
