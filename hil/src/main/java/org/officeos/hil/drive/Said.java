package org.officeos.hil.drive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.officeos.hil.rig.Finished;

/**
 * What a command said with {@code --json}, and how it ended.
 *
 * @param finished the process's end
 * @param events one for each line of standard output
 */
public record Said(Finished finished, List<JsonNode> events) {

  static Said of(Finished finished) {
    return new Said(finished, finished.out().stream().map(Events::parse).toList());
  }

  /** The exit code. */
  public int exit() {
    return finished.exit();
  }

  /** Events of that name. */
  public List<JsonNode> all(String name) {
    return events.stream().filter(Events.named(name)).toList();
  }

  /** The last event of that name, where there is one. */
  public Optional<JsonNode> last(String name) {
    List<JsonNode> all = all(name);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** The {@code done} event; a failure with everything the command said where it did not come. */
  public JsonNode done() {
    return last("done").orElseThrow(() -> new AssertionError(describe()));
  }

  /** The reason of the {@code error} event, or empty text. */
  public String reason() {
    return last("error").map(error -> error.path("reason").asText()).orElse("");
  }

  /** The streamed text. */
  public String text() {
    return all("token").stream()
        .map(token -> token.path("text").asText())
        .collect(Collectors.joining());
  }

  /** For failure messages. */
  public String describe() {
    return finished.describe();
  }
}
