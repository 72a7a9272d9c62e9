package org.officeos.bench.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.bench.figure.Fact;
import org.officeos.bench.figure.Figure;
import org.officeos.bench.figure.Records;
import org.officeos.bench.figure.Result;
import org.officeos.bench.figure.Samples;
import org.w3c.dom.Document;

class ReportTest {

  private static final RunOfJdk ON_17 =
      new RunOfJdk(
          "17.0.1",
          2,
          0.1,
          new Records(
              List.of(
                  Result.of(Figure.STREAM_VS_TLS, Samples.of(0.8, 0.9, 1.1)),
                  Result.of(Figure.RECONNECT_VS_TLS, Samples.of(0.35))),
              List.of(Fact.of("ours", "MB/s", Samples.of(200, 210.4, 230)))));
  private static final RunOfJdk ON_25 =
      new RunOfJdk(
          "25.0.1",
          2,
          1.5,
          new Records(List.of(Result.of(Figure.STREAM_VS_TLS, Samples.of(1.25))), List.of()));

  @Test
  void thePageMarksWhatIsShortAndShowsMedianLeastAndGreatest() {
    String page = MarkdownReport.write(List.of(ON_17, ON_25));
    assertTrue(
        page.contains(
            "| stream-vs-tls | ≥ 1.000 | 0.900 (0.800–1.100), **short**"
                + " | 1.250 (1.250–1.250), ok |"),
        page);
    assertTrue(page.contains("| reconnect-vs-tls | ≤ 0.700 | 0.350 (0.350–0.350), ok |"), page);
    assertTrue(page.contains("| ours | MB/s | 210 | 200 | 230 |"), page);
    assertTrue(
        page.contains("busy with other work before the run on JDK 25.0.1** (load 1.50)"), page);
    assertFalse(page.contains("before the run on JDK 17.0.1"), page);
    assertTrue(page.contains("2 cores, JDK 17.0.1 and JDK 25.0.1"), page);
  }

  @Test
  void everyFigureIsExplained() {
    String page = MarkdownReport.write(List.of(ON_17));
    for (Figure figure : Figure.values()) {
      assertTrue(page.contains("- **" + figure.label() + "**: "), figure.label());
    }
  }

  @Test
  void numbersKeepThreeDigits() {
    assertEquals("1234", MarkdownReport.number(1234.4));
    assertEquals("12.3", MarkdownReport.number(12.34));
    assertEquals("1.23", MarkdownReport.number(1.234));
    assertEquals("85", MarkdownReport.number(85));
  }

  @Test
  void thePlotIsWellFormedAndTellsShortBarsApart() throws Exception {
    String svg = SvgPlot.draw(List.of(ON_17, ON_25));
    Document drawn =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
    // one for the ground, two in the legend, and three bars
    assertEquals(6, drawn.getElementsByTagName("rect").getLength());
    assertTrue(svg.contains("0.900 (≥ 1.000) short"), svg);
    assertTrue(svg.contains("0.350 (≤ 0.700)"), svg);
    assertFalse(svg.contains("0.350 (≤ 0.700) short"), svg);
  }

  @Test
  void aFileOfOneJdkIsReadBack(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("records");
    Files.writeString(file, "25.0.1\t2\t1.5\n" + String.join("\n", ON_25.records().lines()) + "\n");
    assertEquals(ON_25, RunOfJdk.read(file));
  }
}
