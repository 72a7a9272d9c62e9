package org.officeos.handheld.cli;

import java.util.List;
import org.officeos.handheld.client.Answer;
import org.officeos.handheld.client.CompleteRequest;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.TextOptions;
import org.officeos.handheld.link.LinkSpec;
import org.officeos.session.relationship.Relationship;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code officeos complete}. */
@CommandLine.Command(
    name = "complete",
    description = {
      "Asks the laptop's language model to continue a text; prints the words as they come.",
      "Escape sequences in the answer are made visible, never obeyed."
    },
    footer = {"%nExample:", "  officeos complete \"Once upon a time\" --max-tokens 64"})
final class CompleteCommand extends AskingCommand {

  @Parameters(paramLabel = "PROMPT", description = "The text to continue.")
  String prompt = "";

  @Mixin final TextOptionsMixin text = new TextOptionsMixin();
  @Mixin final RetryOption retry = new RetryOption();
  @Mixin final TimeoutOption timeout = new TimeoutOption();

  CompleteCommand(Machine machine, Interruption interruption) {
    super(machine, interruption);
  }

  @Override
  void run(Voice voice) throws OfficeException, InterruptedException {
    CompleteRequest request =
        UsageException.unless(
            () ->
                new CompleteRequest(prompt, text.with(timeout.or(TextOptions.DEFAULT.timeout()))));
    LinkSpec spec = link.spec(machine);
    try (Desk desk = Desk.open(machine, common)) {
      Relationship relationship = desk.relationship(peer);
      Flying flying = new Flying(machine, common, interruption, voice, "complete");
      Answer answer =
          flying.await(
              desk.client(
                      relationship, desk.links(spec, relationship, voice), retry.policy(), voice)
                  .complete(request, flying));
      voice.endOfText();
      voice.say(TextDone.of("complete", relationship, answer), List.of());
    }
  }
}
