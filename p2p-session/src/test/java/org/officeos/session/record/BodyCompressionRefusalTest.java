package org.officeos.session.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.officeos.session.record.DecompressionException.Reason;

/** Bombs, lies and damage: each refused with its reason, before anything large is allocated. */
final class BodyCompressionRefusalTest {

  private static final int CAP = 64 * 1024 * 1024;
  private static final int HUNDRED_MIB = 100 * 1024 * 1024;
  private static final byte[] TEXT = BodyCompressionTest.words(300);

  @Test
  void aBombIsRefusedByItsDeclaredLengthWithoutAllocatingItsOutput() {
    byte[] bomb = bomb(HUNDRED_MIB);
    assertTrue(bomb.length < 3500, bomb.length + " bytes");
    long before = allocated();
    assertEquals(Reason.LIMIT, refusal(bomb, HUNDRED_MIB, CAP));
    assertTrue(allocated() - before < 1_000_000);
  }

  @Test
  void aBombThatDeclaresLittleIsRefusedWithoutAllocatingItsOutput() {
    long before = allocated();
    assertEquals(Reason.LENGTH_MISMATCH, refusal(bomb(HUNDRED_MIB), 1000, CAP));
    assertTrue(allocated() - before < 1_000_000);
  }

  @Test
  void aHeadThatClaimsLessThanItsBlocksHoldIsALie() {
    byte[] lie =
        HandmadeFrame.claiming(1000).repeated(false, 900, 0).repeated(true, 900, 0).bytes();
    assertEquals(Reason.LENGTH_MISMATCH, refusal(lie, 1000, CAP));
  }

  @Test
  void aHeadThatClaimsMoreThanItsBlocksHoldIsRefusedWithoutAllocatingIt() {
    byte[] lie = HandmadeFrame.claiming(CAP).repeated(true, 1000, 0).bytes();
    long before = allocated();
    assertEquals(Reason.LENGTH_MISMATCH, refusal(lie, CAP, CAP));
    assertTrue(allocated() - before < 1_000_000);
  }

  @Test
  void aCompressedBlockThatHoldsLessThanClaimedIsRefused() {
    byte[] lie = compressed(TEXT);
    lie[5]++;
    assertEquals(Reason.MALFORMED, refusal(lie, TEXT.length + 1, CAP));
  }

  @Test
  void aCompressedBlockThatHoldsMoreThanClaimedIsRefused() {
    byte[] lie = compressed(TEXT);
    lie[5]--;
    assertEquals(Reason.LENGTH_MISMATCH, refusal(lie, TEXT.length - 1, CAP));
  }

  @Test
  void theDeclaredLengthMustBeTheFramesOwn() {
    byte[] frame = compressed(TEXT);
    assertEquals(Reason.LENGTH_MISMATCH, refusal(frame, TEXT.length - 1, CAP));
    assertEquals(Reason.LENGTH_MISMATCH, refusal(frame, TEXT.length + 1, CAP));
  }

  @Test
  void theCapIsTheGreatestLengthThatIsTaken() throws DecompressionException {
    byte[] frame = compressed(TEXT);
    assertArrayEquals(
        TEXT, BodyCompression.decompress(frame, frame.length, TEXT.length, TEXT.length));
    assertEquals(Reason.LIMIT, refusal(frame, TEXT.length, TEXT.length - 1));
    assertEquals(Reason.LIMIT, refusal(frame, -1, CAP));
    assertEquals(Reason.LIMIT, refusal(frame, Long.MAX_VALUE, Long.MAX_VALUE));
  }

  @Test
  void everyTruncationIsMalformed() {
    byte[] frame = compressed(TEXT);
    for (int length = 0; length < frame.length; length++) {
      assertEquals(Reason.MALFORMED, refusal(Arrays.copyOf(frame, length), TEXT.length, CAP));
    }
  }

  @Test
  void aTrailingByteASecondFrameAndASkippableOneAreMalformed() {
    byte[] frame = compressed(TEXT);
    byte[] skippable = new HandmadeFrame().little(0x184D2A50L, 4).little(2, 4).little(0, 2).bytes();
    assertEquals(Reason.MALFORMED, refusal(joined(frame, new byte[1]), TEXT.length, CAP));
    assertEquals(Reason.MALFORMED, refusal(joined(frame, frame), TEXT.length, CAP));
    assertEquals(Reason.MALFORMED, refusal(joined(frame, frame), 2L * TEXT.length, CAP));
    assertEquals(Reason.MALFORMED, refusal(joined(frame, skippable), TEXT.length, CAP));
    assertEquals(Reason.MALFORMED, refusal(joined(skippable, frame), TEXT.length, CAP));
    assertEquals(Reason.MALFORMED, refusal(skippable, 0, CAP));
  }

  @Test
  void aFrameWithoutItsContentSizeIsMalformed() {
    byte[] frame = HandmadeFrame.describedBy(0x00).little(0x58, 1).repeated(true, 600, 'a').bytes();
    assertEquals(Reason.MALFORMED, refusal(frame, 600, CAP));
  }

  @Test
  void aFrameThatNamesADictionaryIsMalformed() {
    byte[] frame =
        HandmadeFrame.describedBy(0xe1)
            .little(7, 1)
            .little(600, 8)
            .repeated(true, 600, 'a')
            .bytes();
    assertEquals(Reason.MALFORMED, refusal(frame, 600, CAP));
  }

  @Test
  void reservedBitsAndTheReservedBlockTypeAreMalformed() {
    for (int bit : new int[] {0x08, 0x10}) {
      byte[] frame =
          HandmadeFrame.describedBy(0xe0 | bit).little(600, 8).repeated(true, 600, 'a').bytes();
      assertEquals(Reason.MALFORMED, refusal(frame, 600, CAP));
    }
    byte[] reserved = HandmadeFrame.claiming(600).little(1 | 3 << 1 | 1 << 3, 3).bytes();
    assertEquals(Reason.MALFORMED, refusal(reserved, 600, CAP));
  }

  @Test
  void aBlockAbove128KibIsMalformed() {
    byte[] frame = HandmadeFrame.claiming(200_000).repeated(true, 200_000, 0).bytes();
    assertEquals(Reason.MALFORMED, refusal(frame, 200_000, CAP));
  }

  @Test
  void aWindowAboveEightMebibytesIsOverTheLimit() throws DecompressionException {
    byte[] frame = windowed(13 << 3);
    assertEquals(600, BodyCompression.decompress(frame, frame.length, 600, CAP).length);
    assertEquals(Reason.LIMIT, refusal(windowed((13 << 3) + 1), 600, CAP));
    assertEquals(Reason.LIMIT, refusal(windowed(0xff), 600, CAP));
  }

  @Test
  void anEmptyFrameIsAnEmptyBody() throws DecompressionException {
    byte[] frame = HandmadeFrame.claiming(0).raw(true, new byte[0]).bytes();
    assertEquals(0, BodyCompression.decompress(frame, frame.length, 0, CAP).length);
  }

  @Test
  void damageIsRefusedOrGivesABodyOfTheDeclaredLength() {
    byte[] frame = compressed(TEXT);
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = frame.clone();
      for (int n = 1 + random.nextInt(3); n > 0; n--) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      try {
        byte[] body = BodyCompression.decompress(damaged, damaged.length, TEXT.length, CAP);
        assertEquals(TEXT.length, body.length);
      } catch (DecompressionException expected) {
        refused++;
      }
    }
    assertTrue(refused > 5000, refused + " of 20000");
  }

  private static byte[] bomb(int size) {
    HandmadeFrame frame = HandmadeFrame.claiming(size);
    int block = 128 * 1024;
    for (int left = size; left > 0; left -= block) {
      frame.repeated(left <= block, Math.min(left, block), 0);
    }
    return frame.bytes();
  }

  private static byte[] windowed(int window) {
    return HandmadeFrame.describedBy(0x80)
        .little(window, 1)
        .little(600, 4)
        .repeated(true, 600, 'a')
        .bytes();
  }

  private static byte[] compressed(byte[] body) {
    return BodyCompression.compress(body).orElseThrow();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static Reason refusal(byte[] frame, long declared, long cap) {
    return assertThrows(
            DecompressionException.class,
            () -> BodyCompression.decompress(frame, frame.length, declared, cap))
        .reason();
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
