package org.officeos.hil.timeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.officeos.hil.timeline.CaptureException.Reason;

class PcapReaderTest {

  private static final byte[] SOME = {1, 2, 3};

  private static void refused(Reason reason, long offset, byte[] file) {
    CaptureException e =
        assertThrows(
            CaptureException.class,
            () -> {
              PcapReader reader = new PcapReader(new ByteArrayInputStream(file));
              for (int i = 0; i <= file.length; i++) {
                reader.next();
              }
            });
    assertEquals(reason, e.reason());
    assertEquals(offset, e.offset());
  }

  @Test
  void recordsComeWithTheirTimesInBothByteOrders() throws Exception {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      PcapReader reader =
          Captures.begun(order, 0xA1B2C3D4, 105)
              .record(7, 999_999, SOME)
              .record(8, 0, new byte[0])
              .open();
      assertEquals(LinkType.IEEE_802_11, reader.linkType());
      Packet first = reader.next().orElseThrow();
      assertEquals(7_999_999, first.micros());
      assertEquals(3, first.length());
      assertArrayEquals(SOME, first.bytes());
      assertEquals(8_000_000, reader.next().orElseThrow().micros());
      assertEquals(Optional.empty(), reader.next());
      assertFalse(reader.wasCut());
    }
  }

  @Test
  void nanosecondsAreReadAsMicroseconds() throws Exception {
    PcapReader reader =
        Captures.begun(ByteOrder.BIG_ENDIAN, 0xA1B23C4D, 127).record(1, 999_999_999, SOME).open();
    assertEquals(1_999_999, reader.next().orElseThrow().micros());
  }

  @Test
  void timesAfter2038StayInTheFuture() throws Exception {
    PcapReader reader = Captures.little().record(-1, 0, SOME).open();
    assertEquals(4_294_967_295_000_000L, reader.next().orElseThrow().micros());
  }

  @Test
  void aFileThatWasCutAnywhereIsReadAsFarAsItIsWhole() throws Exception {
    byte[] whole = Captures.little().record(1, 0, SOME).record(2, 0, SOME).toBytes();
    for (int length = 24; length < whole.length; length++) {
      PcapReader reader = new PcapReader(new ByteArrayInputStream(Arrays.copyOf(whole, length)));
      int records = 0;
      while (reader.next().isPresent()) {
        records++;
      }
      assertEquals((length - 24) / 19, records, "cut at " + length);
      assertEquals((length - 24) % 19 != 0, reader.wasCut(), "cut at " + length);
    }
  }

  @Test
  void onlyTheBeginningOfALongFrameIsKept() throws Exception {
    byte[] longest = new byte[PcapReader.LONGEST];
    PcapReader reader = Captures.little().record(1, 0, longest).record(2, 0, SOME).open();
    assertEquals(PcapReader.KEPT, reader.next().orElseThrow().bytes().length);
    assertArrayEquals(SOME, reader.next().orElseThrow().bytes());
  }

  @Test
  void whatIsNoCaptureOfTheLabIsRefusedByReason() throws IOException {
    refused(Reason.NOT_A_CAPTURE, 0, new byte[0]);
    refused(Reason.NOT_A_CAPTURE, 23, Arrays.copyOf(Captures.little().toBytes(), 23));
    refused(Reason.NOT_A_CAPTURE, 0, new byte[100]);
    refused(
        Reason.UNKNOWN_LINK_TYPE,
        20,
        Captures.begun(ByteOrder.LITTLE_ENDIAN, 0xA1B2C3D4, 1).toBytes());
    byte[] later = Captures.little().toBytes();
    later[4] = 3;
    refused(Reason.UNKNOWN_VERSION, 4, later);
    refused(Reason.TIME_OUT_OF_RANGE, 28, Captures.little().record(1, 1_000_000, SOME).toBytes());
    refused(
        Reason.FRAME_TOO_LONG,
        51,
        Captures.little().record(1, 0, SOME).head(1, 0, PcapReader.LONGEST + 1, 0).toBytes());
    refused(Reason.FRAME_TOO_LONG, 32, Captures.little().head(1, 0, -1, -1).toBytes());
  }

  @Test
  void everyReasonHasWords() {
    for (Reason reason : Reason.values()) {
      assertEquals(reason.words() + ", at byte 5", new CaptureException(reason, 5).getMessage());
      assertFalse(reason.words().isBlank());
    }
  }
}
