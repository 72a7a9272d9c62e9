package org.officeos.handheld.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.Reason;
import org.officeos.handheld.flight.FlightException;
import org.officeos.handheld.flight.FlightInfo;
import org.officeos.handheld.flight.Flights;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code officeos cancel}. */
@CommandLine.Command(
    name = "cancel",
    description = {
      "Cancels requests that other officeos commands of this user are waiting for. The laptop is"
          + " told to stop the work, and the waiting command ends with exit code 3.",
      "Without ID and --all it cancels the only one there is."
    },
    footer = {
      "%nExamples:",
      "  officeos cancel",
      "  officeos cancel 3f09",
      "  officeos cancel --all"
    })
final class CancelCommand extends Command {

  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      description = "A request's id, or its first digits; see officeos status.")
  Optional<String> id = Optional.empty();

  @Option(names = "--all", description = "Cancel all of them.")
  boolean all;

  CancelCommand(Machine machine, Interruption interruption) {
    super(machine, interruption);
  }

  @Override
  void run(Voice voice) throws OfficeException {
    if (all && id.isPresent()) {
      throw new UsageException("an ID and --all exclude each other");
    }
    if (id.isPresent() && !id.get().matches("[0-9a-f]{1,16}")) {
      throw new UsageException("an ID is up to sixteen hexadecimal digits; see officeos status");
    }
    Flights flights = new Flights(Desk.runFolder(machine, common));
    try {
      requireOne(flights.list());
      List<FlightInfo> told = flights.cancel(id.orElse(""));
      voice.say(
          JsonVoice.event("done")
              .put("kind", "cancel")
              .put("requests", told.stream().map(FlightInfo::toJson).toList()),
          lines(told));
    } catch (FlightException e) {
      throw OfficeException.of(Reason.FILE, String.valueOf(e.getMessage()), e);
    }
  }

  private void requireOne(List<FlightInfo> alive) {
    if (all) {
      return;
    }
    long meant = alive.stream().filter(f -> f.id().startsWith(id.orElse(""))).count();
    if (meant == 0 && id.isPresent()) {
      throw new UsageException("no request under way has that ID; see officeos status");
    }
    if (meant > 1) {
      throw new UsageException("that means " + meant + " requests; give one ID, or --all");
    }
  }

  private static List<String> lines(List<FlightInfo> told) {
    List<String> lines = new ArrayList<>();
    told.forEach(flight -> lines.add("Cancelled " + flight.kind() + " " + flight.id() + "."));
    if (lines.isEmpty()) {
      lines.add("Nothing is under way.");
    }
    return lines;
  }
}
