package org.officeos.session.bytecode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any bytes are an instruction that encodes to them, or a named rejection; nothing else. */
final class InstructionCodecFuzzTest {

  @FuzzTest
  void decodesOrRejects(byte[] bytes) throws RejectedException {
    Instruction decoded;
    try {
      decoded = InstructionCodec.decode(bytes);
    } catch (RejectedException e) {
      assertTrue(e.offset() >= 0 && e.offset() <= bytes.length, e.getMessage());
      return;
    }
    assertArrayEquals(bytes, InstructionCodec.encode(decoded));
    assertEquals(decoded, InstructionCodec.decode(bytes));
  }

  /** The bytes as a conversation alone, which a fuzzer finds hard to reach through its fields. */
  @FuzzTest
  void readsTurnsOrRejects(byte[] bytes) {
    List<Turn> turns;
    try {
      turns = Turns.read(new Cursor(bytes, 0, bytes.length), bytes.length);
    } catch (RejectedException e) {
      assertTrue(e.offset() >= 0 && e.offset() <= bytes.length, e.getMessage());
      return;
    }
    assertEquals(Turn.Speaker.USER, turns.get(turns.size() - 1).speaker());
    assertEquals(bytes.length, Turns.size(turns));
    Sink out = new Sink(bytes.length);
    Turns.write(out, turns);
    assertArrayEquals(bytes, out.bytes());
  }

  /** The bytes as a text: encoded as the JDK does, or refused where the JDK would replace. */
  @FuzzTest
  void encodesATextOrRejects(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_16BE);
    Instruction picture = Samples.picture("a").with(Field.PROMPT, text);
    boolean whole = StandardCharsets.UTF_8.newEncoder().canEncode(text);
    try {
      byte[] encoded = InstructionCodec.encode(picture);
      assertTrue(whole);
      assertEquals(text, InstructionCodec.decode(encoded).text(Field.PROMPT).orElseThrow());
    } catch (RejectedException e) {
      boolean sized = text.isEmpty() || text.getBytes(StandardCharsets.UTF_8).length > 3000;
      assertTrue(!whole || sized, e.getMessage());
    }
  }
}
