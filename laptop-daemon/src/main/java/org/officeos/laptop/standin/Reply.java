package org.officeos.laptop.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes answers, every one marked as a stand-in's. */
final class Reply {

  static final ObjectMapper JSON = new ObjectMapper();

  /** The header, and its value, that mark an answer as a stand-in's. */
  static final String MARK = "X-OfficeOS-Stand-In";

  private Reply() {}

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static void json(HttpExchange exchange, int status, JsonNode body) throws IOException {
    send(exchange, status, "application/json", bytes(body));
  }

  static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
    head(exchange, status, type, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  /** Announces all of a body, sends the first half, and hangs up. */
  static void cut(HttpExchange exchange, String type, byte[] body) throws IOException {
    head(exchange, 200, type, body.length);
    exchange.getResponseBody().write(body, 0, body.length / 2);
    exchange.getResponseBody().flush();
    throw new IOException("cut as asked");
  }

  /** Starts an answer of unknown length. */
  static OutputStream stream(HttpExchange exchange, String type) throws IOException {
    head(exchange, 200, type, 0);
    return exchange.getResponseBody();
  }

  static byte[] bytes(JsonNode body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void head(HttpExchange exchange, int status, String type, long length)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set(MARK, "1");
    exchange.sendResponseHeaders(status, length);
  }
}
