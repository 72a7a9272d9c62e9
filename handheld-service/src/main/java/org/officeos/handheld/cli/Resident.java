package org.officeos.handheld.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.officeos.hal.linux.Notification;
import org.officeos.hal.linux.NotifyException;
import org.officeos.hal.linux.ServiceNotifier;
import org.officeos.hal.linux.ServiceNotifiers;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.Reason;
import org.officeos.handheld.group.GroupListener;
import org.officeos.handheld.group.GroupStatus;
import org.officeos.handheld.group.ResidentFile;
import org.officeos.handheld.group.ResidentNote;
import org.officeos.handheld.group.StandingGroup;
import org.officeos.handheld.radio.KnownLaptop;
import org.officeos.handheld.screen.TerminalText;

/** Tells everybody how the resident's group stands: the person, other commands, the system. */
final class Resident implements GroupListener, AutoCloseable {

  private final ResidentFile file;
  private final String radio;
  private final KnownLaptop laptop;
  private final Voice voice;
  private final ServiceNotifier notifier;
  private boolean complained;

  Resident(Machine machine, ResidentFile file, String radio, KnownLaptop laptop, Voice voice)
      throws OfficeException {
    this.file = file;
    this.radio = radio;
    this.laptop = laptop;
    this.voice = voice;
    try {
      this.notifier =
          ServiceNotifiers.fromEnvironment(machine.environment(), ProcessHandle.current().pid());
    } catch (NotifyException e) {
      throw OfficeException.of(Reason.FILE, String.valueOf(e.getMessage()), e);
    }
  }

  /** Leaves the note, and says that the service is up: the group comes when the laptop is near. */
  void begin() throws OfficeException {
    try {
      file.write(note(Optional.empty()));
    } catch (IOException e) {
      throw OfficeException.of(Reason.FILE, String.valueOf(e.getMessage()), e);
    }
    tell(Notification.READY);
  }

  Optional<Duration> watchdogEvery() {
    return notifier.watchdogEvery();
  }

  @Override
  public void onChange(GroupStatus status) {
    leaveNote(status.standing());
    Optional<String> words = AirVoice.words(status);
    voice.say(AirVoice.event(status), words.stream().map(TerminalText::sanitizeLine).toList());
    words.ifPresent(each -> tell(Notification.status(each)));
  }

  private void leaveNote(Optional<StandingGroup> group) {
    try {
      file.write(note(group));
    } catch (IOException e) {
      complain("other commands may not see this link", String.valueOf(e.getMessage()));
    }
  }

  private ResidentNote note(Optional<StandingGroup> group) {
    return ResidentNote.ofThisProcess(radio, laptop.address(), group);
  }

  /** Tells the service manager, where there is one. */
  void tell(Notification word) {
    try {
      notifier.tell(word);
    } catch (NotifyException e) {
      complain("the service manager could not be told", String.valueOf(e.getMessage()));
    }
  }

  private synchronized void complain(String what, String detail) {
    if (!complained) {
      complained = true;
      voice.note(
          JsonVoice.event("warning").put("warning", "not_told").put("detail", detail),
          List.of("officeos: " + what + ". " + TerminalText.sanitizeLine(detail)));
    }
  }

  @Override
  public void close() {
    try {
      file.remove();
    } catch (IOException leftBehind) {
      // Whoever reads it finds that its process has ended.
    }
  }
}
