package org.officeos.laptop.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A text in the forms of the OpenAI interface: whole, as chunks, with its usage. Pure. */
final class TextForm {

  private final boolean chat;
  private final List<String> tokens;
  private final String finish;
  private final int tokensIn;

  /**
   * A text cut to its limit.
   *
   * @param question all that was said, to count
   */
  TextForm(boolean chat, String text, String question, int mostTokens) {
    List<String> all = Writer.tokens(text);
    boolean cut = all.size() > mostTokens;
    this.chat = chat;
    this.tokens = cut ? all.subList(0, mostTokens) : all;
    this.finish = cut ? "length" : "stop";
    this.tokensIn = Math.max(1, Writer.tokens(question).size());
  }

  List<String> tokens() {
    return tokens;
  }

  ObjectNode whole() {
    ObjectNode body = head(chat ? "chat.completion" : "text_completion");
    ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
    String text = String.join("", tokens);
    if (chat) {
      choice.putObject("message").put("role", "assistant").put("content", text);
    } else {
      choice.put("text", text);
    }
    choice.put("finish_reason", finish);
    body.set("usage", usageNode());
    return body;
  }

  ObjectNode chunk(String token) {
    ObjectNode body = chunkHead();
    ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
    if (chat) {
      choice.putObject("delta").put("content", token);
    } else {
      choice.put("text", token);
    }
    choice.putNull("finish_reason");
    return body;
  }

  ObjectNode last() {
    ObjectNode body = chunkHead();
    ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
    if (chat) {
      choice.putObject("delta");
    } else {
      choice.put("text", "");
    }
    choice.put("finish_reason", finish);
    return body;
  }

  ObjectNode usage() {
    ObjectNode body = chunkHead();
    body.putArray("choices");
    body.set("usage", usageNode());
    return body;
  }

  private ObjectNode chunkHead() {
    return head(chat ? "chat.completion.chunk" : "text_completion");
  }

  private static ObjectNode head(String object) {
    return Reply.object()
        .put("id", "stand-in-1")
        .put("object", object)
        .put("created", 0)
        .put("model", Writer.NAME);
  }

  private ObjectNode usageNode() {
    return Reply.object()
        .put("prompt_tokens", tokensIn)
        .put("completion_tokens", tokens.size())
        .put("total_tokens", tokensIn + tokens.size());
  }
}
