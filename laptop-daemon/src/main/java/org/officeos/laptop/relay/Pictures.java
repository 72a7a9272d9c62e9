package org.officeos.laptop.relay;

import org.officeos.laptop.image.FittedImage;
import org.officeos.laptop.image.ImageFacts;
import org.officeos.laptop.image.ImageRejectedException;

/** Looks at pictures and fits them to a screen. Runs on a worker; safe for several threads. */
public interface Pictures {

  /** What the header says, checked against the limits, before anything is decoded. */
  ImageFacts inspect(byte[] file) throws ImageRejectedException;

  /**
   * The picture, no larger than a screen.
   *
   * @param screenWidth in pixels, at least 1
   * @param screenHeight in pixels, at least 1
   */
  FittedImage fit(byte[] file, ImageFacts facts, int screenWidth, int screenHeight)
      throws ImageRejectedException;
}
