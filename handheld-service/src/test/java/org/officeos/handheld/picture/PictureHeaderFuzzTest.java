package org.officeos.handheld.picture;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes are a picture with sides within bounds, or a named refusal. */
final class PictureHeaderFuzzTest {

  @FuzzTest
  void walksOrRefuses(byte[] bytes) {
    try {
      PictureHeader header = PictureHeader.read(bytes);
      assertTrue(header.width() >= 1 && header.height() >= 1);
      assertTrue((long) header.width() * header.height() <= PictureHeader.MAX_PIXELS);
    } catch (PictureException e) {
      assertNotNull(e.reason());
    }
  }
}
