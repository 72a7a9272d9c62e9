package org.officeos.session.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bodies out of bytes that arrive in pieces. */
final class WireBufferTest {

  @Test
  void findsEveryBodyHoweverTheBytesAreCut() throws FormatException {
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      List<byte[]> sent = new ArrayList<>();
      ByteArrayOutputStream wire = new ByteArrayOutputStream();
      for (int i = 0; i < 40; i++) {
        byte[] body = new byte[1 + random.nextInt(i % 7 == 0 ? RecordFormat.MAX_BODY : 300)];
        random.nextBytes(body);
        sent.add(body);
        wire.writeBytes(RecordFormat.frame(body));
      }
      assertSame(sent, received(wire.toByteArray(), random));
    }
  }

  private static List<byte[]> received(byte[] wire, Random random) throws FormatException {
    WireBuffer buffer = new WireBuffer();
    buffer.allowRecords(RecordFormat.MAX_BODY);
    List<byte[]> bodies = new ArrayList<>();
    int position = 0;
    while (position < wire.length) {
      int count = Math.min(1 + random.nextInt(90_000), wire.length - position);
      ByteBuffer piece = ByteBuffer.wrap(wire, position, count);
      while (piece.hasRemaining()) {
        buffer.append(piece);
        while (buffer.next()) {
          bodies.add(
              Arrays.copyOfRange(
                  buffer.array(), buffer.offset(), buffer.offset() + buffer.length()));
        }
      }
      position += count;
    }
    assertEquals(0, buffer.pending());
    return bodies;
  }

  private static void assertSame(List<byte[]> sent, List<byte[]> received) {
    assertEquals(sent.size(), received.size());
    for (int i = 0; i < sent.size(); i++) {
      assertArrayEquals(sent.get(i), received.get(i));
    }
  }

  @Test
  void refusesAHandshakeMessageOverOneKibibyteByItsLengthAlone() {
    WireBuffer buffer = new WireBuffer();
    buffer.append(ByteBuffer.wrap(new byte[] {4, 1}));
    assertEquals(
        FormatException.Reason.TOO_LONG,
        assertThrows(FormatException.class, buffer::next).reason());
  }

  @Test
  void takesAHandshakeMessageOfOneKibibyte() throws FormatException {
    WireBuffer buffer = new WireBuffer();
    buffer.append(ByteBuffer.wrap(RecordFormat.frame(new byte[RecordFormat.MAX_HANDSHAKE])));
    assertTrue(buffer.next());
    assertEquals(RecordFormat.MAX_HANDSHAKE, buffer.length());
  }

  @Test
  void refusesAnEmptyBody() {
    WireBuffer buffer = new WireBuffer();
    buffer.append(ByteBuffer.wrap(new byte[] {0, 0}));
    assertEquals(
        FormatException.Reason.EMPTY, assertThrows(FormatException.class, buffer::next).reason());
  }

  @Test
  void keepsTheBytesOfABodyThatIsNotWholeWhenTheLimitGrows() throws FormatException {
    WireBuffer buffer = new WireBuffer();
    buffer.append(ByteBuffer.wrap(new byte[] {0, 3, 7, 8}));
    assertFalse(buffer.next());
    buffer.allowRecords(RecordFormat.MAX_BODY);
    buffer.append(ByteBuffer.wrap(new byte[] {9}));
    assertTrue(buffer.next());
    assertEquals(9, buffer.array()[buffer.offset() + 2]);
  }

  @Test
  void aDeclaredLengthIsNotHeldAgainstTheBytesOfTheNextBody() throws FormatException {
    WireBuffer buffer = new WireBuffer();
    ByteBuffer two = ByteBuffer.wrap(new byte[] {0, 1, 5, 0, 2, 6, 7});
    buffer.append(two);
    assertEquals(4, two.remaining());
    assertTrue(buffer.next());
    assertFalse(buffer.next());
    assertEquals(0, buffer.pending());
    buffer.append(two);
    assertTrue(buffer.next());
    assertEquals(2, buffer.length());
    assertEquals(7, buffer.array()[buffer.offset() + 1]);
  }

  @Test
  void takesNoByteOfABodyThatIsTooLong() {
    WireBuffer buffer = new WireBuffer();
    ByteBuffer tooLong = ByteBuffer.wrap(new byte[] {4, 1, 9, 9, 9});
    buffer.append(tooLong);
    assertEquals(3, tooLong.remaining());
    assertThrows(FormatException.class, buffer::next);
  }
}
