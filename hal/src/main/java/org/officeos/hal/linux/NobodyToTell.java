package org.officeos.hal.linux;

import java.time.Duration;
import java.util.Optional;

/** Started by hand, by a script or by an init that does not listen. */
final class NobodyToTell implements ServiceNotifier {

  @Override
  public void tell(Notification notification) {}

  @Override
  public Optional<Duration> watchdogEvery() {
    return Optional.empty();
  }

  @Override
  public String destination() {
    return "nobody: NOTIFY_SOCKET is not set";
  }
}
