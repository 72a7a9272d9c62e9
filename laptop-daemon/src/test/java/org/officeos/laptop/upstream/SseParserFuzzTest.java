package org.officeos.laptop.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;

/** Any bytes are events, or too long; and the same when they come one at a time. */
final class SseParserFuzzTest {

  private static final int CAP = 256;

  @FuzzTest
  void splitsDoNotMatter(byte[] bytes) {
    List<String> whole = events(bytes, Math.max(1, bytes.length));
    List<String> single = events(bytes, 1);
    assertEquals(whole.contains("TOO LONG"), single.contains("TOO LONG"));
    if (!whole.contains("TOO LONG")) {
      assertEquals(whole, single);
    }
    whole.forEach(event -> assertTrue(event.length() <= CAP));
  }

  private static List<String> events(byte[] bytes, int piece) {
    SseParser parser = new SseParser(CAP);
    List<String> events = new ArrayList<>();
    try {
      for (int at = 0; at < bytes.length; at += piece) {
        events.addAll(parser.feed(bytes, at, Math.min(piece, bytes.length - at)));
      }
    } catch (SseParser.TooLongException tooLong) {
      events.add("TOO LONG");
    }
    return events;
  }
}
