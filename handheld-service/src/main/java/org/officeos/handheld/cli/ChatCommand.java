package org.officeos.handheld.cli;

import java.util.List;
import java.util.Optional;
import org.officeos.handheld.client.Answer;
import org.officeos.handheld.client.ChatRequest;
import org.officeos.handheld.client.Conversation;
import org.officeos.handheld.client.OfficeClient;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.TextOptions;
import org.officeos.handheld.link.LinkSpec;
import org.officeos.session.relationship.Relationship;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code officeos chat}. */
@CommandLine.Command(
    name = "chat",
    description = {
      "Talks with the laptop's language model; prints the words as they come.",
      "With a PROMPT it answers once. Without one it reads a question from each line of standard"
          + " input until it ends, and remembers the conversation as far as one instruction of"
          + " 4096 bytes can carry it; the oldest turns are forgotten first.",
      "Escape sequences in the answer are made visible, never obeyed."
    },
    footer = {
      "%nExamples:",
      "  officeos chat \"Why is the sky blue?\"",
      "  officeos chat --system \"You are a ship's cook.\""
    })
final class ChatCommand extends AskingCommand {

  @Parameters(paramLabel = "PROMPT", arity = "0..1", description = "One question.")
  Optional<String> prompt = Optional.empty();

  @Option(names = "--system", paramLabel = "TEXT", description = "What the model should be.")
  Optional<String> system = Optional.empty();

  @Mixin final TextOptionsMixin text = new TextOptionsMixin();
  @Mixin final RetryOption retry = new RetryOption();
  @Mixin final TimeoutOption timeout = new TimeoutOption();

  ChatCommand(Machine machine, Interruption interruption) {
    super(machine, interruption);
  }

  @Override
  void run(Voice voice) throws OfficeException, InterruptedException {
    TextOptions options =
        UsageException.unless(() -> text.with(timeout.or(TextOptions.DEFAULT.timeout())));
    Conversation conversation = new Conversation(system, options);
    Optional<ChatRequest> single = UsageException.unless(() -> prompt.map(conversation::ask));
    LinkSpec spec = link.spec(machine);
    try (Desk desk = Desk.open(machine, common)) {
      Relationship relationship = desk.relationship(peer);
      OfficeClient client =
          desk.client(relationship, desk.links(spec, relationship, voice), retry.policy(), voice);
      if (single.isPresent()) {
        ask(client, relationship, single.get(), voice);
      } else {
        converse(client, relationship, conversation, voice);
      }
    }
  }

  private void converse(
      OfficeClient client, Relationship relationship, Conversation conversation, Voice voice)
      throws OfficeException, InterruptedException {
    Questions questions = new Questions(machine.in());
    while (true) {
      if (machine.terminals().in() && !common.json) {
        machine.err().print("> ");
        machine.err().flush();
      }
      Optional<String> question = questions.next();
      if (question.isEmpty()) {
        return;
      }
      if (!question.get().isBlank()) {
        ChatRequest request = UsageException.unless(() -> conversation.ask(question.get()));
        conversation.answered(ask(client, relationship, request, voice).text());
      }
    }
  }

  private Answer ask(
      OfficeClient client, Relationship relationship, ChatRequest request, Voice voice)
      throws OfficeException, InterruptedException {
    Flying flying = new Flying(machine, common, interruption, voice, "chat");
    Answer answer = flying.await(client.chat(request, flying));
    voice.endOfText();
    voice.say(TextDone.of("chat", relationship, answer), List.of());
    return answer;
  }
}
