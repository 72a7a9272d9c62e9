package org.officeos.laptop.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SseParserTest {

  private static final int CAP = 64;

  @Test
  void givesTheDataOfEachEvent() throws Exception {
    assertEquals(List.of("one", "two"), all("data: one\n\ndata: two\n\n"));
  }

  @Test
  void takesEveryKindOfLineEnd() throws Exception {
    assertEquals(List.of("a", "b", "c"), all("data: a\r\n\r\ndata: b\r\rdata: c\n\n"));
  }

  @Test
  void joinsSeveralDataLinesOfOneEvent() throws Exception {
    assertEquals(List.of("a\nb\n"), all("data: a\ndata:b\ndata\n\n"));
  }

  @Test
  void skipsCommentsAndFieldsThatPlayNoPart() throws Exception {
    assertEquals(List.of("x"), all(": ping\n\nevent: message\nid: 7\nretry: 10\nfoo\ndata: x\n\n"));
  }

  @Test
  void takesOffOneBlankOnly() throws Exception {
    assertEquals(List.of(" x"), all("data:  x\n\n"));
  }

  @Test
  void skipsAByteOrderMarkAtTheStart() throws Exception {
    assertEquals(List.of("x", "y"), all("\ufeffdata: x\n\ndata: y\n\n"));
  }

  @Test
  void dropsWhatNoBlankLineEnds() throws Exception {
    assertEquals(List.of("x"), all("data: x\n\ndata: lost\n"));
  }

  @Test
  void replacesBrokenUtf8() throws Exception {
    byte[] bytes = {'d', 'a', 't', 'a', ':', (byte) 0xc3, '\n', '\n'};
    assertEquals(List.of("\ufffd"), new SseParser(CAP).feed(bytes, 0, bytes.length));
  }

  @Test
  void refusesALineBeyondTheCap() throws Exception {
    SseParser parser = new SseParser(CAP);
    byte[] line = "x".repeat(CAP).getBytes(StandardCharsets.UTF_8);
    assertEquals(List.of(), parser.feed(line, 0, line.length));
    assertThrows(SseParser.TooLongException.class, () -> parser.feed(line, 0, 1));
  }

  @Test
  void refusesAnEventBeyondTheCap() {
    String lines = ("data: " + "x".repeat(30) + "\n").repeat(3);
    assertThrows(SseParser.TooLongException.class, () -> all(lines + "\n"));
  }

  @Test
  void doesNotCareWhereTheBytesAreSplit() throws Exception {
    String stream =
        "\ufeff: hello\r\n\r\ndata: grüße 🦊\r\ndata: zwei\r\n\r\nid: 1\rdata: [DONE]\r\r\n";
    byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
    List<String> whole = all(stream);
    assertEquals(List.of("grüße 🦊\nzwei", "[DONE]"), whole);
    Random chance = new Random(20261122);
    for (int round = 0; round < 500; round++) {
      SseParser parser = new SseParser(CAP);
      List<String> events = new ArrayList<>();
      for (int at = 0; at < bytes.length; ) {
        int count = Math.min(bytes.length - at, chance.nextInt(9));
        events.addAll(parser.feed(bytes, at, count));
        at += count;
      }
      assertEquals(whole, events);
    }
  }

  private static List<String> all(String stream) throws SseParser.TooLongException {
    byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
    return new SseParser(CAP).feed(bytes, 0, bytes.length);
  }
}
