package org.officeos.hil.timeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code timeline.tsv}: seconds since 1970 with a fraction, who, {@code phase}, {@code event} or
 * {@code note}, and words, with tabs between. Lines that are anything else are counted and left
 * out; so is everything after {@link #MOST_LINES}.
 *
 * @param entries in the order of their times
 * @param refused how many lines were left out
 */
record TimelineFile(List<Entry> entries, int refused) {

  /** Lines that are taken of one file. */
  static final int MOST_LINES = 5000;

  /** Characters that are kept of a line's words. */
  static final int LONGEST_WORDS = 300;

  /** Characters that are looked at of a line. */
  private static final int LONGEST_LINE = 4096;

  private static final Pattern TIME = Pattern.compile("([0-9]{1,11})(?:\\.([0-9]{1,9}))?");
  private static final Pattern WHO = Pattern.compile("[a-zA-Z0-9_-]{1,32}");

  TimelineFile {
    entries = List.copyOf(entries);
  }

  static TimelineFile none() {
    return new TimelineFile(List.of(), 0);
  }

  /** Reads the whole of it. */
  static TimelineFile read(Reader reader) throws IOException {
    List<Entry> entries = new ArrayList<>();
    int refused = 0;
    BufferedReader lines = new BufferedReader(reader);
    for (String line = line(lines); line != null; line = line(lines)) {
      Optional<Entry> entry = entries.size() < MOST_LINES ? entry(line) : Optional.empty();
      if (entry.isPresent()) {
        entries.add(entry.get());
      } else {
        refused++;
      }
    }
    entries.sort(Comparator.comparingLong(Entry::micros));
    return new TimelineFile(entries, refused);
  }

  /** A line without its end, of which no more is kept than is looked at; null at the file's end. */
  private static @Nullable String line(Reader reader) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = reader.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n'; c = reader.read()) {
      if (line.length() < LONGEST_LINE) {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static Optional<Entry> entry(String line) {
    String[] parts = line.split("\t", 4);
    if (parts.length != 4 || !WHO.matcher(parts[1]).matches()) {
      return Optional.empty();
    }
    Matcher time = TIME.matcher(parts[0]);
    Optional<Entry.Kind> kind = kind(parts[2]);
    if (!time.matches() || kind.isEmpty()) {
      return Optional.empty();
    }
    String words = parts[3].strip();
    return Optional.of(
        new Entry(
            micros(time),
            parts[1],
            kind.get(),
            words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) + "…" : words));
  }

  private static long micros(Matcher time) {
    String fraction = time.group(2) == null ? "" : time.group(2);
    String six = (fraction + "000000").substring(0, 6);
    return Long.parseLong(time.group(1)) * 1_000_000L + Long.parseLong(six);
  }

  private static Optional<Entry.Kind> kind(String word) {
    for (Entry.Kind kind : Entry.Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
