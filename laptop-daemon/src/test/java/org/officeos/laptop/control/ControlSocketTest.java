package org.officeos.laptop.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.officeos.laptop.control.ControlException.Reason;

class ControlSocketTest {

  private static final ControlActions MIRROR =
      (request, line) -> {
        if (request.has("refuse")) {
          throw new ControlException(Reason.REFUSED, "as asked");
        }
        if (request.has("fail")) {
          throw new IllegalStateException("a secret word");
        }
        line.write(Json.event("heard").set("request", request));
        if (request.has("more")) {
          line.write(Json.event("more").set("request", line.read().orElseThrow()));
        }
      };

  @TempDir Path folder;

  @Test
  void answersWithEventsAndALastWord() throws Exception {
    try (ControlServer server = ControlServer.open(folder, MIRROR);
        ControlClient client = ControlClient.ask(folder, Json.object().put("more", true))) {
      assertEquals("heard", client.next().orElseThrow().path("event").asText());
      client.say(Json.object().put("confirm", true));
      assertEquals(
          "{\"event\":\"more\",\"request\":{\"confirm\":true}}",
          client.next().orElseThrow().toString());
      assertEquals(Optional.empty(), client.next());
      assertEquals(
          PosixFilePermissions.fromString("rw-------"),
          Files.getPosixFilePermissions(folder.resolve(ControlServer.FILE)));
      assertTrue(server != null);
    }
    assertFalse(Files.exists(folder.resolve(ControlServer.FILE)), "removed at its end");
  }

  @Test
  void handsARefusalThrough() throws Exception {
    try (ControlServer server = ControlServer.open(folder, MIRROR);
        ControlClient client = ControlClient.ask(folder, Json.object().put("refuse", 1))) {
      ControlException refused = assertThrows(ControlException.class, client::next);
      assertEquals(Reason.REFUSED, refused.reason());
      assertEquals("as asked", refused.getMessage());
      assertTrue(server != null);
    }
  }

  @Test
  void hidesTheWordsOfAFaultOfItsOwnAndServesOn() throws Exception {
    try (ControlServer server = ControlServer.open(folder, MIRROR)) {
      assertEquals(
          "{\"event\":\"error\",\"reason\":\"INTERNAL\",\"message\":\"a fault of the daemon; its"
              + " log has more\"}",
          raw("{\"fail\":1}\n"));
      assertTrue(raw("{}\n").startsWith("{\"event\":\"heard\""));
      assertTrue(server != null);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello\n",
        "[]\n",
        "{\n",
        "{} {}\n",
        "{\"a\":1,\"a\":2}\n",
        "\"x\"\n",
        "\n",
        "null\n",
        "{\"a\":\u0001}\n",
        "{\"a\":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}\n"
      })
  void namesWhatIsNoRequest(String garbage) throws Exception {
    try (ControlServer server = ControlServer.open(folder, MIRROR)) {
      String answer = raw(garbage);
      assertTrue(answer.contains("\"reason\":\"MALFORMED\""), answer);
      assertTrue(raw("{}\n").startsWith("{\"event\":\"heard\""), "it serves on");
      assertTrue(server != null);
    }
  }

  @Test
  void boundsALineBeforeItIsKept() throws Exception {
    try (ControlServer server = ControlServer.open(folder, MIRROR)) {
      String answer = raw("{\"a\":\"" + "x".repeat(LineChannel.MAX_LINE) + "\"}\n");
      assertTrue(answer.contains("LINE_TOO_LONG"), answer);
      assertTrue(server != null);
    }
  }

  @Test
  void survivesRandomBytes() throws Exception {
    Random random = new Random(5);
    try (ControlServer server = ControlServer.open(folder, MIRROR)) {
      for (int i = 0; i < 200; i++) {
        byte[] bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        try (SocketChannel channel = connect()) {
          channel.write(ByteBuffer.wrap(bytes));
          channel.shutdownOutput();
        } catch (java.io.IOException e) {
          assertTrue(e.getMessage() != null, "it may hang up early");
        }
      }
      assertEquals("heard", onceItIsFree());
      assertTrue(server != null);
    }
  }

  /** What it answers when it has dealt with those who hung up: until then it may be busy. */
  private String onceItIsFree() throws Exception {
    for (int i = 0; i < 500; i++) {
      try (ControlClient client = ControlClient.ask(folder, Json.object())) {
        return client.next().orElseThrow().path("event").asText();
      } catch (ControlException e) {
        assertEquals(Reason.BUSY, e.reason(), e::toString);
        Thread.sleep(10);
      }
    }
    return "busy for 5 s";
  }

  @Test
  void servesABoundedNumberAtOnce() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    try (ControlServer server =
        ControlServer.open(
            folder,
            (request, line) -> {
              line.write(Json.event("waiting"));
              go.await();
            })) {
      List<ControlClient> clients = new ArrayList<>();
      for (int i = 0; i < ControlServer.MAX_CONNECTIONS; i++) {
        ControlClient client = ControlClient.ask(folder, Json.object());
        assertEquals("waiting", client.next().orElseThrow().path("event").asText());
        clients.add(client);
      }
      try (ControlClient oneTooMany = ControlClient.ask(folder, Json.object())) {
        assertEquals(Reason.BUSY, assertThrows(ControlException.class, oneTooMany::next).reason());
      }
      go.countDown();
      for (ControlClient client : clients) {
        assertEquals(Optional.empty(), client.next());
        client.close();
      }
      assertTrue(server != null);
    }
  }

  @Test
  void removesASocketThatNobodyServesAndNoOther() throws Exception {
    Path file = folder.resolve(ControlServer.FILE);
    try (ServerSocketChannel left = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      left.bind(UnixDomainSocketAddress.of(file));
      assertEquals(
          Reason.BUSY,
          assertThrows(ControlException.class, () -> ControlServer.open(folder, MIRROR).close())
              .reason());
      assertTrue(Files.exists(file));
    }
    assertTrue(Files.exists(file), "as a killed daemon leaves it");
    ControlServer.open(folder, MIRROR).close();
  }

  @Test
  void saysThatNoDaemonAnswers() {
    ControlException nobody =
        assertThrows(ControlException.class, () -> ControlClient.ask(folder, Json.object()));
    assertEquals(Reason.UNREACHABLE, nobody.reason());
    assertTrue(String.valueOf(nobody.getMessage()).contains("officeos-laptop serve"));
  }

  @Test
  void refusesAPathThatNoSocketCanHave() {
    Path deep = folder.resolve("x".repeat(120));
    assertEquals(
        Reason.PATH_TOO_LONG,
        assertThrows(ControlException.class, () -> ControlClient.ask(deep, Json.object()))
            .reason());
    assertEquals(
        Reason.PATH_TOO_LONG,
        assertThrows(ControlException.class, () -> ControlServer.open(deep, MIRROR).close())
            .reason());
  }

  @Test
  void tellsACommandThatTheDaemonEnded() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    ControlServer server =
        ControlServer.open(
            folder,
            (request, line) -> {
              asked.countDown();
              line.read();
            });
    try (ControlClient client = ControlClient.ask(folder, Json.object())) {
      asked.await();
      server.close();
      Reason reason = assertThrows(ControlException.class, client::next).reason();
      assertTrue(List.of(Reason.CLOSED, Reason.IO).contains(reason), reason.name());
    }
  }

  private SocketChannel connect() throws java.io.IOException {
    return SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve(ControlServer.FILE)));
  }

  /** The first line of the answer. */
  private String raw(String request) throws Exception {
    try (SocketChannel channel = connect()) {
      try {
        ByteBuffer bytes = ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      } catch (java.io.IOException e) {
        assertTrue(request.length() > LineChannel.MAX_LINE, "only a flood is cut off");
      }
      Optional<ObjectNode> line = new LineChannel(channel).read();
      return line.orElseThrow().toString();
    }
  }
}
