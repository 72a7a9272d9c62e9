package org.officeos.handheld.cli;

import java.time.Duration;
import java.util.List;
import org.officeos.hal.linux.Notification;
import org.officeos.hal.linux.NotifyException;
import org.officeos.hal.linux.ServiceNotifier;
import org.officeos.hal.linux.ServiceNotifiers;
import org.officeos.hal.text.TerminalText;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.Reason;

/** Tells the service manager how a service is, where there is one; says once that it cannot. */
final class ServiceWords {

  private final ServiceNotifier notifier;
  private final Voice voice;
  private boolean complained;

  private ServiceWords(ServiceNotifier notifier, Voice voice) {
    this.notifier = notifier;
    this.voice = voice;
  }

  static ServiceWords of(Machine machine, Voice voice) throws OfficeException {
    try {
      long pid = ProcessHandle.current().pid();
      return new ServiceWords(ServiceNotifiers.fromEnvironment(machine.environment(), pid), voice);
    } catch (NotifyException e) {
      throw OfficeException.of(Reason.FILE, String.valueOf(e.getMessage()), e);
    }
  }

  /** How often the watchdog wants a word; an hour where none watches. */
  Duration watchdogEvery() {
    return notifier.watchdogEvery().orElse(Duration.ofHours(1));
  }

  /** Sends one word. */
  synchronized void tell(Notification word) {
    try {
      notifier.tell(word);
    } catch (NotifyException e) {
      complain("the service manager could not be told", String.valueOf(e.getMessage()));
    }
  }

  /** Says on the side that something went wrong that the work does not need; only the first. */
  synchronized void complain(String what, String detail) {
    if (!complained) {
      complained = true;
      voice.note(
          JsonVoice.event("warning").put("warning", "not_told").put("detail", detail),
          List.of("officeos: " + what + ". " + TerminalText.sanitizeLine(detail)));
    }
  }
}
