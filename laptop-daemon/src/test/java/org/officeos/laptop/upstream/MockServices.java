package org.officeos.laptop.upstream;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.ByteString;

/** A scripted HTTP server on loopback, and a client whose waits cost nothing. */
final class MockServices implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  final MockWebServer server = new MockWebServer();
  final RecordingPause pause = new RecordingPause();
  final UpstreamClient client =
      new UpstreamClient(new Timing(InstantSource.fixed(NOW), System::nanoTime, pause, () -> 0.0));

  MockServices() throws IOException {
    server.start(InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1}), 0);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  static MockResponse json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  static MockResponse events(String... data) {
    StringBuilder body = new StringBuilder();
    for (String one : data) {
      body.append("data: ").append(one).append("\n\n");
    }
    return new MockResponse.Builder()
        .setHeader("Content-Type", "text/event-stream; charset=utf-8")
        .chunkedBody(body.toString(), 7)
        .build();
  }

  RecordedRequest taken() throws InterruptedException {
    RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
    if (request == null) {
      throw new AssertionError("no request came");
    }
    return request;
  }

  String takenBody() throws InterruptedException {
    return body(taken());
  }

  static String body(RecordedRequest request) {
    ByteString body = request.getBody();
    return body == null ? "" : body.utf8();
  }

  static Duration seconds(int count) {
    return Duration.ofSeconds(count);
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
