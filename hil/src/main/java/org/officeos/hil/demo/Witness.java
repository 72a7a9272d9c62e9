package org.officeos.hil.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Stands between the laptop daemon and a service, passes every call on unchanged and tells what it
 * saw, one JSON object a line. It is how the demonstration knows what the service was really asked.
 */
final class Witness {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI service;
  private final PrintStream out;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Witness(URI service, PrintStream out) {
    this.service = service;
    this.out = out;
  }

  /** Starts one; the address to give to the daemon. */
  static URI before(URI service, PrintStream out) throws IOException {
    Witness witness = new Witness(service, out);
    InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    server.setExecutor(
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "witness");
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/", witness::pass);
    server.start();
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void pass(HttpExchange exchange) throws IOException {
    long began = System.nanoTime();
    try (exchange) {
      byte[] asked = exchange.getRequestBody().readAllBytes();
      HttpRequest request =
          HttpRequest.newBuilder(service.resolve(exchange.getRequestURI().toString()))
              .header("Content-Type", "application/json")
              .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(asked))
              .build();
      say(tell("http_request", exchange).put("bytes", asked.length).set("body", body(asked)));
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      say(
          tell("http_response", exchange)
              .put("status", answer.statusCode())
              .put("bytes", answer.body().length)
              .put("stand_in", answer.headers().firstValue("X-OfficeOS-Stand-In").isPresent())
              .put("micros", TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began)));
      answer
          .headers()
          .firstValue("Content-Type")
          .ifPresent(type -> exchange.getResponseHeaders().add("Content-Type", type));
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ObjectNode tell(String event, HttpExchange exchange) {
    return JSON.createObjectNode()
        .put("event", event)
        .put("method", exchange.getRequestMethod())
        .put("path", exchange.getRequestURI().getPath());
  }

  private static JsonNode body(byte[] bytes) throws IOException {
    return bytes.length == 0 ? JSON.nullNode() : JSON.readTree(bytes);
  }

  private synchronized void say(JsonNode event) {
    out.println(event);
    out.flush();
  }
}
