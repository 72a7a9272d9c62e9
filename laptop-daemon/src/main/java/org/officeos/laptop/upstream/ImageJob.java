package org.officeos.laptop.upstream;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One picture to be drawn. The relay has checked and limited every value; the ranges here are what
 * the translators can express at all. Prints no person's words.
 *
 * @param prompt what to draw, at least one character
 * @param negativePrompt what not to draw
 * @param width in pixels, 1 to 4096
 * @param height in pixels, 1 to 4096
 * @param steps sampling steps, 1 to 1000; services without steps ignore it
 * @param seed of the drawing, 0 to 2^53 - 1; left out for a random one; services without seeds
 *     ignore it
 * @param model the model to draw with; left out for the service's own. Stable Diffusion WebUI draws
 *     with the model that is loaded, because choosing one is a change of the server's settings
 * @param deadline for the whole job, time in the queue included; positive
 */
public record ImageJob(
    String prompt,
    Optional<String> negativePrompt,
    int width,
    int height,
    int steps,
    OptionalLong seed,
    Optional<String> model,
    Duration deadline) {

  private static final int MAX_SIDE = 4096;
  private static final int MAX_STEPS = 1000;
  private static final long MAX_SEED = (1L << 53) - 1;

  /** Refuses what no translator can express. */
  public ImageJob {
    require(!prompt.isEmpty(), "a picture needs a prompt");
    require(width >= 1 && width <= MAX_SIDE, "width out of range");
    require(height >= 1 && height <= MAX_SIDE, "height out of range");
    require(steps >= 1 && steps <= MAX_STEPS, "steps out of range");
    require(seed.isEmpty() || (seed.getAsLong() >= 0 && seed.getAsLong() <= MAX_SEED), "seed");
    require(!deadline.isNegative() && !deadline.isZero(), "a deadline lies ahead");
  }

  private static void require(boolean holds, String complaint) {
    if (!holds) {
      throw new IllegalArgumentException(complaint);
    }
  }

  @Override
  public String toString() {
    return "ImageJob[" + width + "x" + height + ", " + steps + " steps]";
  }
}
