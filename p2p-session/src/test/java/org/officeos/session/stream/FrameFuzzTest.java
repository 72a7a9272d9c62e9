package org.officeos.session.stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import org.officeos.session.ResponseListener;
import org.officeos.session.SessionException;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.crypto.Aeads;
import org.officeos.session.crypto.SecretBytes;
import org.officeos.session.record.RecordWriter;

/** Frames from a peer that holds the keys and means harm: a named reason or nothing, never more. */
final class FrameFuzzTest {

  @FuzzTest(maxDuration = "10s")
  void laptopSurvivesAnyFrame(byte[] input) throws SessionException {
    CorePair pair = new CorePair(new RelationshipFramesHere.Any());
    RecordWriter writer = writer(1);
    deliver(pair, pair.laptop, writer, new byte[] {1});
    frames(input, frame -> deliver(pair, pair.laptop, writer, frame));
  }

  @FuzzTest(maxDuration = "10s")
  void handheldSurvivesAnyFrame(byte[] input) throws SessionException {
    CorePair pair = new CorePair(new RelationshipFramesHere.Any());
    pair.send(Instruction.of(Opcode.ECHO).with(Field.DATA, new byte[3]));
    pair.send(
        Instruction.of(Opcode.STATUS).with(Field.RECEIPT, 1),
        new ResponseListener() {
          @Override
          public boolean consumesBody() {
            return true;
          }
        });
    RecordWriter writer = writer(2);
    deliver(pair, pair.handheld, writer, new byte[] {2, 0, 0, 0, 0, 0, 0, 0, 1});
    frames(input, frame -> deliver(pair, pair.handheld, writer, frame));
  }

  private interface Target {
    void take(byte[] frame) throws SessionException;
  }

  /** Cuts the input into frames, each behind a length byte; the first refusal ends it. */
  private static void frames(byte[] input, Target target) {
    int position = 0;
    try {
      while (position < input.length) {
        int length = 1 + (input[position] & 0xff);
        int end = Math.min(input.length, position + 1 + length);
        if (end > position + 1) {
          target.take(Arrays.copyOfRange(input, position + 1, end));
        }
        position = end;
      }
    } catch (SessionException refused) {
      if (refused.reason() == SessionException.Reason.INTERNAL) {
        throw new AssertionError("a hostile frame is not our fault", refused);
      }
    }
  }

  private static void deliver(CorePair pair, SessionCore core, RecordWriter writer, byte[] frame)
      throws SessionException {
    byte[] out = new byte[frame.length + 18];
    int length = writer.seal(frame, 0, frame.length, out, 0);
    pair.deliver(Arrays.copyOfRange(out, 2, length), core);
  }

  private static RecordWriter writer(int fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) fill);
    return new RecordWriter(Aeads.create(SecretBytes.takeAndWipe(key)));
  }
}
