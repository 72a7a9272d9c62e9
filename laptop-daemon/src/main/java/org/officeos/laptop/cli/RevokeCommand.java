package org.officeos.laptop.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.officeos.laptop.control.Json;
import org.officeos.laptop.daemon.ControlWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends a relationship. */
@Command(
    name = "revoke",
    description = {
      "End a relationship now.",
      "",
      "Its keys are erased, its sessions dropped, its work stopped. The "
          + "device is told when it can be reached, and has to pair again. Works without a daemon.",
      "Over the air its radio is sent out of the group, and the next group has another key: after"
          + " the daemon's next start other handhelds are let in once more by officeos-laptop pair."
    })
final class RevokeCommand extends BaseCommand {

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The first 4 or more digits of the device's id; see officeos-laptop devices.")
  private String id = "";

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Override
  public Integer call() throws Exception {
    if (!yes && !confirmed()) {
      throw new CliFailure(
          ExitStatus.REFUSED,
          "NOT_CONFIRMED",
          "nothing was revoked; to revoke without a question: --yes");
    }
    ObjectNode answer =
        DaemonOrStore.answer(
            this,
            config(),
            Json.object().put("do", "revoke").put("id", id),
            admin -> ControlWords.relationship("revoked", admin.revoke(id)));
    if (json()) {
      terminal().out().println(answer);
    } else {
      terminal()
          .out()
          .println(
              "revoked "
                  + answer.path("short_id").asText()
                  + " \""
                  + Plain.harmless(answer.path("name").asText())
                  + "\"; to use it again: officeos-laptop pair");
    }
    return ExitStatus.OK.code();
  }

  private boolean confirmed() throws java.io.IOException {
    terminal().err().print("Revoke " + Plain.harmless(id) + "? It has to pair again. [y/N] ");
    terminal().err().flush();
    String answer = terminal().in().readLine();
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
  }
}
