package org.officeos.hil.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

/**
 * What happens in a test, one line each, for the page that {@code hil/run} makes: {@code
 * timeline.tsv} in the test's folder. Each line is on the disk before {@link #write} returns. Safe
 * for use by several threads.
 */
final class Timeline implements AutoCloseable {

  private final Writer out;
  private final Clock clock;
  private boolean closed;

  Timeline(Writer out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /** One that writes to nowhere. */
  static Timeline none() {
    return new Timeline(Writer.nullWriter(), Clock.systemUTC());
  }

  /** Goes on with that folder's file. */
  static Timeline in(Path folder) throws IOException {
    return new Timeline(
        Files.newBufferedWriter(
            folder.resolve("timeline.tsv"),
            UTF_8,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND),
        Clock.systemUTC());
  }

  /**
   * Writes one line.
   *
   * @param who {@code lab}, {@code handheld} or {@code laptop}
   * @param kind {@code phase}, which lasts until the next of the same who, {@code event} or {@code
   *     note}
   */
  synchronized void write(String who, String kind, String words) {
    if (closed) {
      return;
    }
    Instant now = clock.instant();
    String time =
        String.format(Locale.ROOT, "%d.%03d", now.getEpochSecond(), now.getNano() / 1_000_000);
    try {
      out.write(String.join("\t", time, who, kind, words.replaceAll("[\t\r\n]+", " ")) + "\n");
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    out.close();
  }
}
