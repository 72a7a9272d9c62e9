package org.officeos.hil.demo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** The received picture as a PNG file, whatever it travelled as: the name promises it. */
final class PngCopy {

  private PngCopy() {}

  static void of(Path received, Path png) throws IOException {
    BufferedImage picture = ImageIO.read(received.toFile());
    if (picture == null || !ImageIO.write(picture, "png", png.toFile())) {
      throw new IOException("no picture in " + received);
    }
  }
}
