package org.officeos.handheld.cli;

import org.officeos.hal.p2p.P2pReason;
import org.officeos.handheld.client.LinkReasons;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.Reason;
import org.officeos.handheld.link.AirPatience;
import org.officeos.handheld.link.LinkException;
import org.officeos.handheld.link.RadioSetup;
import picocli.CommandLine.Mixin;

/** A command that looks at the radio itself. */
abstract class LookCommand extends Command {

  @Mixin final InterfaceOption radio = new InterfaceOption();

  LookCommand(Machine machine, Interruption interruption) {
    super(machine, interruption);
  }

  /** Looks, and says what it saw. */
  abstract void look(RadioLook look, RadioSetup setup, Air air, Voice voice)
      throws OfficeException, InterruptedException;

  @Override
  @SuppressWarnings("try") // the watch only ends
  final void run(Voice voice) throws OfficeException, InterruptedException {
    String interfaceName = radio.checked();
    Air air = new Air(machine, common);
    Thread waiting = Thread.currentThread();
    try (Interruption.Watch watch = interruption.during(waiting::interrupt)) {
      RadioSetup setup = air.setup(interfaceName, AirPatience.USUAL);
      try (RadioLook look = new RadioLook(setup.radio().get(), setup.nanos())) {
        look(look, setup, air, voice);
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
