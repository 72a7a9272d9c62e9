package org.officeos.hil.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A results folder of the lab.
 *
 * @param rows its table
 * @param stories what there is to draw, scenario by scenario in the order of their times
 */
record Results(List<Row> rows, List<Story> stories) {

  private static final String TIMELINE = "timeline.tsv";
  private static final String AIR = "air.pcap";
  private static final int MOST_ROWS = 2000;
  private static final int MOST_STORIES = 500;

  Results {
    rows = List.copyOf(rows);
    stories = List.copyOf(stories);
  }

  /** Reads the folder; a file that is not what it should be is told in its story. */
  static Results read(Path folder) throws IOException {
    List<Row> rows = rows(folder.resolve("rows.tsv"));
    List<Story> stories = new ArrayList<>();
    for (Path scenario : folders(folder)) {
      String name = scenario.getFileName().toString();
      List<Path> tests = folders(scenario).stream().filter(Results::hasSomething).toList();
      if (tests.isEmpty() || Files.exists(scenario.resolve(AIR))) {
        add(stories, scenario, name, rows);
      }
      for (Path test : tests) {
        add(stories, test, name + ": " + test.getFileName(), rows);
      }
    }
    stories.sort(Comparator.comparingLong(Story::begin));
    return new Results(rows, stories);
  }

  private static void add(List<Story> stories, Path folder, String name, List<Row> rows)
      throws IOException {
    if (!hasSomething(folder) || stories.size() >= MOST_STORIES) {
      return;
    }
    Optional<Row> row = rows.stream().filter(each -> each.name().equals(name)).findFirst();
    List<String> troubles = new ArrayList<>();
    TimelineFile timeline = timeline(folder.resolve(TIMELINE));
    Story story = Story.of(name, row, timeline, air(folder.resolve(AIR), troubles), troubles);
    if (!story.isEmpty() || !story.troubles().isEmpty()) {
      stories.add(story);
    }
  }

  private static boolean hasSomething(Path folder) {
    return Files.isRegularFile(folder.resolve(TIMELINE))
        || Files.isRegularFile(folder.resolve(AIR));
  }

  private static List<Path> folders(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static List<Row> rows(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try (Stream<String> lines = new BufferedReader(text(file)).lines()) {
      return lines.limit(MOST_ROWS).map(Row::of).flatMap(Optional::stream).toList();
    }
  }

  private static TimelineFile timeline(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return TimelineFile.none();
    }
    try (Reader reader = text(file)) {
      return TimelineFile.read(reader);
    }
  }

  /** Bytes that are no UTF-8 are shown as such instead of ending the page. */
  private static Reader text(Path file) throws IOException {
    return new InputStreamReader(
        Files.newInputStream(file),
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE));
  }

  private static Air air(Path file, List<String> troubles) throws IOException {
    Air air = new Air();
    if (!Files.isRegularFile(file)) {
      return air;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      read(in, air, troubles);
    }
    return air;
  }

  /** Takes all frames that are whole; says why it stopped where that was not at the end. */
  static void read(InputStream in, Air air, List<String> troubles) throws IOException {
    try {
      PcapReader reader = new PcapReader(in);
      for (Optional<Packet> next = reader.next(); next.isPresent(); next = reader.next()) {
        Packet packet = next.get();
        air.add(packet.micros(), FrameReader.read(reader.linkType(), packet.bytes()));
      }
      if (reader.wasCut()) {
        troubles.add("air.pcap ends in the middle of a frame");
      }
    } catch (CaptureException e) {
      troubles.add("air.pcap: " + e.getMessage());
    }
  }
}
