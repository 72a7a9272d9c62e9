package org.officeos.hal.linux;

import java.time.Duration;
import java.util.Optional;

/**
 * Tells the service manager how this service is: systemd's {@code Type=notify}. Safe for use by
 * several threads; no call waits for an answer. Made by {@link ServiceNotifiers}.
 *
 * <p>Source: sd_notify(3), sd_watchdog_enabled(3).
 */
public interface ServiceNotifier {

  /**
   * Sends one word.
   *
   * @throws NotifyException {@code NO_SOCKET}, {@code NOBODY_LISTENS}, {@code NOT_SENT}
   */
  void tell(Notification notification) throws NotifyException;

  /**
   * How often {@link Notification#WATCHDOG} must come: half of what the manager allows, so that one
   * late word does no harm. Empty where no watchdog watches this process.
   */
  Optional<Duration> watchdogEvery();

  /** For a log line: where the words go, or why they go nowhere. */
  String destination();
}
