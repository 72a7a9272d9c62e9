package org.officeos.laptop.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.officeos.laptop.config.Words;
import org.officeos.laptop.control.Json;
import org.officeos.laptop.daemon.ControlWords;
import org.officeos.session.bytecode.Opcode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Grants a device an instruction, or takes it away. */
@Command(
    name = "permit",
    description = {
      "Let a device ask for more, or with --deny for less.",
      "",
      "Holds from its next instruction on, in " + "open sessions too. Works without a daemon.",
      "",
      "Instructions: echo, complete, chat, generate_image, status."
    })
final class PermitCommand extends BaseCommand {

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The first 4 or more digits of the device's id; see officeos-laptop devices.")
  private String id = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "INSTRUCTION",
      description = "What it may ask for.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--deny", description = "Take it away instead.")
  private boolean deny;

  @Override
  public Integer call() throws Exception {
    Set<Opcode> opcodes = EnumSet.noneOf(Opcode.class);
    for (String name : names) {
      opcodes.add(
          Words.parse(Opcode.class, name)
              .orElseThrow(
                  () ->
                      new CliFailure(
                          ExitStatus.USAGE,
                          "UNKNOWN_INSTRUCTION",
                          name + " is no instruction; there are " + Words.all(Opcode.class))));
    }
    ObjectNode request = Json.object().put("do", "permit").put("id", id).put("deny", deny);
    ArrayNode list = request.putArray("opcodes");
    opcodes.forEach(opcode -> list.add(Words.of(opcode)));
    ObjectNode answer =
        DaemonOrStore.answer(
            this,
            config(),
            request,
            admin -> ControlWords.relationship("permitted", admin.permit(id, opcodes, deny)));
    if (json()) {
      terminal().out().println(answer);
    } else {
      List<String> grants = new ArrayList<>();
      answer.path("grants").forEach(grant -> grants.add(grant.asText()));
      terminal()
          .out()
          .println(
              answer.path("short_id").asText()
                  + " \""
                  + Plain.harmless(answer.path("name").asText())
                  + "\" may now ask for: "
                  + (grants.isEmpty() ? "nothing" : String.join(", ", grants)));
    }
    return ExitStatus.OK.code();
  }
}
