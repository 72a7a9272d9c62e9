package org.officeos.hil.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of one scenario, or of one test of it.
 *
 * @param name as in the lab's table
 * @param row what came of it; empty where the table does not have it
 * @param begin when the page's bar begins, in microseconds since 1970
 * @param end when it ends, after {@code begin}
 * @param tracks one for each host that told something
 * @param air the frames
 * @param troubles what of its files could not be read, in words
 */
record Story(
    String name,
    Optional<Row> row,
    long begin,
    long end,
    List<Track> tracks,
    Air air,
    List<String> troubles) {

  Story {
    tracks = List.copyOf(tracks);
    troubles = List.copyOf(troubles);
  }

  /** Puts together what was read; the bar spans all lines and all frames. */
  static Story of(
      String name, Optional<Row> row, TimelineFile file, Air air, List<String> troubles) {
    long begin = air.first().orElse(Long.MAX_VALUE);
    long end = air.last().orElse(Long.MIN_VALUE);
    for (Entry entry : file.entries()) {
      begin = Math.min(begin, entry.micros());
      end = Math.max(end, entry.micros());
    }
    if (begin > end) {
      begin = 0;
      end = 0;
    }
    List<String> all = new ArrayList<>(troubles);
    if (file.refused() > 0) {
      all.add(file.refused() + " lines of timeline.tsv are not what they should be");
    }
    end = Math.max(end, begin + 1);
    return new Story(name, row, begin, end, Track.of(file.entries(), end), air, all);
  }

  /** Whether there is anything to draw. */
  boolean isEmpty() {
    return tracks.isEmpty() && air.count() == 0;
  }

  boolean failed() {
    return row.map(own -> own.state().equals("failed")).orElse(false);
  }

  double seconds() {
    return (end - begin) / 1e6;
  }
}
