package org.officeos.laptop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.laptop.testing.Asks;
import org.officeos.session.EndpointConfig;
import org.officeos.session.EstablishedLink;
import org.officeos.session.PairingOffer;
import org.officeos.session.ResponseListener;
import org.officeos.session.Session;
import org.officeos.session.SessionEndpoint;
import org.officeos.session.bytecode.ResultCode;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.netty.SessionEndpoints;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.testing.InMemoryRelationshipStore;

/** The command as processes of their own, signals and kills included. */
class ProcessTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path home;

  private final List<Process> started = new ArrayList<>();
  private final InMemoryRelationshipStore handheldStore =
      new InMemoryRelationshipStore(
          IdentityKey.generate(new SecureRandom()), InstantSource.system());

  @BeforeEach
  void configure() throws IOException {
    Files.writeString(
        home.resolve("c.toml"),
        "listen = \"127.0.0.1:0\"\nstate_dir = \"" + home.resolve("s") + "\"\n");
  }

  @AfterEach
  void endAll() {
    started.forEach(process -> process.toHandle().destroyForcibly());
  }

  @Test
  void endsWithSuccessWhenItIsAskedTo() throws Exception {
    Process daemon = serve();
    ready(daemon);
    daemon.toHandle().destroy();
    assertTrue(daemon.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, daemon.exitValue());
    assertTrue(Files.notExists(home.resolve("s").resolve("control.sock")));
  }

  @Test
  void pairsByScriptThenSurvivesAKill() throws Exception {
    Process daemon = serve();
    String address = ready(daemon);
    Relationship relationship = pairByScript(address);
    ask(address, relationship);
    daemon.toHandle().destroyForcibly();
    assertTrue(daemon.waitFor(60, TimeUnit.SECONDS));
    assertTrue(Files.exists(home.resolve("s").resolve("control.sock")), "left behind");
    Process again = serve();
    ask(ready(again), relationship);
    Process audit = start("audit", "--verify", "--json");
    JsonNode report = JSON.readTree(audit.inputReader().readLine());
    assertTrue(report.path("whole").asBoolean(), report.toString());
    assertEquals(4, report.path("entries").asInt());
  }

  private Relationship pairByScript(String address) throws Exception {
    Process pair = start("pair", "--json");
    BufferedReader events = pair.inputReader(StandardCharsets.UTF_8);
    assertEquals("open", JSON.readTree(events.readLine()).path("event").asText());
    CompletableFuture<String> shown = new CompletableFuture<>();
    try (SessionEndpoint handheld =
        SessionEndpoints.create(EndpointConfig.handheld(handheldStore))) {
      CompletableFuture<Relationship> pairing =
          handheld.pair(
              link(address),
              code -> {
                shown.complete(code.digits());
                return CompletableFuture.completedFuture(true);
              },
              new PairingOffer("Ada's handheld", PairingOffer.DEFAULT_LIFETIME));
      JsonNode code = JSON.readTree(events.readLine());
      assertEquals(shown.get(60, TimeUnit.SECONDS), code.path("code").asText());
      try (BufferedWriter answer = pair.outputWriter(StandardCharsets.UTF_8)) {
        answer.write("yes\n");
      }
      assertEquals("paired", JSON.readTree(events.readLine()).path("event").asText());
      assertTrue(pair.waitFor(60, TimeUnit.SECONDS));
      assertEquals(0, pair.exitValue());
      return pairing.get(60, TimeUnit.SECONDS);
    }
  }

  private void ask(String address, Relationship relationship) throws Exception {
    try (SessionEndpoint handheld =
        SessionEndpoints.create(EndpointConfig.handheld(handheldStore))) {
      Session session = handheld.open(link(address), relationship.id()).get(60, TimeUnit.SECONDS);
      assertEquals(
          ResultCode.OK,
          session
              .send(Asks.chat(), ResponseListener.COLLECT)
              .response()
              .get(60, TimeUnit.SECONDS)
              .response()
              .result());
      session.close();
    }
  }

  private static EstablishedLink link(String address) throws IOException {
    String[] parts = address.split(":", 2);
    return new EstablishedLink(
        SocketChannel.open(new InetSocketAddress(parts[0], Integer.parseInt(parts[1]))),
        EstablishedLink.Medium.LOOPBACK,
        "lo");
  }

  private Process serve() throws IOException {
    return start("serve", "--json");
  }

  private static String ready(Process daemon) throws IOException {
    BufferedReader lines = daemon.inputReader(StandardCharsets.UTF_8);
    String line = lines.readLine();
    while (line != null && !line.startsWith("{\"event\":\"ready\"")) {
      line = lines.readLine();
    }
    assertTrue(line != null, "it ended before it was ready");
    Thread drain =
        new Thread(
            () -> {
              try {
                while (lines.readLine() != null) {
                  Thread.onSpinWait();
                }
              } catch (IOException e) {
                Thread.currentThread().interrupt();
              }
            },
            "drain");
    drain.setDaemon(true);
    drain.start();
    return JSON.readTree(line).path("listen").asText();
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    command.addAll(List.of("--config", home.resolve("c.toml").toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    started.add(process);
    return process;
  }
}
