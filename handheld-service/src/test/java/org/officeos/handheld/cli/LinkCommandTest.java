package org.officeos.handheld.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.json.JsonValue;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.testing.SimulatedAir;
import org.officeos.handheld.group.ForgetList;
import org.officeos.handheld.group.LaptopAddresses;
import org.officeos.handheld.group.ResidentFile;
import org.officeos.handheld.group.ResidentNote;
import org.officeos.handheld.radio.KnownLaptop;
import org.officeos.handheld.radio.Phase;
import org.officeos.handheld.testing.AirLaptop;
import org.officeos.handheld.testing.FakeExchange;
import org.officeos.handheld.testing.Peers;
import org.officeos.session.relationship.EndedPeer;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.testing.SettableClock;

@Timeout(60)
class LinkCommandTest {

  @TempDir Path folder;
  private final SimulatedAir air = new SimulatedAir();
  private final AirLaptop laptop = new AirLaptop(air, "02:00:00:00:00:01").up().door(true);
  private TestMachine resident;
  private AirRadios radios;
  private Relationship relationship;
  private CompletableFuture<Integer> running = CompletableFuture.completedFuture(0);

  @BeforeEach
  void make() throws Exception {
    resident = new TestMachine(folder);
    radios = new AirRadios(air, folder);
    resident.radios = radios;
    relationship = resident.pair(Peers.laptop("office", SettableClock.NOON, Duration.ofDays(30)));
    knownAs(laptop.address());
  }

  @AfterEach
  void end() throws Exception {
    if (!running.isDone()) {
      stop();
    }
  }

  private void knownAs(MacAddress address) throws Exception {
    new LaptopAddresses(resident.state.resolve("laptops"))
        .keep(relationship.id(), new KnownLaptop(address));
  }

  private void start(String... more) {
    String[] words = new String[more.length + 1];
    words[0] = "link";
    System.arraycopy(more, 0, words, 1, more.length);
    running = CompletableFuture.supplyAsync(() -> resident.run(words));
  }

  private int stop() throws Exception {
    assertTrue(resident.interruption.cancelAll());
    return running.get(10, TimeUnit.SECONDS);
  }

  private Path file() {
    return resident.state.resolve("run").resolve("link.json");
  }

  private Optional<ResidentNote> note() {
    return new ResidentFile(resident.state.resolve("run")).read();
  }

  private ResidentNote awaitNote(Predicate<ResidentNote> wanted) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (note().filter(wanted).isEmpty()) {
      assertTrue(System.nanoTime() < end, () -> "note: " + note() + " said: " + resident.out());
      Thread.sleep(5);
    }
    return note().orElseThrow();
  }

  private TestMachine other() {
    TestMachine machine = new TestMachine(folder);
    machine.radios = radios;
    machine.endpoint.answering(FakeExchange::ok);
    return machine;
  }

  @Test
  void keepsTheGroupForOthersAndLeavesItWhenToldTo() throws Exception {
    start();
    ResidentNote note = awaitNote(n -> n.group().isPresent());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    assertEquals("192.168.49.1", note.group().orElseThrow().owner().toString());
    TestMachine other = other();
    assertEquals(0, other.run("chat", "hi", "--link", "wifi-direct"), other.err());
    assertEquals(List.of("192.168.49.128 -> /192.168.49.1:47100"), radios.dialled());
    assertEquals(1, radios.opened().size());
    assertEquals(1, radios.radio.groups().size());
    assertEquals(0, stop());
    assertFalse(Files.exists(file()));
    assertEquals(List.of(), radios.radio.groups());
    assertTrue(resident.out().contains("In the laptop's group on p2p-"), resident.out());
  }

  @Test
  void keepsTheChannelOfTheGroupForTheNextWayBack() throws Exception {
    LaptopAddresses known = new LaptopAddresses(resident.state.resolve("laptops"));
    assertEquals(Optional.of(new KnownLaptop(laptop.address())), known.find(relationship.id()));
    start();
    awaitNote(n -> n.group().isPresent());
    assertEquals(0, stop());
    assertEquals(
        Optional.of(new Frequency(2412)), known.find(relationship.id()).orElseThrow().channel());
    resident = other();
    start("--json");
    awaitNote(n -> n.group().isPresent());
    assertEquals(0, stop());
    assertEquals(
        List.of("RADIO_AWAY", "LOOKING_UP", "TUNING_IN", "REJOINING", "LINKED", "STOPPED"),
        resident.events().stream().map(event -> event.text("phase").orElseThrow()).toList());
  }

  @Test
  void tellsScriptsEachChange() throws Exception {
    start("--json");
    awaitNote(n -> n.group().isPresent());
    assertEquals(0, stop());
    JsonValue.Obj linked =
        resident.events().stream()
            .filter(event -> event.text("phase").orElse("").equals("LINKED"))
            .findFirst()
            .orElseThrow();
    assertEquals("192.168.49.128", linked.text("own").orElseThrow());
    assertEquals("02:00:00:00:00:01", linked.text("laptop").orElseThrow());
    assertEquals("STOPPED", resident.lastEvent().text("phase").orElseThrow());
  }

  @Test
  void takesTheGroupOutOfItsNoteWhileItIsLost() throws Exception {
    start();
    ResidentNote before = awaitNote(n -> n.group().isPresent());
    radios.opened().get(0).lose(P2pReason.SUPPLICANT_LOST);
    awaitNote(n -> n.group().isEmpty());
    radios.patience(Duration.ofMillis(300));
    TestMachine waiting = other();
    assertEquals(2, waiting.run("chat", "hi", "--link", "wifi-direct", "--json"));
    assertEquals("LAPTOP_NOT_HEARD", waiting.lastEvent().text("reason").orElseThrow());
    radios.opened().get(0).comeBack();
    assertEquals(before.pid(), awaitNote(n -> n.group().isPresent()).pid());
  }

  private void erase(EndedPeer.Why why) throws Exception {
    try (RelationshipStore store = resident.openStore()) {
      store.erase(relationship.id(), why, SettableClock.NOON);
    }
  }

  @Test
  void endsForgetsTheGroupAndSaysWhyWhenTheLaptopWithdrewItsPermission() throws Exception {
    start("--json");
    awaitNote(n -> n.group().isPresent());
    assertEquals(1, radios.radio.remembered().inFile().size());
    erase(EndedPeer.Why.REVOKED_BY_PEER);
    assertEquals(4, running.get(30, TimeUnit.SECONDS));
    assertEquals("REVOKED_BY_LAPTOP", resident.lastEvent().text("reason").orElseThrow());
    assertEquals(List.of(), radios.radio.groups());
    assertEquals(List.of(), radios.radio.remembered().inFile());
    assertFalse(Files.exists(file()));
    try (java.util.stream.Stream<Path> left = Files.list(resident.state.resolve("laptops"))) {
      assertEquals(0, left.count(), "the unit's condition fails: it is not started again");
    }
    TestMachine status = other();
    assertEquals(4, status.run("status", "--link", "wifi-direct", "--json"));
    assertEquals("REVOKED_BY_LAPTOP", status.lastEvent().text("reason").orElseThrow());
  }

  @Test
  void whatIsLeftToForgetIsForgottenWhenTheSupplicantIsThere() throws Exception {
    radios.away(P2pReason.SUPPLICANT_ABSENT);
    new ForgetList(resident.state.resolve("forget"))
        .add(new ForgetList.Entry("00", MacAddress.parse("02:00:00:00:00:77"), List.of()));
    start();
    awaitNote(n -> n.phase().equals(Optional.of(Phase.RADIO_AWAY)));
    radios.opened().get(0).comeBack();
    awaitNote(n -> n.group().isPresent());
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!new ForgetList(resident.state.resolve("forget")).all().isEmpty()) {
      assertTrue(System.nanoTime() < end);
      Thread.sleep(20);
    }
    assertEquals(0, stop());
  }

  @Test
  void tellsItsStandingToStatusAndToThoseWhoWait() throws Exception {
    start();
    ResidentNote note = awaitNote(n -> n.phase().equals(Optional.of(Phase.LINKED)));
    TestMachine status = other();
    assertEquals(0, status.run("status", "--local", "--link", "wifi-direct"));
    assertTrue(
        status.out().contains("officeos link (process " + note.pid() + "): In the laptop's group"),
        status.out());
    new ResidentFile(resident.state.resolve("run"))
        .write(
            new ResidentNote(
                note.pid(),
                note.started(),
                note.radio(),
                note.laptop(),
                Optional.empty(),
                Optional.of(Phase.SHUT_OUT),
                Optional.of(P2pReason.PERSISTENT_GROUP_FORGOTTEN)));
    assertEquals(0, status.run("status", "--local", "--link", "wifi-direct"));
    assertTrue(
        status.out().contains("The laptop is near and does not let this device in"), status.out());
    TestMachine waiting = other();
    assertEquals(2, waiting.run("chat", "hi", "--link", "wifi-direct", "--json"));
    assertEquals("NO_GROUP", waiting.lastEvent().text("reason").orElseThrow());
    assertEquals(0, stop());
  }

  @Test
  void isTheOnlyOneOnItsRadio() throws Exception {
    start();
    awaitNote(n -> n.group().isPresent());
    TestMachine second = other();
    assertEquals(5, second.run("link", "--json"));
    assertEquals("RADIO_TAKEN", second.lastEvent().text("reason").orElseThrow());
    TestMachine pairing = other();
    assertEquals(5, pairing.run("pair", "--link", "wifi-direct", "--json"));
    assertEquals("RADIO_TAKEN", pairing.lastEvent().text("reason").orElseThrow());
    knownAs(MacAddress.parse("02:00:00:00:00:77"));
    TestMachine elsewhere = other();
    assertEquals(5, elsewhere.run("chat", "hi", "--link", "wifi-direct", "--json"));
    assertEquals("RADIO_TAKEN", elsewhere.lastEvent().text("reason").orElseThrow());
  }

  @Test
  void isPassedOverByOthersOnceItIsDead() throws Exception {
    Files.createDirectories(file().getParent());
    for (String note :
        List.of(
            "",
            "{}",
            "x".repeat(5000),
            "{\"version\":1,\"pid\":0,\"radio\":\"wlan0\",\"laptop\":\"02:00:00:00:00:01\"}",
            "{\"version\":1,\"pid\":1,\"radio\":\"../x\",\"laptop\":\"02:00:00:00:00:01\"}",
            "{\"version\":1,\"pid\":1,\"started\":1,\"radio\":\"wlan0\","
                + "\"laptop\":\"02:00:00:00:00:01\"}",
            "{\"version\":1,\"pid\":1,\"radio\":\"wlan0\",\"laptop\":\"02:00:00:00:00:01\","
                + "\"interface\":\"p2p0\",\"own\":\"192.168.49.256\",\"owner\":\"1.1.1.1\"}")) {
      Files.writeString(file(), note);
      Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
      assertEquals(Optional.empty(), note(), note);
    }
    TestMachine alone = other();
    assertEquals(0, alone.run("chat", "hi", "--link", "wifi-direct"), alone.err());
    assertEquals(1, radios.opened().size());
  }

  @Test
  void namesWhatIsMissing() {
    TestMachine unpaired = new TestMachine(folder.resolve("other"));
    unpaired.radios = radios;
    assertEquals(4, unpaired.run("link", "--json"));
    assertEquals("NEVER_PAIRED", unpaired.lastEvent().text("reason").orElseThrow());
    unpaired.pair(Peers.laptop("cable", SettableClock.NOON, Duration.ofDays(30)));
    assertEquals(4, unpaired.run("link", "--json"));
    assertEquals("LAPTOP_RADIO_UNKNOWN", unpaired.lastEvent().text("reason").orElseThrow());
    assertEquals(64, unpaired.run("link", "--interface", "a/b"));
  }
}
