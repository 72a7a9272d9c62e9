package org.officeos.laptop.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The seconds that are left, on one line of a terminal; silent elsewhere. */
final class Countdown implements AutoCloseable {

  private final Terminal terminal;
  private final boolean visible;
  private final ScheduledExecutorService ticks =
      new ScheduledThreadPoolExecutor(
          1,
          work -> {
            Thread thread = new Thread(work, "countdown");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable Future<?> running;
  private @Nullable Instant end;

  Countdown(Terminal terminal, boolean visible) {
    this.terminal = terminal;
    this.visible = visible;
  }

  synchronized void start(int seconds) {
    end = terminal.clock().instant().plusSeconds(seconds);
    if (visible) {
      running = ticks.scheduleWithFixedDelay(this::tick, 0, 1, TimeUnit.SECONDS);
    }
  }

  /** Seconds left, once started. */
  synchronized Optional<Long> left() {
    return Optional.ofNullable(end)
        .map(at -> Math.max(0, Duration.between(terminal.clock().instant(), at).toSeconds()));
  }

  private synchronized void tick() {
    if (running != null) {
      terminal.out().print("\r  " + left().orElse(0L) + " s \u001b[K");
      terminal.out().flush();
    }
  }

  /** Ends the line. */
  synchronized void stop() {
    if (running != null) {
      running.cancel(false);
      running = null;
      terminal.out().print("\r\u001b[K");
      terminal.out().flush();
    }
  }

  @Override
  public void close() {
    stop();
    ticks.shutdownNow();
  }
}
