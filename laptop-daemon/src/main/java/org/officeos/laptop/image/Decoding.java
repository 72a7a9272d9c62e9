package org.officeos.laptop.image;

import static org.officeos.laptop.image.ImageRejectedException.Reason.UNDECODABLE;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes a picture whose header was checked, with the JDK's own readers, in memory only. */
final class Decoding {

  private Decoding() {}

  static BufferedImage decode(byte[] file, ImageFacts facts) throws ImageRejectedException {
    String name = facts.format().name().toLowerCase(Locale.ROOT);
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(name);
    if (!readers.hasNext()) {
      throw new ImageRejectedException(UNDECODABLE, "This Java cannot decode " + name + ".");
    }
    ImageReader reader = readers.next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      if (reader.getWidth(0) != facts.width() || reader.getHeight(0) != facts.height()) {
        throw new ImageRejectedException(UNDECODABLE, "The picture's header contradicts itself.");
      }
      return reader.read(0);
    } catch (IOException | RuntimeException broken) {
      throw new ImageRejectedException(
          UNDECODABLE, "The picture cannot be decoded; ask for another.", broken);
    } finally {
      reader.dispose();
    }
  }
}
