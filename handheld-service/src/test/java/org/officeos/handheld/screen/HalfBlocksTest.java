package org.officeos.handheld.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.officeos.handheld.picture.PictureException;
import org.officeos.handheld.picture.PictureHeader;
import org.officeos.handheld.testing.Pictures;

class HalfBlocksTest {

  private static final Pixels FOUR =
      new Pixels(2, 2, new int[] {0xff0000, 0x00ff00, 0x0000ff, 0xffffff});

  private static Pixels decode(byte[] bytes, int enough) throws PictureException {
    return new ImageIoDecoder().decode(bytes, PictureHeader.read(bytes), enough);
  }

  @Test
  void paintsTwoPixelsWithACharacterInTrueColour() {
    assertEquals(
        List.of(
            "\u001b[38;2;255;0;0;48;2;0;0;255m▀\u001b[38;2;0;255;0;48;2;255;255;255m▀\u001b[0m"),
        HalfBlocks.paint(FOUR, Colours.TRUECOLOUR, 80, 24));
  }

  @Test
  void paintsWithThePalette() {
    assertEquals(
        List.of("\u001b[38;5;196;48;5;21m▀\u001b[38;5;46;48;5;231m▀\u001b[0m"),
        HalfBlocks.paint(FOUR, Colours.PALETTE, 80, 24));
  }

  @Test
  void takesGreysFromTheGreyRamp() {
    int grey = 0x080808;
    assertEquals(
        List.of("\u001b[38;5;232;48;5;232m▀\u001b[0m"),
        HalfBlocks.paint(new Pixels(1, 2, new int[] {grey, grey}), Colours.PALETTE, 80, 24));
  }

  @Test
  void saysAColourOnceForARowOfTheSame() {
    int[] red = new int[6];
    Arrays.fill(red, 0xff0000);
    assertEquals(
        List.of("\u001b[38;2;255;0;0;48;2;255;0;0m▀▀▀\u001b[0m"),
        HalfBlocks.paint(new Pixels(3, 2, red), Colours.TRUECOLOUR, 80, 24));
  }

  @Test
  void paintsWithWeightsWhereThereIsNoColour() {
    Pixels steps = new Pixels(3, 2, new int[] {0, 0x808080, 0xffffff, 0, 0x808080, 0xffffff});
    assertEquals(List.of(" =@"), HalfBlocks.paint(steps, Colours.ASCII, 80, 24));
  }

  @Test
  void fitsTheTerminalAndKeepsProportions() {
    Pixels wide = new Pixels(400, 100, new int[40_000]);
    List<String> lines = HalfBlocks.paint(wide, Colours.TRUECOLOUR, 40, 24);
    assertEquals(5, lines.size());
    assertEquals(40, lines.get(0).chars().filter(c -> c == '▀').count());
    Pixels tall = new Pixels(100, 400, new int[40_000]);
    List<String> tallLines = HalfBlocks.paint(tall, Colours.TRUECOLOUR, 40, 10);
    assertEquals(10, tallLines.size());
    assertEquals(5, tallLines.get(0).chars().filter(c -> c == '▀').count());
  }

  @Test
  void neverEnlarges() {
    assertEquals(1, HalfBlocks.paint(FOUR, Colours.ASCII, 500, 500).size());
  }

  @Test
  void meansThePixelsThatItJoins() {
    Pixels halves = new Pixels(4, 1, new int[] {0, 0x020406, 0xffffff, 0xfdfdfd});
    assertEquals(0x010203, halves.scaledTo(2, 1).at(0, 0));
    assertEquals(0xfefefe, halves.scaledTo(2, 1).at(1, 0));
  }

  @Test
  void decodesPngExactlyAndJpegNearly() throws PictureException {
    assertEquals(0x00ff00, decode(Pictures.fourColours("png"), 100).at(1, 0));
    Pixels jpeg = decode(Pictures.plain("jpg", 32, 16, 0x8080ff), 100);
    assertEquals(32, jpeg.width());
    assertEquals(16, jpeg.height());
    assertEquals(0x80, jpeg.at(5, 5) >> 16, 3);
  }

  @Test
  void skipsPixelsOfAPictureMuchLargerThanNeeded() throws PictureException {
    Pixels reduced = decode(Pictures.plain("png", 1000, 600, 0x102030), 100);
    assertEquals(167, reduced.width());
    assertEquals(100, reduced.height());
    assertEquals(0x102030, reduced.at(99, 99));
  }

  @Test
  void laysTransparencyOnBlack() throws PictureException, IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x00ffffff);
    image.setRGB(1, 0, 0x80ff0000);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    Pixels pixels = decode(out.toByteArray(), 100);
    assertEquals(0, pixels.at(0, 0));
    assertEquals(0x800000, pixels.at(1, 0));
  }

  @Test
  void refusesAPictureWhosePixelsAreMissing() throws PictureException {
    byte[] empty = Pictures.pngClaiming(64, 64);
    PictureHeader header = PictureHeader.read(empty);
    PictureException e =
        assertThrows(PictureException.class, () -> new ImageIoDecoder().decode(empty, header, 100));
    assertEquals(PictureException.Reason.MALFORMED, e.reason());
  }

  @Test
  void refusesAPictureThatIsNotTheOneOfTheHeader() throws PictureException {
    PictureHeader other = PictureHeader.read(Pictures.plain("png", 9, 9, 0));
    assertThrows(
        PictureException.class,
        () -> new ImageIoDecoder().decode(Pictures.fourColours("png"), other, 100));
  }
}
