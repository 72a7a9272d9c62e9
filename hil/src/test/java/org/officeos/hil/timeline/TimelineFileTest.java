package org.officeos.hil.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineFileTest {

  private static TimelineFile read(String text) throws IOException {
    return TimelineFile.read(new StringReader(text));
  }

  @Test
  void linesComeInTheOrderOfTheirTimes() throws IOException {
    TimelineFile file =
        read(
            "12.5\tlaptop\tevent\tGroupStarted\n7.000001\tlab\tphase\tboth search\n9\tlab\tnote\tx");
    assertEquals(
        List.of(
            new Entry(7_000_001, "lab", Entry.Kind.PHASE, "both search"),
            new Entry(9_000_000, "lab", Entry.Kind.NOTE, "x"),
            new Entry(12_500_000, "laptop", Entry.Kind.EVENT, "GroupStarted")),
        file.entries());
    assertEquals(0, file.refused());
  }

  @Test
  void linesThatAreSomethingElseAreCounted() throws IOException {
    TimelineFile file =
        read(
            """
            x\tlab\tphase\twords
            1.5\tlab\tPHASE\twords
            1\tlab\tphase
            -1\tlab\tphase\tx
            999999999999\tlab\tphase\tx
            1\ta b\tphase\tx

            2\tlab\tphase\tgood
            """);
    assertEquals(List.of(new Entry(2_000_000, "lab", Entry.Kind.PHASE, "good")), file.entries());
    assertEquals(7, file.refused());
  }

  @Test
  void longWordsAreCutAndTooManyLinesAreLeftOut() throws IOException {
    TimelineFile file =
        read(
            "1\tlab\tevent\t"
                + "w".repeat(100_000)
                + "\n"
                + "2\tlab\tevent\tx\n".repeat(TimelineFile.MOST_LINES));
    assertEquals(TimelineFile.MOST_LINES, file.entries().size());
    assertEquals(1, file.refused());
    assertEquals("w".repeat(TimelineFile.LONGEST_WORDS) + "…", file.entries().get(0).words());
  }

  @Test
  void aPhaseLastsUntilTheNextOfTheSameHostAndTheLastUntilTheEnd() {
    List<Entry> entries =
        List.of(
            new Entry(10, "laptop", Entry.Kind.PHASE, "a"),
            new Entry(20, "handheld", Entry.Kind.PHASE, "b"),
            new Entry(25, "zebra", Entry.Kind.EVENT, "c"),
            new Entry(30, "laptop", Entry.Kind.PHASE, "d"));
    assertEquals(
        List.of(
            new Track("handheld", List.of(new Track.Span(20, 50, "b")), List.of()),
            new Track(
                "laptop",
                List.of(new Track.Span(10, 30, "a"), new Track.Span(30, 50, "d")),
                List.of()),
            new Track("zebra", List.of(), List.of(new Track.Mark(25, false, "c")))),
        Track.of(entries, 50));
  }
}
