package org.officeos.laptop.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.officeos.laptop.control.ControlClient;
import org.officeos.laptop.control.ControlException;
import org.officeos.laptop.control.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Pairs with a handheld. */
@Command(
    name = "pair",
    description = {
      "Pair with a handheld.",
      "",
      "Opens the running daemon for 120 seconds, and its radio group to a handheld's button meanwhile; "
          + "says where handhelds find it. Shows six digits when a handheld asks, and wants to know "
          + "whether its screen shows the same. Only a yes on both ends stores anything.",
      "",
      "With --json: writes {\"event\":\"open\"}, {\"event\":\"code\",\"code\":\"482913\"} and "
          + "{\"event\":\"paired\",…}, and reads one line, yes or no, for each code. Where the handheld "
          + "said no, or went away, there is {\"event\":\"attempt_failed\",\"reason\":…} meanwhile."
    })
final class PairCommand extends BaseCommand {

  @Option(
      names = "--lifetime-days",
      paramLabel = "DAYS",
      description = "How long the relationship lasts, 1 to 365; else as configured.")
  private @Nullable Integer lifetimeDays;

  @Override
  public Integer call() throws Exception {
    ObjectNode request = Json.object().put("do", "pair");
    if (lifetimeDays != null) {
      request.put("lifetime_days", lifetimeDays);
    }
    try (ControlClient client = ask(config(), request)) {
      Countdown countdown = new Countdown(terminal(), !json() && terminal().interactive());
      try {
        Optional<ObjectNode> event = client.next();
        while (event.isPresent()) {
          hear(event.get(), client, countdown);
          event = client.next();
        }
      } finally {
        countdown.close();
      }
    } catch (ControlException e) {
      throw failure(e);
    }
    return ExitStatus.OK.code();
  }

  private void hear(ObjectNode event, ControlClient client, Countdown countdown)
      throws ControlException, IOException {
    countdown.stop();
    if (json()) {
      terminal().out().println(event);
    }
    switch (event.path("event").asText()) {
      case "open" -> opened(event, countdown);
      case "code" -> {
        if (!json()) {
          terminal().out().println();
          terminal().out().println(BigDigits.of(event.path("code").asText()));
          terminal().out().println("    " + event.path("display").asText());
          terminal().out().println();
        }
        client.say(
            Json.object()
                .put("confirm", confirmed(countdown))
                .put("code", event.path("code").asText()));
      }
      case "paired" -> paired(event);
      case "attempt_failed" -> failed(event, countdown);
      default -> terminal().err().println("unknown event; is the daemon newer than this command?");
    }
  }

  private void opened(ObjectNode event, Countdown countdown) {
    if (!json()) {
      terminal()
          .out()
          .println(
              "\""
                  + event.path("name").asText()
                  + "\" waits for a handheld; there run: officeos pair");
      terminal().out().println(RadioLine.whilePairing(event.path("radio")));
      countdown.start(event.path("seconds").asInt());
    }
  }

  private boolean confirmed(Countdown countdown) throws IOException {
    if (!json()) {
      terminal()
          .out()
          .print(
              "Does the handheld show the same code? "
                  + countdown.left().map(s -> "(" + s + " s left) ").orElse("")
                  + "[y/N] ");
      terminal().out().flush();
    }
    String answer = terminal().in().readLine();
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
  }

  private void failed(ObjectNode event, Countdown countdown) {
    if (!json()) {
      terminal()
          .out()
          .println(
              event.path("reason").asText()
                  + ": "
                  + event.path("explanation").asText()
                  + countdown.left().map(s -> "; still open, " + s + " s left").orElse(""));
    }
  }

  private void paired(ObjectNode event) {
    if (json()) {
      return;
    }
    String known = event.path("known").asBoolean() ? ", a device that was paired before" : "";
    terminal()
        .out()
        .println(
            "paired with \""
                + Plain.harmless(event.path("name").asText())
                + "\" ("
                + event.path("short_id").asText()
                + ")"
                + known
                + " until "
                + Plain.minute(Instant.parse(event.path("expires").asText()))
                + " UTC");
  }
}
