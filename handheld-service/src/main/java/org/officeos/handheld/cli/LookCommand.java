package org.officeos.handheld.cli;

import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.WifiP2p;
import org.officeos.handheld.client.LinkReasons;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.Reason;
import org.officeos.handheld.link.LinkException;
import picocli.CommandLine.Mixin;

/** A command that looks at the radio itself. */
abstract class LookCommand extends Command {

  @Mixin final InterfaceOption radio = new InterfaceOption();

  LookCommand(Machine machine, Interruption interruption) {
    super(machine, interruption);
  }

  /** Opens the radio; as it is, unless the command is more than a look. */
  WifiP2p open(String interfaceName) throws LinkException {
    return machine.radios().watch(interfaceName);
  }

  /** Looks, and says what it saw. */
  abstract void look(RadioLook look, String interfaceName, Air air, Voice voice)
      throws OfficeException, InterruptedException;

  @Override
  @SuppressWarnings("try") // the watch only ends
  final void run(Voice voice) throws OfficeException, InterruptedException {
    String interfaceName = radio.checked();
    Air air = new Air(machine, common);
    Thread waiting = Thread.currentThread();
    try (Interruption.Watch watch = interruption.during(waiting::interrupt)) {
      try (RadioLook look = new RadioLook(open(interfaceName), machine.nanos())) {
        look(look, interfaceName, air, voice);
      }
    } catch (LinkException e) {
      throw LinkReasons.of(e);
    }
  }

  static OfficeException unusable(P2pReason reason) {
    return OfficeException.of(
        Reason.WIFI_DIRECT_UNUSABLE, reason + ": " + reason.cause() + "; " + reason.next() + ".");
  }
}
