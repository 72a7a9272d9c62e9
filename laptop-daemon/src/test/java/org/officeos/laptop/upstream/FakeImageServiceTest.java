package org.officeos.laptop.upstream;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

final class FakeImageServiceTest extends ImageServiceContract {

  @Override
  ImageService quick() {
    return new FakeImageService(png(), false);
  }

  @Override
  ImageService endless() {
    return new FakeImageService(png(), true);
  }

  private static byte[] png() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(128, 96, BufferedImage.TYPE_INT_RGB), "png", out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
