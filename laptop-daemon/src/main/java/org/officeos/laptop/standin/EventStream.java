package org.officeos.laptop.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Streams a text as server-sent events, a token at a time, with a comment in between. */
final class EventStream {

  private final HttpExchange exchange;
  private final Duration tokenTime;

  EventStream(HttpExchange exchange, Duration tokenTime) {
    this.exchange = exchange;
    this.tokenTime = tokenTime;
  }

  /** Sends all of it, or, where {@code cut}, half of the tokens and then hangs up. */
  void send(TextForm form, boolean usage, boolean cut) throws IOException, InterruptedException {
    OutputStream out = Reply.stream(exchange, "text/event-stream");
    out.write(Reply.utf8(": stand-in\n\n"));
    List<String> tokens = form.tokens();
    int count = cut ? tokens.size() / 2 : tokens.size();
    for (String token : tokens.subList(0, count)) {
      TimeUnit.NANOSECONDS.sleep(tokenTime.toNanos());
      event(out, form.chunk(token));
    }
    if (cut) {
      throw new IOException("cut as asked");
    }
    event(out, form.last());
    if (usage) {
      event(out, form.usage());
    }
    out.write(Reply.utf8("data: [DONE]\n\n"));
    out.close();
  }

  private static void event(OutputStream out, JsonNode body) throws IOException {
    out.write(Reply.utf8("data: " + body + "\n\n"));
    out.flush();
  }
}
