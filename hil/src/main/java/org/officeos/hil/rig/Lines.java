package org.officeos.hil.rig;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.officeos.hil.rig.RigException.Reason;

/** The lines of one stream, read by a thread of their own so that the program never blocks. */
final class Lines {

  private final List<String> lines = new ArrayList<>();
  private boolean ended;

  private Lines() {}

  static Lines of(InputStream stream, String name) {
    Lines lines = new Lines();
    Thread reader = new Thread(() -> lines.readAll(stream), "lines of " + name);
    reader.setDaemon(true);
    reader.start();
    return lines;
  }

  private void readAll(InputStream stream) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      add("(the stream broke: " + e.getMessage() + ")");
    } finally {
      end();
    }
  }

  private synchronized void add(String line) {
    lines.add(line);
    notifyAll();
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  synchronized List<String> soFar() {
    return List.copyOf(lines);
  }

  /** Everything; waits until the stream has ended, which it does with its program. */
  synchronized List<String> all() throws RigException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!ended && remainingMillis(deadline) > 0) {
      pause(deadline);
    }
    return List.copyOf(lines);
  }

  synchronized String await(Predicate<String> wanted, Duration limit, Supplier<String> describe)
      throws RigException {
    long deadline = System.nanoTime() + limit.toNanos();
    int next = 0;
    while (true) {
      for (; next < lines.size(); next++) {
        if (wanted.test(lines.get(next))) {
          return lines.get(next);
        }
      }
      if (ended) {
        throw new RigException(Reason.ENDED_EARLY, describe.get());
      }
      if (remainingMillis(deadline) <= 0) {
        throw new RigException(
            Reason.TIMED_OUT, "no such line in " + limit.toSeconds() + " s: " + describe.get());
      }
      pause(deadline);
    }
  }

  private static long remainingMillis(long deadline) {
    return TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
  }

  private void pause(long deadline) throws RigException {
    try {
      wait(Math.max(1, remainingMillis(deadline)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RigException(Reason.TIMED_OUT, "interrupted while waiting for a line", e);
    }
  }
}
