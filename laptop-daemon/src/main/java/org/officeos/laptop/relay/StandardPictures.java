package org.officeos.laptop.relay;

import org.officeos.laptop.image.FittedImage;
import org.officeos.laptop.image.ImageCheck;
import org.officeos.laptop.image.ImageFacts;
import org.officeos.laptop.image.ImageLimits;
import org.officeos.laptop.image.ImageRejectedException;
import org.officeos.laptop.image.ScreenFit;

/**
 * The image room's own checks and fitting.
 *
 * @param limits what a picture may cost
 */
public record StandardPictures(ImageLimits limits) implements Pictures {

  @Override
  public ImageFacts inspect(byte[] file) throws ImageRejectedException {
    return ImageCheck.inspect(file, limits);
  }

  @Override
  public FittedImage fit(byte[] file, ImageFacts facts, int screenWidth, int screenHeight)
      throws ImageRejectedException {
    return ScreenFit.fit(file, facts, screenWidth, screenHeight);
  }
}
