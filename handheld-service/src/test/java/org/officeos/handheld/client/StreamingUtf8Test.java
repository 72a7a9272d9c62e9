package org.officeos.handheld.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StreamingUtf8Test {

  @Test
  void givesTheSameTextHoweverItIsCut() {
    String text = "aé漢😀z";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int size = 1; size <= bytes.length; size++) {
      StreamingUtf8 stream = new StreamingUtf8();
      StringBuilder heard = new StringBuilder();
      for (int at = 0; at < bytes.length; at += size) {
        byte[] piece = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size));
        String token = stream.push(piece);
        assertFalse(
            !token.isEmpty() && Character.isHighSurrogate(token.charAt(token.length() - 1)));
        heard.append(token);
      }
      heard.append(stream.finish());
      assertEquals(text, heard.toString(), "pieces of " + size);
    }
  }

  @Test
  void replacesWhatIsNotUtf8() {
    StreamingUtf8 stream = new StreamingUtf8();
    assertEquals("a\ufffdb", stream.push(new byte[] {'a', (byte) 0xff, 'b'}));
    assertEquals("", stream.push(new byte[] {(byte) 0xf0, (byte) 0x9f}));
    assertEquals("\ufffd", stream.finish());
  }
}
