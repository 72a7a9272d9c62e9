package org.officeos.hil.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PageTest {

  @TempDir Path folder;

  private void file(String name, byte[] content) throws IOException {
    Path file = folder.resolve("results").resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private void file(String name, String content) throws IOException {
    file(name, content.getBytes(UTF_8));
  }

  private String page() throws IOException {
    Path page = folder.resolve("timeline.html");
    StringWriter said = new StringWriter();
    String[] arguments = {folder.resolve("results").toString(), page.toString(), "a <run>"};
    assertEquals(0, TimelineMain.run(arguments, new PrintWriter(said)), said.toString());
    return Files.readString(page);
  }

  private static List<String> all(String page, String pattern) {
    return Pattern.compile(pattern).matcher(page).results().map(result -> result.group(1)).toList();
  }

  /** A run with a typed scenario that passed, and one in Java with a test that failed. */
  private void aRun() throws IOException {
    file(
        "rows.tsv",
        "passed\tsmoke\t21.00\tfound after 1 s\nfailed\tpairing: aTest\t9.50\ttold <no> \"group\"\n");
    file(
        "smoke/timeline.tsv",
        "100.000\tlab\tphase\tboth search\n102.500\tlab\tphase\tping\n110.000\tlab\tnote\tall\n");
    file(
        "smoke/air.pcap",
        Captures.little()
            .frame(101, 0, Captures.management(4, Captures.ALL, Captures.HANDHELD, "0000"))
            .frame(102, 250_000, Captures.p2p(0, "0401001f"))
            .toBytes());
    file("pairing/timeline.tsv", "200.000\tlab\tphase\ta Java runtime starts\n");
    file(
        "pairing/aTest/timeline.tsv",
        "201.000\tlaptop\tphase\tINACTIVE\n203.000\tlaptop\tevent\tGroupStarted <script>\nodd\n");
    file("pairing/aTest/air.pcap", "not a capture, but long enough for a head");
  }

  @Test
  void eachScenarioHasItsPhasesEventsAndFrames() throws IOException {
    aRun();
    String page = page();
    assertEquals(
        List.of("passed</span> smoke", "failed</span> pairing: aTest"),
        all(page, "<h2><span class=\"[a-z]+\">(.*?)</h2>"));
    assertEquals(
        List.of(
            "both search: 2.50 s",
            "ping: 7.50 s",
            "10.0 s: all",
            "1.00 s: probe request, 02:00:00:00:00:00 → all",
            "2.25 s: GO negotiation request intent 15, 02:00:00:00:00:00 → 02:00:00:00:01:00",
            "INACTIVE: 2.00 s",
            "2.00 s: GroupStarted &lt;script&gt;",
            "failed: told &lt;no&gt; &quot;group&quot;"),
        all(page, "<title>(.*?)</title>").stream().skip(1).toList());
    assertEquals(
        List.of("1 lines of timeline.tsv are not what they should be"),
        all(page, "<p class=\"trouble\">(1 lines.*?)</p>"));
    assertTrue(page.contains("air.pcap: not a capture, at byte 0"), page);
    assertTrue(page.contains("search 1</span>"), page);
    assertTrue(page.contains("<p class=\"reason failed\">told &lt;no&gt; &quot;group&quot;</p>"));
  }

  @Test
  void thePageNeedsNothingElseAndRunsNothing() throws IOException {
    aRun();
    String page = page();
    assertFalse(page.contains("<script"), page);
    assertEquals(List.of(), all(page, "((?:src|href)=\"[^#][^\"]*\")"));
    assertEquals(List.of(), all(page, "(url\\(|@import|https?://|<link)"));
    assertTrue(page.contains("prefers-color-scheme: dark"));
  }

  @Test
  void drawingsAreWellFormed() throws Exception {
    aRun();
    List<String> drawings = all(page(), "(?s)<div class=\"wide\">(.*?)</div>");
    assertEquals(2, drawings.size());
    for (String drawing : drawings) {
      Document document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(drawing)));
      assertEquals("svg", document.getDocumentElement().getTagName());
    }
  }

  @Test
  void aBigCaptureStaysASmallPage() throws IOException {
    Captures capture = Captures.little();
    byte[] data = Captures.data(8, 0x40, "");
    byte[] acknowledgement = Captures.hex("d4000000" + Captures.HANDHELD);
    for (int i = 0; i < 60_000; i++) {
      capture.frame(i / 600, i % 600 * 1000, data).frame(i / 600, 500_000, acknowledgement);
    }
    file("big/air.pcap", capture.toBytes());
    String page = page();
    assertTrue(page.length() < 200_000, "of " + page.length());
    long frames =
        Pattern.compile("<title>([0-9]+) × data,")
            .matcher(page)
            .results()
            .map((MatchResult result) -> result.group(1))
            .mapToLong(Long::parseLong)
            .sum();
    assertEquals(60_000, frames);
    assertTrue(page.contains("traffic 60000</span>"));
  }

  @Test
  void manyStoriesShareThePagesRoom() throws IOException {
    byte[] probe = Captures.management(4, Captures.ALL, Captures.HANDHELD, "0000");
    Captures capture = Captures.little();
    for (int i = 0; i < 400; i++) {
      capture.frame(i, 0, probe).frame(i, 1, Captures.data(8, 0x40, ""));
    }
    for (int i = 0; i < 120; i++) {
      file("many/test" + i + "/air.pcap", capture.toBytes());
    }
    int length = page().length();
    assertTrue(length < 4_000_000, "of " + length);
  }

  @Test
  void aRunThatLeftNothingSaysSo() throws IOException {
    file("rows.tsv", "failed\tsmoke\t0\tthe guest ended before this was through\n");
    String page = page();
    assertTrue(page.contains("No scenario left a timeline or a capture."));
    assertTrue(page.contains("the guest ended before this was through"));
  }

  @Test
  void aFolderThatIsNotThereIsTold() {
    StringWriter said = new StringWriter();
    String[] arguments = {folder.resolve("no").toString(), folder.resolve("x").toString(), "t"};
    assertEquals(1, TimelineMain.run(arguments, new PrintWriter(said)));
    assertTrue(said.toString().startsWith("no timeline: "), said.toString());
    assertEquals(64, TimelineMain.run(new String[0], new PrintWriter(said)));
  }
}
