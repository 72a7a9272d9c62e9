package org.officeos.session.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.officeos.session.Progress;
import org.officeos.session.ResponseListener;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.Meta;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResultCode;
import org.officeos.session.crypto.Sha256;
import org.officeos.session.stream.CorePair.Sent;

/** The multiplexer and its rules, without a socket. */
final class SessionCoreTest {

  private static final long SECOND = 1_000_000_000L;
  private static final Response OK = Response.of(ResultCode.OK);

  private CorePair pair;

  @BeforeEach
  void open() throws SessionException {
    pair = new CorePair().opened();
  }

  private static Instruction echo() {
    return Instruction.of(Opcode.ECHO).with(Field.DATA, "hello".getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  @Test
  void tellsTheLaptopsClockInsideTheSession() {
    assertEquals(1234, pair.listener.welcomedAt);
  }

  @Test
  void carriesAnInstructionAndItsAnswer() throws SessionException {
    Sent sent = pair.send(echo());
    pair.exchange();
    assertEquals(echo(), pair.sink.received.get(0).instruction());
    byte[] body = random(200);
    pair.sink.streams.get(0).complete(OK, body, null);
    pair.exchange();
    assertArrayEquals(body, sent.answered().body());
    assertEquals(200, sent.answered().response().number(Meta.LENGTH).getAsLong());
    assertFalse(pair.handheld.anyOpen());
    assertFalse(pair.laptop.anyOpen());
  }

  @Test
  void carriesABodyLargerThanTheCreditByGrantingMore() throws SessionException {
    Sent sent = pair.send(echo());
    pair.exchange();
    byte[] body = random(5 * 1024 * 1024 + 17);
    pair.sink.streams.get(0).complete(OK, body, null);
    pair.exchange();
    assertArrayEquals(body, sent.answered().body());
  }

  @Test
  void stopsAtTheCreditWhenNobodyGrants() throws SessionException {
    List<Integer> pieces = new ArrayList<>();
    ResponseListener slow =
        new ResponseListener() {
          @Override
          public void onData(byte[] data, int offset, int length) {
            pieces.add(length);
          }

          @Override
          public boolean consumesBody() {
            return true;
          }

          @Override
          public boolean automaticCredit() {
            return false;
          }
        };
    Sent sent = pair.send(echo(), slow);
    pair.exchange();
    byte[] body = random(9 * 1024 * 1024);
    pair.sink.streams.get(0).complete(OK, body, null);
    pair.exchange();
    assertEquals(StreamLimits.INITIAL_CREDIT, pieces.stream().mapToInt(n -> n).sum());
    assertNull(sent.response);
    pair.handheldStreams.grant(sent.id, 5 * 1024 * 1024);
    pair.exchange();
    assertEquals(body.length, pieces.stream().mapToInt(n -> n).sum());
    assertNotNull(sent.response);
  }

  @Test
  void letsATokenPassWhileALargeBodyIsUnderWay() throws SessionException {
    pair.send(echo());
    List<String> tokens = new ArrayList<>();
    pair.send(
        echo(),
        new ResponseListener() {
          @Override
          public void onData(byte[] data, int offset, int length) {
            tokens.add(new String(data, offset, length, StandardCharsets.UTF_8));
          }

          @Override
          public boolean consumesBody() {
            return true;
          }
        });
    pair.exchange();
    byte[] body = random(900_000);
    pair.sink.streams.get(0).complete(OK, body, null);
    deliverOneRecordDown();
    pair.sink.streams.get(1).write("token".getBytes(StandardCharsets.UTF_8));
    deliverOneRecordDown();
    deliverOneRecordDown();
    assertEquals(List.of("token"), tokens);
  }

  private void deliverOneRecordDown() throws SessionException {
    pair.deliver(pair.poll(pair.laptop), pair.handheld);
  }

  @Test
  void sendsOnlyTheNewestProgress() throws SessionException {
    List<Progress> heard = new ArrayList<>();
    pair.send(
        echo(),
        new ResponseListener() {
          @Override
          public void onProgress(Progress progress) {
            heard.add(progress);
          }
        });
    pair.exchange();
    pair.sink.streams.get(0).progress(new Progress(100, 1, 10, -1));
    pair.sink.streams.get(0).progress(new Progress(300, 3, 10, 700));
    pair.exchange();
    assertEquals(List.of(new Progress(300, 3, 10, 700)), heard);
  }

  @Test
  void tellsTheLaptopOfACancelOnce() throws SessionException {
    Sent sent = pair.send(echo());
    pair.exchange();
    List<Reason> heard = new ArrayList<>();
    pair.sink.streams.get(0).onAbandoned(heard::add);
    pair.handheldStreams.cancel(sent.id);
    pair.handheldStreams.cancel(sent.id);
    pair.exchange();
    assertEquals(List.of(Reason.CANCELLED), heard);
    assertEquals(Reason.CANCELLED, Objects.requireNonNull(sent.failure).reason());
    pair.sink.streams.get(0).complete(OK, random(9), null);
    pair.exchange();
    assertNull(sent.response);
    assertFalse(pair.laptop.anyOpen());
  }

  @Test
  void passesOverFramesOfACancelledExchangeThatWereOnTheirWay() throws SessionException {
    Sent sent = pair.send(echo());
    pair.exchange();
    byte[] body = random(200_000);
    pair.sink.streams.get(0).complete(OK, body, null);
    pair.drain(pair.laptop, pair.toHandheld);
    pair.handheldStreams.cancel(sent.id);
    pair.exchange();
    Sent second = pair.send(echo());
    pair.exchange();
    pair.sink.streams.get(1).complete(OK, random(5), null);
    pair.exchange();
    assertEquals(5, second.answered().body().length);
  }

  @Test
  void coversTheContentWhereAReceiptWasAskedFor() throws SessionException {
    Sent sent = pair.send(echo().with(Field.RECEIPT, 1));
    pair.exchange();
    byte[] body = random(70_000);
    pair.sink.streams.get(0).complete(OK, body, null);
    pair.exchange();
    assertArrayEquals(
        Sha256.hash(body), sent.answered().response().bytes(Meta.SHA256).orElseThrow());
  }

  @Test
  void answersWhatTheCodecRejectsByNameAndOffset() throws SessionException {
    Sent sent = pair.sendRaw(new byte[] {1, 0x7e}, ResponseListener.COLLECT, false);
    pair.exchange();
    Response response = sent.answered().response();
    assertEquals(ResultCode.MALFORMED, response.result());
    assertEquals(4, response.number(Meta.REJECTION).getAsLong());
    assertEquals(1, response.number(Meta.REJECTION_OFFSET).getAsLong());
    assertEquals(1, pair.sink.rejected.size());
    assertTrue(pair.sink.received.isEmpty());
  }

  @Test
  void refusesAnInstructionWhoseSignatureIsForAnotherId() throws SessionException {
    byte[] content = {1, 0x50};
    byte[] signature = pair.handheldKey.sign(Signatures.instruction(CorePair.HASH, 2, content));
    pair.handheldStreams.send(1, content, signature, ResponseListener.COLLECT, new Sent(1), false);
    assertEquals(Reason.BAD_SIGNATURE, reasonOf(() -> pair.exchange()));
  }

  @Test
  void refusesMoreOpenRequestsThanAllowed() throws SessionException {
    for (int i = 0; i < StreamLimits.MAX_OPEN; i++) {
      pair.send(echo());
    }
    pair.exchange();
    pair.send(echo());
    assertEquals(Reason.TOO_MANY_STREAMS, reasonOf(() -> pair.exchange()));
  }

  @Test
  void refusesAReplayedRecord() throws SessionException {
    pair.send(echo());
    byte[] record = pair.poll(pair.handheld);
    pair.deliver(record, pair.laptop);
    assertEquals(Reason.BAD_TAG, reasonOf(() -> pair.deliver(record, pair.laptop)));
  }

  @Test
  void refusesReorderedRecords() throws SessionException {
    pair.send(echo());
    pair.send(echo());
    byte[] first = pair.poll(pair.handheld);
    byte[] second = pair.poll(pair.handheld);
    assertTrue(first.length > 0);
    assertEquals(Reason.BAD_TAG, reasonOf(() -> pair.deliver(second, pair.laptop)));
  }

  @Test
  void refusesAReflectedRecord() throws SessionException {
    pair.send(echo());
    byte[] record = pair.poll(pair.handheld);
    assertEquals(Reason.BAD_TAG, reasonOf(() -> pair.deliver(record, pair.handheld)));
  }

  @Test
  void refusesEveryTruncationAndEveryFlippedBit() throws SessionException {
    pair.send(echo());
    byte[] record = pair.poll(pair.handheld);
    for (int length = 0; length < record.length; length++) {
      byte[] cut = Arrays.copyOf(record, length);
      assertEquals(Reason.BAD_TAG, reasonOf(() -> pair.deliver(cut, pair.laptop)));
    }
    for (int bit = 0; bit < record.length * 8; bit++) {
      byte[] flipped = record.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertEquals(Reason.BAD_TAG, reasonOf(() -> pair.deliver(flipped, pair.laptop)));
    }
    pair.deliver(record, pair.laptop);
    assertEquals(1, pair.sink.received.size());
  }

  @Test
  void actsOnNothingBeforeFinished() throws SessionException {
    CorePair fresh = new CorePair();
    fresh.send(echo());
    byte[] finished = fresh.poll(fresh.handheld);
    assertTrue(finished.length > 0);
    assertFalse(fresh.laptop.proved());
    assertEquals(0, fresh.poll(fresh.laptop).length);
    fresh.deliver(finished, fresh.laptop);
    assertTrue(fresh.laptop.proved());
  }

  @Test
  void rekeysWithoutLosingAByteOfARunningBody() throws SessionException {
    Sent sent = pair.send(echo());
    pair.exchange();
    byte[] body = random(2_000_000);
    pair.sink.streams.get(0).complete(OK, body, null);
    deliverOneRecordDown();
    pair.handheld.startRekey();
    pair.exchange();
    assertEquals(2, pair.listener.rekeyed);
    assertArrayEquals(body, sent.answered().body());
    Sent after = pair.send(echo());
    pair.exchange();
    pair.sink.streams.get(1).complete(OK, random(3), null);
    pair.exchange();
    assertEquals(3, after.answered().body().length);
  }

  @Test
  void rekeysByItselfAfterTwoMinutesOfTraffic() throws SessionException {
    pair.now += 121 * SECOND;
    pair.send(echo());
    pair.exchange();
    assertEquals(2, pair.listener.rekeyed);
    assertEquals(1, pair.sink.received.size());
  }

  @Test
  void holdsAnInstructionBackUntilOldKeysAreReplaced() throws SessionException {
    pair.now += 400 * SECOND;
    pair.send(echo());
    pair.exchange();
    assertEquals(2, pair.listener.rekeyed);
    assertEquals(1, pair.sink.received.size());
  }

  @Test
  void refusesTrafficUnderKeysThatAreTooOld() throws SessionException {
    pair.send(echo());
    byte[] record = pair.poll(pair.handheld);
    pair.now += 181 * SECOND;
    assertEquals(Reason.KEYS_TOO_OLD, reasonOf(() -> pair.deliver(record, pair.laptop)));
  }

  @Test
  void asksForNewKeysFromTheLaptopsSide() throws SessionException {
    pair.send(echo());
    pair.exchange();
    pair.now += 130 * SECOND;
    pair.laptop.tick(pair.now);
    pair.exchange();
    assertEquals(2, pair.listener.rekeyed);
  }

  @Test
  void tellsAnEndFromACut() throws SessionException {
    Sent sent = pair.send(echo());
    pair.exchange();
    pair.laptop.close(Reason.REVOKED_HERE);
    assertEquals(Reason.REVOKED_BY_PEER, reasonOf(() -> pair.exchange()));
    assertTrue(pair.laptop.closeSent());
    pair.handheld.end(Reason.REVOKED_BY_PEER);
    assertEquals(Reason.REVOKED_BY_PEER, Objects.requireNonNull(sent.failure).reason());
  }

  @Test
  void abandonsEveryRequestWhenTheSessionEnds() throws SessionException {
    pair.send(echo());
    pair.exchange();
    List<Reason> heard = new ArrayList<>();
    pair.sink.streams.get(0).onAbandoned(heard::add);
    pair.laptop.end(Reason.CUT);
    assertEquals(List.of(Reason.CUT), heard);
  }

  private interface Action {
    void run() throws SessionException;
  }

  private static Reason reasonOf(Action action) {
    return assertThrows(SessionException.class, action::run).reason();
  }
}
