package org.officeos.handheld.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.officeos.hal.guard.testing.FakeGuardKernel;
import org.officeos.hal.json.JsonException;
import org.officeos.hal.json.JsonReader;
import org.officeos.hal.json.JsonValue;
import org.officeos.handheld.screen.TerminalSize;
import org.officeos.handheld.testing.FakeEndpoint;
import org.officeos.handheld.testing.FakeLinks;
import org.officeos.handheld.testing.Peers;
import org.officeos.session.relationship.FileRelationshipStore;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.StoreException;
import org.officeos.session.testing.InMemoryRelationshipStore;
import org.officeos.session.testing.SettableClock;

/** A machine on which command lines run: real state folder and store, fake laptop and terminal. */
final class TestMachine {

  final SettableClock clock = SettableClock.atNoon();
  final FakeEndpoint endpoint = new FakeEndpoint(new InMemoryRelationshipStore());
  final FakeLinks links = new FakeLinks();
  final Interruption interruption = new Interruption();
  final Path state;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  InputStream in = InputStream.nullInputStream();
  Map<String, String> environment = Map.of();
  Machine.Disk disk = TestMachine::write;
  Machine.Radios radios = TestRadios.NONE;
  Machine.Guards guards = filter -> new FakeGuardKernel();
  boolean terminal;
  TerminalSize size = new TerminalSize(60, 20);

  TestMachine(Path folder) {
    this.state = folder.resolve("s");
  }

  /** A machine paired with a laptop called {@code office}, for another 30 days. */
  static TestMachine paired(Path folder) {
    TestMachine machine = new TestMachine(folder);
    machine.pair(Peers.laptop("office", SettableClock.NOON, Duration.ofDays(30)));
    return machine;
  }

  Relationship pair(Relationship relationship) {
    try (RelationshipStore store = openStore()) {
      store.add(relationship);
      return relationship;
    } catch (StoreException e) {
      throw new AssertionError(e);
    }
  }

  RelationshipStore openStore() throws StoreException {
    return FileRelationshipStore.open(state.resolve("store"), clock, new SecureRandom());
  }

  TestMachine typing(String text) {
    in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Runs a command line against this machine's state folder. */
  int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--state");
    all.add(state.toString());
    return runBare(all.toArray(String[]::new));
  }

  /** Runs a command line as it is. */
  int runBare(String... arguments) {
    return OfficeCommand.run(machine(), interruption, arguments);
  }

  Machine machine() {
    return new Machine(
        in,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        new Terminals(),
        environment,
        state,
        clock,
        System::nanoTime,
        SecureRandom::new,
        FileRelationshipStore::open,
        endpoint::over,
        spec -> links,
        (file, bytes) -> disk.writeNew(file, bytes),
        radios,
        guards);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** Every line of standard output, each of which must be one JSON object. */
  List<JsonValue.Obj> events() {
    List<JsonValue.Obj> events = new ArrayList<>();
    for (String line : out().lines().toList()) {
      try {
        events.add((JsonValue.Obj) JsonReader.read(line));
      } catch (JsonException e) {
        throw new AssertionError("no JSON: " + line, e);
      }
    }
    return events;
  }

  /** The names of the events, in order. */
  List<String> eventNames() {
    return events().stream().map(event -> event.text("event").orElse("?")).toList();
  }

  /** The last event. */
  JsonValue.Obj lastEvent() {
    List<JsonValue.Obj> events = events();
    return events.get(events.size() - 1);
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
  }

  private final class Terminals implements Machine.Terminals {
    @Override
    public boolean in() {
      return terminal;
    }

    @Override
    public boolean out() {
      return terminal;
    }

    @Override
    public boolean err() {
      return terminal;
    }

    @Override
    public TerminalSize size() {
      return size;
    }
  }
}
