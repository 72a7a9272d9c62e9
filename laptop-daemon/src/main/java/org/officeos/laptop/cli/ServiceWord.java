package org.officeos.laptop.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.officeos.hal.linux.Notification;
import org.officeos.hal.linux.NotifyException;
import org.officeos.hal.linux.ServiceNotifier;
import org.officeos.hal.linux.ServiceNotifiers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells systemd that the daemon serves, where systemd started it. A manager that cannot be told
 * never stops the daemon.
 */
final class ServiceWord {

  private final @Nullable ServiceNotifier notifier;

  private ServiceWord(@Nullable ServiceNotifier notifier) {
    this.notifier = notifier;
  }

  static ServiceWord from(Map<String, String> environment) {
    try {
      return new ServiceWord(
          ServiceNotifiers.fromEnvironment(environment, ProcessHandle.current().pid()));
    } catch (NotifyException e) {
      log().warn("the service manager cannot be told: {}", e.getMessage());
      return new ServiceWord(null);
    }
  }

  void ready(String words) {
    tell(Notification.status(words));
    tell(Notification.READY);
  }

  void stopping() {
    tell(Notification.STOPPING);
  }

  private void tell(Notification notification) {
    if (notifier == null) {
      return;
    }
    try {
      notifier.tell(notification);
    } catch (NotifyException e) {
      log().warn("the service manager was not told: {}", e.getMessage());
    }
  }

  private static Logger log() {
    return LoggerFactory.getLogger(ServiceWord.class);
  }
}
