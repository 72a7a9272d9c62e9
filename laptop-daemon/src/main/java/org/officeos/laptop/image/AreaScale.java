package org.officeos.laptop.image;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * Reduces a picture by averaging the area that each new pixel covers, edges in proportion. Colours
 * are weighted by their opacity, so that what is transparent does not bleed in. Pure.
 */
final class AreaScale {

  private static final int CHANNELS = 4;

  private AreaScale() {}

  /** The picture in the given size, neither side larger than before; opaque stays opaque. */
  static BufferedImage reduce(BufferedImage from, int width, int height) {
    boolean opaque = !from.getColorModel().hasAlpha();
    BufferedImage source = premultiplied(from);
    int[] pixels = ((DataBufferInt) source.getRaster().getDataBuffer()).getData();
    float[] columns = new float[width * CHANNELS];
    BufferedImage premultiplied = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    int[] target = ((DataBufferInt) premultiplied.getRaster().getDataBuffer()).getData();
    double stepY = (double) source.getHeight() / height;
    for (int y = 0; y < height; y++) {
      Arrays.fill(columns, 0);
      double top = y * stepY;
      double bottom = Math.min(source.getHeight(), top + stepY);
      for (int row = (int) top; row < bottom; row++) {
        double share = Math.min(bottom, row + 1.0) - Math.max(top, row);
        addRow(pixels, row * source.getWidth(), source.getWidth(), columns, width, (float) share);
      }
      double area = (bottom - top) * source.getWidth() / width;
      for (int x = 0; x < width; x++) {
        target[y * width + x] = pixel(columns, x * CHANNELS, (float) (1 / area));
      }
    }
    return copy(premultiplied, opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
  }

  private static void addRow(
      int[] pixels, int start, int sourceWidth, float[] columns, int width, float rowShare) {
    double stepX = (double) sourceWidth / width;
    for (int x = 0; x < width; x++) {
      double left = x * stepX;
      double right = Math.min(sourceWidth, left + stepX);
      for (int column = (int) left; column < right; column++) {
        double share = Math.min(right, column + 1.0) - Math.max(left, column);
        float weight = (float) share * rowShare;
        int pixel = pixels[start + column];
        for (int channel = 0; channel < CHANNELS; channel++) {
          columns[x * CHANNELS + channel] += weight * ((pixel >>> (channel * 8)) & 0xff);
        }
      }
    }
  }

  private static int pixel(float[] sums, int at, float factor) {
    int pixel = 0;
    for (int channel = 0; channel < CHANNELS; channel++) {
      int value = Math.min(255, Math.round(sums[at + channel] * factor));
      pixel |= value << (channel * 8);
    }
    return pixel;
  }

  private static BufferedImage premultiplied(BufferedImage from) {
    return copy(from, BufferedImage.TYPE_INT_ARGB_PRE);
  }

  private static BufferedImage copy(BufferedImage from, int type) {
    BufferedImage to = new BufferedImage(from.getWidth(), from.getHeight(), type);
    Graphics2D graphics = to.createGraphics();
    graphics.setComposite(AlphaComposite.Src);
    graphics.drawImage(from, 0, 0, null);
    graphics.dispose();
    return to;
  }
}
