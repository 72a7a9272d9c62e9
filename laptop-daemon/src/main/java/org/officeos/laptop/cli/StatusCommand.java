package org.officeos.laptop.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.officeos.laptop.control.ControlClient;
import org.officeos.laptop.control.ControlException;
import org.officeos.laptop.control.Json;
import picocli.CommandLine.Command;

/** Says how the running daemon is. */
@Command(
    name = "status",
    description = {
      "Say how the running daemon is.",
      "",
      "Shows address, radio and its group, services (real, stand_in or none), paired devices, "
          + "sessions and open requests. Exit code 2 where none runs."
    })
final class StatusCommand extends BaseCommand {

  @Override
  public Integer call() throws Exception {
    ObjectNode status;
    try (ControlClient client = ask(config(), Json.object().put("do", "status"))) {
      status = client.next().orElseGet(() -> Json.event("status"));
    } catch (ControlException e) {
      throw failure(e);
    }
    if (json()) {
      terminal().out().println(status);
      return ExitStatus.OK.code();
    }
    Rows rows = new Rows();
    rows.add("name", status.path("name").asText());
    rows.add("process", status.path("pid").asText());
    rows.add("listens on", status.path("listen").asText());
    rows.add("radio", RadioLine.of(status.path("radio")));
    rows.add("since", status.path("started").asText());
    rows.add("images", status.path("image").asText());
    rows.add("texts", status.path("text").asText());
    rows.add("paired devices", status.path("devices").asText());
    rows.add("sessions", status.path("sessions").asText());
    rows.add("open requests", status.path("requests_open").asText());
    terminal().out().print(rows.text());
    return ExitStatus.OK.code();
  }
}
