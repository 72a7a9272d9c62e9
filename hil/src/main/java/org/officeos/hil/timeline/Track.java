package org.officeos.hil.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one host told.
 *
 * @param who the host, or {@code lab}
 * @param spans its phases, in order, without gaps between
 * @param marks its events and notes, in order
 */
record Track(String who, List<Span> spans, List<Mark> marks) {

  private static final List<String> FIRST = List.of("lab", "handheld", "laptop");

  /** A phase, in microseconds since 1970. */
  record Span(long begin, long end, String words) {

    double seconds() {
      return (end - begin) / 1e6;
    }
  }

  /** An event or a note, in microseconds since 1970. */
  record Mark(long at, boolean note, String words) {}

  Track {
    spans = List.copyOf(spans);
    marks = List.copyOf(marks);
  }

  /**
   * A track for each who there is: the lab, the handheld, the laptop, then others by name.
   *
   * @param entries in the order of their times
   * @param end when the last phases end
   */
  static List<Track> of(List<Entry> entries, long end) {
    Map<String, List<Entry>> all = new TreeMap<>();
    FIRST.forEach(who -> all.put(rank(who) + who, new ArrayList<>()));
    for (Entry entry : entries) {
      all.computeIfAbsent(rank(entry.who()) + entry.who(), key -> new ArrayList<>()).add(entry);
    }
    return all.values().stream().filter(own -> !own.isEmpty()).map(own -> track(own, end)).toList();
  }

  private static String rank(String who) {
    int known = FIRST.indexOf(who);
    return known < 0 ? "9" : Integer.toString(known);
  }

  private static Track track(List<Entry> own, long end) {
    List<Span> spans = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    List<Entry> phases = own.stream().filter(each -> each.kind() == Entry.Kind.PHASE).toList();
    for (int i = 0; i < phases.size(); i++) {
      long until = i + 1 < phases.size() ? phases.get(i + 1).micros() : end;
      long begin = phases.get(i).micros();
      spans.add(new Span(begin, Math.max(begin, until), phases.get(i).words()));
    }
    for (Entry entry : own) {
      if (entry.kind() != Entry.Kind.PHASE) {
        marks.add(new Mark(entry.micros(), entry.kind() == Entry.Kind.NOTE, entry.words()));
      }
    }
    return new Track(own.get(0).who(), spans, marks);
  }
}
