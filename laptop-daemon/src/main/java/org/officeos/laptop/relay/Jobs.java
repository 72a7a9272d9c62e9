package org.officeos.laptop.relay;

import java.time.Duration;
import org.officeos.session.bytecode.ResultCode;

/** Pure steps from an instruction to a job. */
final class Jobs {

  private static final int MULTIPLE = 8;

  private Jobs() {}

  /** Sides in pixels. */
  record Size(int width, int height) {}

  /** The prompt with its style appended. */
  static String styled(String prompt, java.util.Optional<String> style) {
    return style.map(name -> prompt + ", " + name + " style").orElse(prompt);
  }

  /**
   * The same shape with no more pixels than allowed, sides cut down to multiples of 8, as diffusion
   * models want them.
   */
  static Size capped(long width, long height, long maxPixels) {
    if (width * height <= maxPixels) {
      return new Size((int) width, (int) height);
    }
    double scale = Math.sqrt((double) maxPixels / (width * height));
    long w = Math.max(MULTIPLE, (long) (width * scale) / MULTIPLE * MULTIPLE);
    long h = Math.max(MULTIPLE, Math.min((long) (height * scale), maxPixels / w));
    return new Size((int) w, (int) Math.max(MULTIPLE, h / MULTIPLE * MULTIPLE));
  }

  /** Refuses work whose time was over before it began. */
  static void requireTime(Duration left) throws RelayFailure {
    if (left.isNegative() || left.isZero()) {
      throw new RelayFailure(
          ResultCode.UPSTREAM_TIMEOUT,
          "the time that the handheld gives was over before the work began; try again, or give"
              + " more");
    }
  }
}
