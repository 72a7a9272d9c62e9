package org.officeos.handheld.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.officeos.hal.json.JsonObject;
import org.officeos.hal.json.JsonValue;
import org.officeos.hal.p2p.Preflight;
import org.officeos.hal.p2p.PreflightFacts;
import org.officeos.hal.p2p.PreflightFinding;
import org.officeos.hal.p2p.PreflightRadio;
import org.officeos.hal.p2p.PreflightReport;
import org.officeos.hal.text.TerminalText;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.Reason;
import picocli.CommandLine;

/** {@code officeos p2p preflight}. */
@CommandLine.Command(
    name = "preflight",
    description = {
      "Says whether Wi-Fi Direct can work on this device, and if not, why and what to do: radios,"
          + " their drivers and switches, programs that hold them, the message bus and"
          + " wpa_supplicant. Changes nothing and sends nothing.",
      "Ends with 0 when nothing is in the way and all could be looked at, otherwise with 5."
    })
final class PreflightCommand extends Command {

  @CommandLine.Option(
      names = "--interface",
      paramLabel = "NAME",
      defaultValue = "wlan0",
      description = "The radio's interface, for asking wpa_supplicant (default: ${DEFAULT-VALUE}).")
  String interfaceName = "wlan0";

  PreflightCommand(Machine machine, Interruption interruption) {
    super(machine, interruption);
  }

  @Override
  void run(Voice voice) throws OfficeException {
    if (!interfaceName.matches("[^/\\s]{1,15}")) {
      throw new UsageException("--interface wants the name of an interface, such as wlan0.");
    }
    PreflightFacts facts = machine.radios().look(interfaceName);
    PreflightReport report = Preflight.judge(facts, Set.of());
    voice.say(event(facts, report), lines(facts, report));
    if (!report.passes()) {
      String first =
          report
              .first()
              .map(finding -> finding.reason().name())
              .orElseGet(() -> "not looked at: " + String.join("; ", report.notLookedAt()));
      throw OfficeException.of(Reason.WIFI_DIRECT_UNUSABLE, first);
    }
  }

  static List<String> lines(PreflightFacts facts, PreflightReport report) {
    List<String> lines = new ArrayList<>();
    for (PreflightRadio radio : facts.radios()) {
      lines.add(
          "radio  "
              + radio.name()
              + "  driver "
              + radio.driver()
              + ", modes "
              + radio.words()
              + (report.usable().contains(radio.name()) ? "  (usable)" : ""));
    }
    for (PreflightFinding finding : report.findings()) {
      lines.add((finding.blocks() ? "blocks " : "warns  ") + " " + finding);
    }
    for (String what : report.notLookedAt()) {
      lines.add("unseen  " + what);
    }
    if (report.passes()) {
      lines.add("Nothing is in the way of Wi-Fi Direct.");
    }
    return lines.stream().map(TerminalText::sanitizeLine).toList();
  }

  static JsonObject event(PreflightFacts facts, PreflightReport report) {
    List<JsonValue.Obj> radios = new ArrayList<>();
    for (PreflightRadio radio : facts.radios()) {
      radios.add(
          new JsonObject()
              .put("name", radio.name())
              .put("driver", radio.driver())
              .put("modes", radio.words())
              .put("usable", report.usable().contains(radio.name()))
              .build());
    }
    List<JsonValue.Obj> findings = new ArrayList<>();
    for (PreflightFinding finding : report.findings()) {
      findings.add(
          new JsonObject()
              .put("reason", finding.reason().name())
              .put("blocks", finding.blocks())
              .put("detail", finding.detail())
              .put("next", finding.fix())
              .build());
    }
    return JsonVoice.event("done")
        .put("kind", "preflight")
        .put("passes", report.passes())
        .put("radios", radios)
        .put("findings", findings)
        .put("not_looked_at", String.join("; ", report.notLookedAt()));
  }
}
