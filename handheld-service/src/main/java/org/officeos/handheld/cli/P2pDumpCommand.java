package org.officeos.handheld.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.officeos.hal.p2p.Preflight;
import org.officeos.hal.p2p.PreflightFacts;
import org.officeos.hal.p2p.PreflightReport;
import org.officeos.hal.text.TerminalText;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.group.ResidentNote;
import picocli.CommandLine;

/** {@code officeos p2p dump}. */
@CommandLine.Command(
    name = "dump",
    description = {
      "Everything that somebody who helps wants to see, in one go: what p2p preflight finds, what p2p"
          + " status shows, and the versions of system and runtime. Changes nothing, searches for"
          + " nobody, holds no keys; names and addresses of devices near are in it."
    },
    footer = {"%nExample:", "  officeos p2p dump --json > dump.json"})
final class P2pDumpCommand extends LookCommand {

  P2pDumpCommand(Machine machine, Interruption interruption) {
    super(machine, interruption);
  }

  @Override
  void look(RadioLook look, String interfaceName, Air air, Voice voice)
      throws OfficeException, InterruptedException {
    PreflightFacts facts = machine.radios().look(interfaceName);
    PreflightReport report = Preflight.judge(facts, Set.of());
    RadioLook.Seen seen = look.look();
    Optional<ResidentNote> resident = air.resident().read();
    String system = property("os.version") + " " + property("os.arch");
    String runtime = property("java.vm.name") + " " + property("java.runtime.version");
    List<String> lines = new ArrayList<>();
    lines.add("system     " + TerminalText.sanitizeLine(system));
    lines.add("runtime    " + TerminalText.sanitizeLine(runtime));
    lines.addAll(PreflightCommand.lines(facts, report));
    lines.addAll(RadioWords.lines(seen, resident));
    voice.say(
        RadioWords.event("p2p_dump", seen, resident)
            .put("interface", interfaceName)
            .put("system", system)
            .put("runtime", runtime)
            .put("preflight", PreflightCommand.event(facts, report).build()),
        lines);
  }

  private static String property(String name) {
    return System.getProperty(name, "?");
  }
}
