package org.officeos.handheld.cli;

import java.util.List;
import org.officeos.hal.p2p.P2pDevice;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.WifiP2p;
import org.officeos.hal.text.TerminalText;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.link.AirPatience;
import org.officeos.handheld.link.LinkException;
import picocli.CommandLine;

/** {@code officeos p2p peers}. */
@CommandLine.Command(
    name = "peers",
    description = {
      "Searches every channel for Wi-Fi Direct devices and shows each as it is heard. What they say"
          + " of themselves is their own word."
    },
    footer = {"%nExample:", "  officeos p2p peers --seconds 20"})
final class P2pPeersCommand extends LookCommand {

  private static final int LONGEST = 600;

  @CommandLine.Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "10",
      description = "How long to search, 1 to 600. Default: ${DEFAULT-VALUE}.")
  int seconds;

  P2pPeersCommand(Machine machine, Interruption interruption) {
    super(machine, interruption);
  }

  /** A search wants a radio that is in use. */
  @Override
  WifiP2p open(String interfaceName) throws LinkException {
    return new Air(machine, common).setup(interfaceName, AirPatience.USUAL).radio().get();
  }

  @Override
  void look(RadioLook look, String interfaceName, Air air, Voice voice)
      throws OfficeException, InterruptedException {
    if (seconds < 1 || seconds > LONGEST) {
      throw new UsageException("--seconds is 1 to 600");
    }
    RadioLook.Seen seen = look.look();
    if (seen.isAway()) {
      throw unusable(seen.reason().orElse(P2pReason.RADIO_LOST));
    }
    try {
      List<P2pDevice> found = look.search(seconds, peer -> say(peer, voice));
      voice.say(
          JsonVoice.event("done")
              .put("kind", "p2p_peers")
              .put("peers", found.stream().map(RadioWords::json).toList()),
          List.of(found.isEmpty() ? "Nobody was heard." : "Heard " + found.size() + "."));
    } catch (P2pException e) {
      throw unusable(e.reason());
    }
  }

  private static void say(P2pDevice peer, Voice voice) {
    voice.say(
        JsonVoice.event("peer").put("peer", RadioWords.json(peer)),
        List.of(TerminalText.sanitizeLine(RadioWords.peer(peer))));
  }
}
