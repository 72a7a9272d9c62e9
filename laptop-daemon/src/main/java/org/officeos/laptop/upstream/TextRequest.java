package org.officeos.laptop.upstream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.officeos.session.bytecode.Turn;

/** Writes a text job down as the OpenAI interface has it. Pure. */
final class TextRequest {

  private TextRequest() {}

  /** The path under the service's address. */
  static String path(TextJob job) {
    return switch (job.kind()) {
      case COMPLETION -> "v1/completions";
      case CHAT -> "v1/chat/completions";
    };
  }

  /** The whole of what is sent. */
  static ObjectNode body(TextJob job, Optional<String> model, Dialect dialect) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    model.ifPresent(name -> body.put("model", name));
    switch (job.kind()) {
      case COMPLETION -> body.put("prompt", prompt(job));
      case CHAT -> messages(job, body.putArray("messages"));
    }
    job.maxTokens().ifPresent(most -> body.put(limitName(job, dialect), most));
    job.temperatureMilli().ifPresent(milli -> body.put("temperature", milli / 1000.0));
    body.put("stream", true);
    if (dialect.usage()) {
      body.putObject("stream_options").put("include_usage", true);
    }
    return body;
  }

  private static String prompt(TextJob job) {
    return job.system().map(system -> system + "\n\n" + job.prompt()).orElse(job.prompt());
  }

  private static void messages(TextJob job, ArrayNode messages) {
    job.system().ifPresent(text -> messages.addObject().put("role", "system").put("content", text));
    for (Turn turn : job.turns()) {
      String role =
          switch (turn.speaker()) {
            case USER -> "user";
            case ASSISTANT -> "assistant";
          };
      messages.addObject().put("role", role).put("content", turn.text());
    }
  }

  private static String limitName(TextJob job, Dialect dialect) {
    return switch (job.kind()) {
      case COMPLETION -> "max_tokens";
      case CHAT -> dialect.oldMaxTokens() ? "max_tokens" : "max_completion_tokens";
    };
  }
}
