package org.officeos.handheld.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.officeos.handheld.picture.PictureException.Reason;
import org.officeos.handheld.picture.PictureHeader.Format;
import org.officeos.handheld.testing.Pictures;

class PictureHeaderTest {

  private static Reason refusal(byte[] bytes) {
    return assertThrows(PictureException.class, () -> PictureHeader.read(bytes)).reason();
  }

  @Test
  void readsTheSidesOfWhatTheJdkWrites() throws PictureException {
    assertEquals(
        new PictureHeader(Format.PNG, 40, 30),
        PictureHeader.read(Pictures.plain("png", 40, 30, 0x123456)));
    assertEquals(
        new PictureHeader(Format.JPEG, 40, 30),
        PictureHeader.read(Pictures.plain("jpg", 40, 30, 0x123456)));
  }

  @Test
  void refusesTooManyPixelsBeforeAnythingIsDecoded() throws PictureException {
    assertEquals(Reason.TOO_MANY_PIXELS, refusal(Pictures.pngClaiming(10_000, 10_000)));
    assertEquals(Reason.TOO_MANY_PIXELS, refusal(Pictures.pngClaiming(-1, -1)));
    assertEquals(Reason.TOO_MANY_PIXELS, refusal(Pictures.pngClaiming(0, 5)));
    assertEquals(Reason.TOO_MANY_PIXELS, refusal(Pictures.pngClaiming(2048, 2049)));
    assertEquals(
        new PictureHeader(Format.PNG, 2048, 2048),
        PictureHeader.read(Pictures.pngClaiming(2048, 2048)));
  }

  @Test
  void refusesWhatIsNoPicture() {
    assertEquals(Reason.NOT_A_PICTURE, refusal(new byte[0]));
    assertEquals(
        Reason.NOT_A_PICTURE, refusal("<!doctype html>".getBytes(StandardCharsets.US_ASCII)));
    assertEquals(Reason.NOT_A_PICTURE, refusal("GIF89a".getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void refusesEveryTruncation() {
    for (String format : new String[] {"png", "jpg"}) {
      byte[] whole = Pictures.plain(format, 20, 20, 0xabcdef);
      for (int length = 8; length < whole.length; length++) {
        byte[] cut = Arrays.copyOf(whole, length);
        assertEquals(Reason.TRUNCATED, refusal(cut), format + " cut to " + length);
      }
    }
  }

  @Test
  void refusesADamagedPng() {
    byte[] whole = Pictures.fourColours("png");
    for (int at = 8; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      assertThrows(PictureException.class, () -> PictureHeader.read(damaged), "byte " + at);
    }
    assertEquals(Reason.MALFORMED, refusal(Arrays.copyOf(whole, whole.length + 1)));
  }

  @Test
  void refusesAJpegThatOnlyArithmeticCodersRead() {
    byte[] whole = Pictures.plain("jpg", 20, 20, 0xabcdef);
    for (int i = 2; i < whole.length - 1; i++) {
      if ((whole[i] & 0xff) == 0xff && (whole[i + 1] & 0xff) == 0xc0) {
        whole[i + 1] = (byte) 0xc9;
      }
    }
    assertEquals(Reason.MALFORMED, refusal(whole));
  }

  @Test
  void refusesTooManyBytes() {
    assertEquals(Reason.TOO_MANY_BYTES, refusal(new byte[PictureHeader.MAX_BYTES + 1]));
  }

  @Test
  void neverFailsOtherwise() {
    Random random = new Random(20261122);
    byte[] whole = Pictures.plain("jpg", 16, 16, 0x112233);
    for (int round = 0; round < 2000; round++) {
      byte[] bytes = whole.clone();
      for (int hit = 0; hit < 3; hit++) {
        bytes[random.nextInt(200)] = (byte) random.nextInt();
      }
      try {
        PictureHeader header = PictureHeader.read(bytes);
        assertEquals(Format.JPEG, header.format());
      } catch (PictureException e) {
        assertEquals(e.reason().name(), e.getMessage());
      }
    }
  }
}
