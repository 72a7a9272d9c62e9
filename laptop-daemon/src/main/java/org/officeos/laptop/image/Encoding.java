package org.officeos.laptop.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes a picture without any metadata, as whichever of PNG and JPEG suits it. */
final class Encoding {

  private static final float JPEG_QUALITY = 0.85f;
  private static final double WORTH_THE_LOSS = 2.0 / 3;

  private Encoding() {}

  /** PNG, or JPEG where the picture is opaque and that saves at least a third. */
  static FittedImage smallest(BufferedImage image) {
    byte[] png = encode(image, ImageFormat.PNG);
    if (!image.getColorModel().hasAlpha()) {
      byte[] jpeg = encode(image, ImageFormat.JPEG);
      if (jpeg.length < png.length * WORTH_THE_LOSS) {
        return fitted(jpeg, ImageFormat.JPEG, image);
      }
    }
    return fitted(png, ImageFormat.PNG, image);
  }

  private static FittedImage fitted(byte[] bytes, ImageFormat format, BufferedImage image) {
    return new FittedImage(bytes, format.mediaType(), image.getWidth(), image.getHeight());
  }

  private static byte[] encode(BufferedImage image, ImageFormat format) {
    ImageWriter writer = ImageIO.getImageWritersByMIMEType(format.mediaType()).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      if (format == ImageFormat.JPEG) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(JPEG_QUALITY);
      }
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory does not fail", impossible);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
