package org.officeos.hal.linux;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.officeos.hal.linux.NotifyException.Reason;

/** Reads {@code WATCHDOG_USEC} and {@code WATCHDOG_PID}. Source: sd_watchdog_enabled(3). */
final class WatchdogInterval {

  private WatchdogInterval() {}

  static Optional<Duration> of(Map<String, String> environment, long pid) throws NotifyException {
    String micros = environment.getOrDefault("WATCHDOG_USEC", "");
    String meantFor = environment.getOrDefault("WATCHDOG_PID", "");
    if (micros.isEmpty() || !(meantFor.isEmpty() || meantFor.equals(Long.toString(pid)))) {
      return Optional.empty();
    }
    if (!micros.matches("[0-9]{1,15}") || Long.parseLong(micros) == 0) {
      throw new NotifyException(Reason.BAD_WATCHDOG, "WATCHDOG_USEC=" + micros);
    }
    return Optional.of(Duration.of(Long.parseLong(micros) / 2, ChronoUnit.MICROS));
  }
}
