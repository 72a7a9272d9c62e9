package org.officeos.laptop.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;

/** Gives the answers that go wrong in the same way for every service. */
final class Faulty {

  private static final String PAGE =
      "<!doctype html><title>Sign in</title><h1>Sign in to the stand-in portal</h1>";

  private Faulty() {}

  /** Answers wrongly where the fault says so, given the right answer; whether it did. */
  static boolean answered(
      HttpExchange exchange, Optional<StandInFault> fault, JsonNode right, JsonNode error)
      throws IOException {
    if (fault.isEmpty()) {
      return false;
    }
    byte[] body = Reply.bytes(right);
    switch (fault.get().kind()) {
      case CUT -> Reply.cut(exchange, "application/json", body);
      case HTML_PAGE -> Reply.send(exchange, 200, "text/html; charset=utf-8", Reply.utf8(PAGE));
      case RATE_LIMITED -> {
        exchange.getResponseHeaders().set("Retry-After", fault.get().retryAfter());
        Reply.json(exchange, 429, error);
      }
      case SERVER_ERROR -> Reply.json(exchange, 500, error);
      case WRONG_JSON -> Reply.json(exchange, 200, Reply.object().put("hello", "stand-in"));
      case LYING_TYPE -> Reply.send(exchange, 200, "image/png", body);
      case DELAY, STALL, HUGE_PNG, GARBAGE_BASE64 -> {
        return false;
      }
    }
    return true;
  }
}
