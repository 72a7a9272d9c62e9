package org.officeos.handheld.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.officeos.hal.json.JsonException;
import org.officeos.hal.json.JsonObject;
import org.officeos.hal.json.JsonReader;
import org.officeos.hal.json.JsonValue;
import org.officeos.hal.text.TerminalText;
import org.officeos.handheld.client.LaptopStatus;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.Reason;
import org.officeos.handheld.flight.FlightException;
import org.officeos.handheld.flight.FlightInfo;
import org.officeos.handheld.flight.Flights;
import org.officeos.handheld.group.ResidentFile;
import org.officeos.handheld.group.ResidentNote;
import org.officeos.handheld.link.LinkSpec;
import org.officeos.handheld.screen.ProgressText;
import org.officeos.session.relationship.Relationship;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code officeos status}. */
@CommandLine.Command(
    name = "status",
    description = {
      "Shows the link, the requests that are under way in any of this user's officeos commands,"
          + " and, asked of the laptop, what this device may do and what is left of its limits."
    },
    footer = {"%nExamples:", "  officeos status", "  officeos status --local --json"})
final class StatusCommand extends AskingCommand {

  @Option(names = "--local", description = "Do not ask the laptop.")
  boolean local;

  @Mixin final RetryOption retry = new RetryOption();

  StatusCommand(Machine machine, Interruption interruption) {
    super(machine, interruption);
  }

  @Override
  void run(Voice voice) throws OfficeException, InterruptedException {
    LinkSpec spec = link.spec(machine);
    List<FlightInfo> flights = flights();
    List<String> lines = new ArrayList<>();
    lines.add("Link: " + spec.describe());
    Optional<ResidentNote> resident =
        spec instanceof LinkSpec.WifiDirect
            ? new ResidentFile(Desk.runFolder(machine, common)).read()
            : Optional.empty();
    resident.ifPresent(note -> lines.add(line(note)));
    flights.forEach(flight -> lines.add(line(flight)));
    if (flights.isEmpty()) {
      lines.add("Nothing is under way.");
    }
    JsonObject event =
        JsonVoice.event("in_flight")
            .put("link", spec.describe())
            .put("requests", flights.stream().map(FlightInfo::toJson).toList());
    resident.ifPresent(note -> event.put("resident", json(note)));
    voice.say(event, lines);
    if (!local) {
      askLaptop(voice, spec);
    }
  }

  private void askLaptop(Voice voice, LinkSpec spec) throws OfficeException, InterruptedException {
    try (Desk desk = Desk.open(machine, common)) {
      Relationship relationship = desk.relationship(peer);
      Flying flying = new Flying(machine, common, interruption, voice, "status");
      LaptopStatus status =
          flying.await(
              desk.client(
                      relationship, desk.links(spec, relationship, voice), retry.policy(), voice)
                  .status(flying));
      JsonObject result = new JsonObject();
      List<String> lines = new ArrayList<>();
      lines.add(
          TerminalText.sanitizeLine(relationship.peerName())
              + ": reached in "
              + status.report().totalMicros() / 1000
              + " ms; the relationship ends on "
              + Expiry.date(relationship.expires()));
      try {
        JsonValue said = JsonReader.read(status.json());
        result.put("laptop", said);
        flatten("", said, lines);
      } catch (JsonException e) {
        result.put("laptop_text", status.json());
        lines.add("The laptop's answer is not JSON: " + TerminalText.sanitizeLine(status.json()));
      }
      result.put("laptop_time", status.laptopTime());
      voice.say(DoneEvent.of("status", relationship, status.report(), result), lines);
    }
  }

  private List<FlightInfo> flights() throws OfficeException {
    try {
      return new Flights(Desk.runFolder(machine, common)).list();
    } catch (FlightException e) {
      throw OfficeException.of(Reason.FILE, String.valueOf(e.getMessage()), e);
    }
  }

  private static String line(ResidentNote note) {
    return "officeos link (process "
        + note.pid()
        + "): "
        + AirVoice.words(note.status()).orElse("On the way into the laptop's group.");
  }

  private static JsonValue.Obj json(ResidentNote note) {
    return new JsonObject()
        .put("pid", note.pid())
        .putIf("phase", note.phase().map(Enum::name))
        .putIf("reason", note.reason().map(Enum::name))
        .build();
  }

  private static String line(FlightInfo flight) {
    return "Under way: "
        + flight.kind()
        + " "
        + flight.id()
        + "  "
        + flight.phase().word()
        + ProgressText.words(flight.permille(), 0, 0, -1)
        + "  for "
        + flight.ageMillis() / 1000
        + " s, process "
        + flight.pid();
  }

  /** The laptop's JSON as {@code name.name: value} lines, whatever its members are. */
  private static void flatten(String path, JsonValue value, List<String> lines) {
    if (value instanceof JsonValue.Obj object) {
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        flatten(
            path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
            member.getValue(),
            lines);
      }
    } else {
      String shown = value instanceof JsonValue.Text text ? text.value() : value.toString();
      lines.add(TerminalText.sanitizeLine("  " + path + ": " + shown));
    }
  }
}
