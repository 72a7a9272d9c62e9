package org.officeos.hil.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Any bytes are a capture, a frame or a timeline, or are refused by name; the page holds them. */
final class TimelineFuzzTest {

  @FuzzTest
  void aCaptureIsReadOrRefusedAndThePageStaysWhole(byte[] bytes) throws IOException {
    Air air = new Air();
    List<String> troubles = new ArrayList<>();
    Results.read(new ByteArrayInputStream(bytes), air, troubles);
    assertTrue(air.count() * 16L <= bytes.length);
    Story story = Story.of("fuzz", Optional.empty(), TimelineFile.none(), air, troubles);
    harmless(new Page("fuzz", new Results(List.of(), List.of(story))).write());
  }

  @FuzzTest
  void aFrameIsToldInPrintableWords(byte[] bytes) {
    for (LinkType type : LinkType.values()) {
      Frame frame = FrameReader.read(type, bytes);
      String words = frame.detail() + frame.senderName().orElse("");
      assertTrue(words.length() <= 100, words);
      assertTrue(words.chars().allMatch(c -> c >= ' ' && c <= '~'), words);
    }
  }

  @FuzzTest
  void aTimelineIsReadAndThePageStaysWhole(byte[] bytes) throws IOException {
    TimelineFile file = TimelineFile.read(new StringReader(new String(bytes, UTF_8)));
    Story story = Story.of("fuzz", Optional.empty(), file, new Air(), List.of());
    harmless(new Page("fuzz", new Results(List.of(), List.of(story))).write());
  }

  /** What is text on the page has not become part of it. */
  private static void harmless(String page) {
    assertTrue(!page.contains("<script"), "a script");
    assertEquals(1, count(page, "<section"));
    assertEquals(1, count(page, "</body>"));
    assertEquals(count(page, "<svg"), count(page, "</svg>"));
    assertEquals(count(page, "<title>"), count(page, "</title>"));
  }

  private static int count(String page, String part) {
    return (page.length() - page.replace(part, "").length()) / part.length();
  }
}
