package org.officeos.session.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is compressed, what is left alone, and that everything comes back. */
final class BodyCompressionTest {

  private static final long CAP = 8 * 1024 * 1024;

  @Test
  void aTextShrinksAndComesBack() throws DecompressionException {
    byte[] text = words(300);
    byte[] small = BodyCompression.compress(text).orElseThrow();
    assertTrue(small.length < text.length / 2, small.length + " of " + text.length);
    assertArrayEquals(text, BodyCompression.decompress(small, small.length, text.length, CAP));
  }

  @Test
  void aBodyBelow512BytesIsLeftAlone() {
    assertTrue(BodyCompression.compress(new byte[511]).isEmpty());
    assertTrue(BodyCompression.compress(new byte[512]).isPresent());
  }

  @Test
  void aBodyThatShrinksByLessThanASixteenthIsLeftAlone() {
    byte[] mostlyNoise = noise(1, 16_000);
    Arrays.fill(mostlyNoise, 0, 900, (byte) 0);
    assertTrue(BodyCompression.compress(mostlyNoise).isEmpty());
    Arrays.fill(mostlyNoise, 0, 1200, (byte) 0);
    assertTrue(BodyCompression.compress(mostlyNoise).isPresent());
  }

  @Test
  void noiseAtTheStartOfALargeBodyEndsTheTrial() {
    byte[] body = new byte[1024 * 1024];
    System.arraycopy(noise(2, 20_000), 0, body, 0, 20_000);
    assertTrue(BodyCompression.compress(body).isEmpty());
  }

  @Test
  void whatIsPackedAlreadyIsNotTried() {
    byte[][] magics = {
      {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
      {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0},
      "GIF89a".getBytes(StandardCharsets.US_ASCII),
      {'P', 'K', 3, 4},
      {0x1f, (byte) 0x8b, 8},
      {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd},
      "RIFF1234WEBPVP8 ".getBytes(StandardCharsets.US_ASCII),
    };
    for (byte[] magic : magics) {
      byte[] body = Arrays.copyOf(magic, 4096);
      assertTrue(BodyCompression.compress(body).isEmpty(), () -> Arrays.toString(magic));
    }
    byte[] sound = Arrays.copyOf("RIFF1234WAVEfmt ".getBytes(StandardCharsets.US_ASCII), 4096);
    assertTrue(BodyCompression.compress(sound).isPresent());
  }

  @Test
  void everyFrameNamesItsContentSizeAndNeedsNoDictionary() throws DecompressionException {
    for (int size : new int[] {512, 65_535, 65_536, 70_000, 3_000_000}) {
      byte[] small = BodyCompression.compress(new byte[size]).orElseThrow();
      BodyCompressionFrame frame = BodyCompressionFrame.parse(small, small.length);
      assertEquals(size, frame.contentSize());
      assertTrue(frame.windowSize() <= BodyCompression.MAX_WINDOW);
      assertTrue(frame.isPlausible());
    }
  }

  @Test
  void randomBodiesComeBack() throws DecompressionException {
    Random random = new Random(20_261_122);
    int compressed = 0;
    for (int i = 0; i < 300; i++) {
      byte[] body = patches(random, random.nextInt(200_000));
      byte[] small = BodyCompression.compress(body).orElse(null);
      if (small != null) {
        compressed++;
        assertTrue(small.length <= body.length - body.length / 16);
        assertArrayEquals(body, BodyCompression.decompress(small, small.length, body.length, CAP));
      }
    }
    assertTrue(compressed > 100, compressed + " of 300");
  }

  @Test
  void bytesAfterTheGivenLengthAreNotLookedAt() throws DecompressionException {
    byte[] text = words(100);
    byte[] small = BodyCompression.compress(text).orElseThrow();
    byte[] wide = Arrays.copyOf(small, small.length + 50);
    assertArrayEquals(text, BodyCompression.decompress(wide, small.length, text.length, CAP));
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> BodyCompression.decompress(small, small.length + 1, text.length, CAP));
  }

  static byte[] words(int times) {
    return "the robot cat drifts past the third moon; "
        .repeat(times)
        .getBytes(StandardCharsets.UTF_8);
  }

  static byte[] noise(long seed, int length) {
    byte[] noise = new byte[length];
    new Random(seed).nextBytes(noise);
    return noise;
  }

  private static byte[] patches(Random random, int length) {
    byte[] body = new byte[length];
    int at = 0;
    while (at < length) {
      int end = Math.min(length, at + 1 + random.nextInt(3000));
      if (random.nextInt(4) == 0) {
        byte[] noise = new byte[end - at];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, body, at, noise.length);
      } else {
        Arrays.fill(body, at, end, (byte) random.nextInt());
      }
      at = end;
    }
    return body;
  }
}
