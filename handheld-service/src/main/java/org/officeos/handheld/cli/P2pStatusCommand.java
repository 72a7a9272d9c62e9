package org.officeos.handheld.cli;

import org.officeos.hal.p2p.P2pReason;
import org.officeos.handheld.client.OfficeException;
import picocli.CommandLine;

/** {@code officeos p2p status}. */
@CommandLine.Command(
    name = "status",
    description = {
      "Shows how Wi-Fi Direct stands: its state, this device's name and address on the air, groups"
          + " that stand, groups that are remembered, peers heard within the last minute. Searches"
          + " for nobody.",
      "Ends with 5 where the radio, wpa_supplicant or the message bus is away."
    })
final class P2pStatusCommand extends LookCommand {

  P2pStatusCommand(Machine machine, Interruption interruption) {
    super(machine, interruption);
  }

  @Override
  void look(RadioLook look, String interfaceName, Air air, Voice voice)
      throws OfficeException, InterruptedException {
    RadioLook.Seen seen = look.look();
    voice.say(
        RadioWords.event("p2p_status", seen, air.resident().read()),
        RadioWords.lines(seen, air.resident().read()));
    if (seen.isAway()) {
      throw unusable(seen.reason().orElse(P2pReason.RADIO_LOST));
    }
  }
}
