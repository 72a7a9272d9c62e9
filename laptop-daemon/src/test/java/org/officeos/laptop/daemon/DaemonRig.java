package org.officeos.laptop.daemon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.officeos.laptop.audit.AuditEntry;
import org.officeos.laptop.audit.AuditException;
import org.officeos.laptop.config.ConfigReader;
import org.officeos.laptop.config.LaptopConfig;
import org.officeos.laptop.control.ControlClient;
import org.officeos.laptop.control.ControlException;
import org.officeos.laptop.control.Json;
import org.officeos.laptop.standin.StandInServices;
import org.officeos.laptop.standin.StandInSettings;
import org.officeos.laptop.store.AuditReader;
import org.officeos.session.EndpointConfig;
import org.officeos.session.EstablishedLink;
import org.officeos.session.PairingOffer;
import org.officeos.session.Session;
import org.officeos.session.SessionEndpoint;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.netty.SessionEndpoints;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.testing.InMemoryRelationshipStore;

/** A real daemon on loopback, real stand-in services behind it, and a real handheld's endpoint. */
final class DaemonRig implements AutoCloseable {

  final Path state;
  final StandInServices services;
  final LaptopDaemon daemon;
  final InMemoryRelationshipStore handheldStore =
      new InMemoryRelationshipStore(
          IdentityKey.generate(new SecureRandom()), InstantSource.system());
  final SessionEndpoint handheld = SessionEndpoints.create(EndpointConfig.handheld(handheldStore));

  /** A daemon whose services take that long for a step and a token. */
  DaemonRig(Path folder, Duration stepTime, String... configLines) throws Exception {
    this(folder, stepTime, DaemonParts.real(), configLines);
  }

  /** The same of other parts. */
  DaemonRig(Path folder, Duration stepTime, DaemonParts parts, String... configLines)
      throws Exception {
    state = folder.resolve("s");
    services = StandInServices.start(new StandInSettings(0, 0, stepTime, stepTime));
    List<String> lines = new ArrayList<>();
    lines.add("listen = \"127.0.0.1:0\"");
    lines.add("state_dir = \"" + state + "\"");
    lines.add("name = \"Test laptop\"");
    lines.add("image.url = \"" + services.imageUrl() + "\"");
    lines.add("text.url = \"" + services.textUrl() + "\"");
    lines.addAll(List.of(configLines));
    LaptopConfig config =
        new ConfigReader(Map.of("HOME", "/nowhere")).parse(String.join("\n", lines));
    daemon = LaptopDaemon.start(config, parts);
  }

  EstablishedLink link() throws IOException {
    String[] parts = daemon.listen().split(":", 2);
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(parts[0], Integer.parseInt(parts[1])));
    return new EstablishedLink(channel, EstablishedLink.Medium.LOOPBACK, "lo");
  }

  ControlClient ask(ObjectNode request) throws ControlException {
    return ControlClient.ask(state, request);
  }

  ObjectNode askOnce(ObjectNode request) throws ControlException {
    try (ControlClient client = ask(request)) {
      return client.next().orElseThrow();
    }
  }

  /** Pairs as two people would who compare the digits; the last event and the relationship. */
  Paired pair() throws Exception {
    try (ControlClient client = ask(Json.object().put("do", "pair"))) {
      expect(client.next(), "open");
      CompletableFuture<String> shown = new CompletableFuture<>();
      CompletableFuture<Relationship> pairing =
          handheld.pair(
              link(),
              code -> {
                shown.complete(code.digits());
                return CompletableFuture.completedFuture(true);
              },
              new PairingOffer("Ada's handheld", PairingOffer.DEFAULT_LIFETIME));
      String code = expect(client.next(), "code").path("code").asText();
      if (!code.equals(shown.get(20, TimeUnit.SECONDS))) {
        throw new AssertionError("the codes differ");
      }
      client.say(Json.object().put("confirm", true).put("code", code));
      ObjectNode paired = expect(client.next(), "paired");
      if (client.next().isPresent()) {
        throw new AssertionError("paired is the last event");
      }
      return new Paired(pairing.get(20, TimeUnit.SECONDS), paired);
    }
  }

  record Paired(Relationship relationship, ObjectNode event) {}

  static ObjectNode expect(Optional<ObjectNode> event, String name) {
    ObjectNode words = event.orElseThrow(() -> new AssertionError("ended before " + name));
    if (!words.path("event").asText().equals(name)) {
      throw new AssertionError("expected " + name + ", heard " + words);
    }
    return words;
  }

  Session open(Relationship relationship) throws Exception {
    return handheld.open(link(), relationship.id()).get(20, TimeUnit.SECONDS);
  }

  List<AuditEntry> trail() throws AuditException {
    List<AuditEntry> entries = new ArrayList<>();
    try (AuditReader reader = AuditReader.open(state)) {
      reader.after(0, entries::add);
    }
    return entries;
  }

  /** Waits until the trail has that many entries. */
  List<AuditEntry> awaitTrail(int count) throws Exception {
    List<AuditEntry> entries = trail();
    for (int i = 0; i < 1000 && entries.size() < count; i++) {
      Thread.sleep(20);
      entries = trail();
    }
    if (entries.size() < count) {
      throw new AssertionError("the trail has " + entries);
    }
    return entries;
  }

  @Override
  public void close() {
    handheld.close();
    daemon.close();
    services.close();
  }
}
