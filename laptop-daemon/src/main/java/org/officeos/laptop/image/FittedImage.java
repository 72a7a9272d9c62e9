package org.officeos.laptop.image;

/**
 * A picture that fits its screen.
 *
 * @param bytes a PNG or JPEG file; owned by the receiver
 * @param mediaType {@code image/png} or {@code image/jpeg}
 * @param width in pixels
 * @param height in pixels
 */
public record FittedImage(byte[] bytes, String mediaType, int width, int height) {

  @Override
  public String toString() {
    return "FittedImage[" + mediaType + ", " + width + "x" + height + "]";
  }
}
