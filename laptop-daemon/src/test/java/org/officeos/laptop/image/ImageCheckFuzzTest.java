package org.officeos.laptop.image;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes are a picture within the limits, or a named rejection; nothing else. */
final class ImageCheckFuzzTest {

  private static final ImageLimits LIMITS = new ImageLimits(4096, 1_000_000);

  @FuzzTest
  void inspectsOrRejects(byte[] bytes) {
    try {
      ImageFacts facts = ImageCheck.inspect(bytes, LIMITS);
      assertTrue(facts.width() >= 1 && facts.height() >= 1, facts.toString());
      assertTrue(facts.pixels() <= LIMITS.maxPixels(), facts.toString());
    } catch (ImageRejectedException named) {
      assertTrue(named.getMessage() != null && !named.getMessage().isBlank());
    }
  }
}
