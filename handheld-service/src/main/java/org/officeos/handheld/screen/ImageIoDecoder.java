package org.officeos.handheld.screen;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.officeos.handheld.picture.PictureException;
import org.officeos.handheld.picture.PictureException.Reason;
import org.officeos.handheld.picture.PictureHeader;

/**
 * Decodes with the JDK's own readers. Skips rows and columns while reading, so that a picture much
 * larger than the terminal is never whole in memory.
 */
public final class ImageIoDecoder implements PictureDecoder {

  /** The one there is. */
  public ImageIoDecoder() {}

  @Override
  public Pixels decode(byte[] bytes, PictureHeader header, int enough) throws PictureException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(header.format().mediaType());
    if (!readers.hasNext()) {
      throw new PictureException(Reason.NOT_A_PICTURE);
    }
    ImageReader reader = readers.next();
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      if (reader.getWidth(0) != header.width() || reader.getHeight(0) != header.height()) {
        throw new PictureException(Reason.MALFORMED);
      }
      int every = Math.max(1, Math.min(header.width(), header.height()) / Math.max(1, enough));
      ImageReadParam param = reader.getDefaultReadParam();
      param.setSourceSubsampling(every, every, 0, 0);
      return onBlack(reader.read(0, param));
    } catch (IOException | RuntimeException damaged) {
      throw new PictureException(Reason.MALFORMED, damaged);
    } finally {
      reader.dispose();
    }
  }

  private static Pixels onBlack(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    for (int i = 0; i < pixels.length; i++) {
      int alpha = pixels[i] >>> 24;
      pixels[i] =
          ((pixels[i] >> 16 & 0xff) * alpha / 255) << 16
              | ((pixels[i] >> 8 & 0xff) * alpha / 255) << 8
              | (pixels[i] & 0xff) * alpha / 255;
    }
    return new Pixels(width, height, pixels);
  }
}
