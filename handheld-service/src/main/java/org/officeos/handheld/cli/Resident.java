package org.officeos.handheld.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.officeos.hal.linux.Notification;
import org.officeos.hal.text.TerminalText;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.Reason;
import org.officeos.handheld.group.GroupListener;
import org.officeos.handheld.group.GroupStatus;
import org.officeos.handheld.group.ResidentFile;
import org.officeos.handheld.group.ResidentNote;
import org.officeos.handheld.radio.KnownLaptop;

/** Tells everybody how the resident's group stands: the person, other commands, the system. */
final class Resident implements GroupListener, AutoCloseable {

  private final ResidentFile file;
  private final String radio;
  private final KnownLaptop laptop;
  private final Voice voice;
  private final ServiceWords manager;

  Resident(Machine machine, ResidentFile file, String radio, KnownLaptop laptop, Voice voice)
      throws OfficeException {
    this.file = file;
    this.radio = radio;
    this.laptop = laptop;
    this.voice = voice;
    this.manager = ServiceWords.of(machine, voice);
  }

  /** Leaves the note, and says that the service is up: the group comes when the laptop is near. */
  void begin() throws OfficeException {
    try {
      file.write(note(GroupStatus.NOTHING_YET));
    } catch (IOException e) {
      throw OfficeException.of(Reason.FILE, String.valueOf(e.getMessage()), e);
    }
    tell(Notification.READY);
  }

  Duration watchdogEvery() {
    return manager.watchdogEvery();
  }

  @Override
  public void onChange(GroupStatus status) {
    leaveNote(status);
    Optional<String> words = AirVoice.words(status);
    voice.say(AirVoice.event(status), words.stream().map(TerminalText::sanitizeLine).toList());
    words.ifPresent(each -> tell(Notification.status(each)));
  }

  private void leaveNote(GroupStatus status) {
    try {
      file.write(note(status));
    } catch (IOException e) {
      manager.complain("other commands may not see this link", String.valueOf(e.getMessage()));
    }
  }

  private ResidentNote note(GroupStatus status) {
    return ResidentNote.ofThisProcess(radio, laptop.address(), status);
  }

  /** Tells the service manager, where there is one. */
  void tell(Notification word) {
    manager.tell(word);
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
