package org.officeos.hil.rig;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    try {
      long left = remainingMillis(deadline);
      while (!ended && left > 0) {
        wait(left);
        left = remainingMillis(deadline);
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    return List.copyOf(lines);
  }

  /** The line of that index, from 0; empty where the stream ended before it. */
  synchronized Optional<String> line(int index, Duration limit, Supplier<String> describe)
      throws RigException {
    long deadline = System.nanoTime() + limit.toNanos();
    try {
      while (lines.size() <= index) {
        long left = remainingMillis(deadline);
        if (ended) {
          return Optional.empty();
        }
        if (left <= 0) {
          throw new RigException(Reason.TIMED_OUT, "no more came: " + describe.get());
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    return Optional.of(lines.get(index));
  }

  synchronized String await(Predicate<String> wanted, Duration limit, Supplier<String> describe)
      throws RigException {
    long deadline = System.nanoTime() + limit.toNanos();
    int next = 0;
    try {
      while (true) {
        for (; next < lines.size(); next++) {
          if (wanted.test(lines.get(next))) {
            return lines.get(next);
          }
        }
        long left = remainingMillis(deadline);
        if (ended || left <= 0) {
          Reason reason = ended ? Reason.ENDED_EARLY : Reason.TIMED_OUT;
          throw new RigException(reason, "no such line came: " + describe.get());
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static long remainingMillis(long deadline) {
    return TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
  }

  private static RigException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new RigException(Reason.TIMED_OUT, "interrupted while waiting for a line", cause);
  }
}
