package org.officeos.handheld.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.json.JsonException;
import org.officeos.hal.json.JsonReader;
import org.officeos.hal.json.JsonValue;
import org.officeos.hal.p2p.EapolAddressPlan;
import org.officeos.hal.p2p.GroupNetworkException;
import org.officeos.hal.p2p.Ipv4;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.testing.SimulatedAir;
import org.officeos.handheld.group.ForgetList;
import org.officeos.handheld.link.LinkException;
import org.officeos.handheld.testing.AirLaptop;
import org.officeos.handheld.testing.FakeExchange;
import org.officeos.handheld.testing.Peers;
import org.officeos.session.SessionException;
import org.officeos.session.relationship.EndedPeer;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.StoreException;
import org.officeos.session.testing.SettableClock;

@Timeout(60)
class OverTheAirTest {

  @TempDir Path folder;
  private final SimulatedAir air = new SimulatedAir();
  private final AirLaptop laptop = new AirLaptop(air, "02:00:00:00:00:01").up();
  private TestMachine machine;
  private AirRadios radios;

  @BeforeEach
  void make() {
    machine = new TestMachine(folder);
    radios = new AirRadios(air, folder);
    machine.radios = radios;
    machine.endpoint.offering(Peers.laptop("office", SettableClock.NOON, Duration.ofDays(30)));
    machine.endpoint.answering(FakeExchange::ok);
  }

  private int run(String... words) {
    String[] all = new String[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--link";
    all[words.length + 1] = "wifi-direct";
    return machine.run(all);
  }

  private void pair() {
    laptop.door(true);
    assertEquals(0, machine.typing("y\n").run("pair", "--link", "wifi-direct"), machine.err());
    laptop.door(false);
  }

  /** The last line of standard output, after whatever was said to a person. */
  private JsonValue.Obj last() {
    try {
      return (JsonValue.Obj) JsonReader.read(machine.out().lines().reduce("", (a, b) -> b));
    } catch (JsonException e) {
      throw new AssertionError(machine.out(), e);
    }
  }

  private String reason() {
    return last().text("reason").orElseThrow();
  }

  private List<Path> addressFiles() throws IOException {
    try (Stream<Path> files = Files.list(machine.state.resolve("laptops"))) {
      return files.toList();
    }
  }

  private int remembered() {
    return radios.radio.remembered().list().size();
  }

  @Test
  void pairsByOneGestureAndLeavesTheGroup() {
    pair();
    assertTrue(machine.out().contains("Paired with office."), machine.out());
    assertTrue(machine.err().contains("officeos: Searching for a laptop."), machine.err());
    assertTrue(
        machine.err().contains("officeos: Found office (02:00:00:00:00:01)."), machine.err());
    assertEquals(List.of("192.168.49.128 -> /192.168.49.1:47100"), radios.dialled());
    assertEquals(List.of(), radios.radio.groups());
    assertEquals(1, remembered());
  }

  @Test
  void keepsTheLaptopsAddressForItselfAlone() throws Exception {
    pair();
    List<Path> files = addressFiles();
    assertEquals(1, files.size());
    assertEquals(
        "{\"version\":1,\"address\":\"02:00:00:00:00:01\",\"channel\":2412}\n",
        Files.readString(files.get(0)));
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(files.get(0))));
  }

  @Test
  void asksOverTheAirWithoutAnybodyAtTheLaptop() {
    pair();
    int asked = laptop.asked();
    assertEquals(0, run("chat", "hi"), machine.err());
    assertEquals(asked, laptop.asked());
    assertEquals(List.of(), radios.radio.groups());
    assertTrue(machine.err().contains("officeos: In the laptop's group on p2p-"), machine.err());
  }

  @Test
  void forgetsTheGroupOfAPairingThatWasDeclined() {
    laptop.door(true);
    assertEquals(4, machine.typing("n\n").run("pair", "--link", "wifi-direct", "--json"));
    assertEquals("NOT_CONFIRMED_HERE", reason());
    assertEquals(0, remembered());
    assertEquals(List.of(), radios.radio.groups());
    machine.endpoint.failing(SessionException.Reason.PAIRING_CLOSED);
    assertEquals(4, machine.typing("y\n").run("pair", "--link", "wifi-direct", "--json"));
    assertEquals("PAIRING_NOT_OPEN", reason());
    assertEquals(0, remembered());
    assertFalse(Files.exists(machine.state.resolve("laptops")));
  }

  @Test
  void keepsTheGroupOfAnEarlierPairingWhenALaterOneIsDeclined() {
    pair();
    assertEquals(4, machine.typing("n\n").run("pair", "--link", "wifi-direct", "--json"));
    assertEquals(1, remembered());
  }

  @Test
  void asksWhichWhereSeveralLaptopsAreNear() {
    AirLaptop other = new AirLaptop(air, "02:00:00:00:00:02").up().door(true);
    assertEquals(2, machine.run("pair", "--link", "wifi-direct", "--json"));
    assertEquals("SEVERAL_LAPTOPS", reason());
    assertEquals(
        "Near are 02:00:00:00:00:01 \"office\", 02:00:00:00:00:02 \"office\"; name yours with"
            + " --laptop ADDRESS.",
        last().text("detail").orElseThrow());
    assertEquals(
        0,
        machine
            .typing("y\n")
            .run("pair", "--link", "wifi-direct", "--laptop", other.address().toString()),
        machine.err());
    assertEquals(1, other.asked());
    assertEquals(0, laptop.asked());
  }

  @Test
  void saysThatNoLaptopWasHeard() {
    laptop.down();
    assertEquals(2, machine.run("pair", "--link", "wifi-direct", "--json"));
    assertEquals("LAPTOP_NOT_HEARD", reason());
    assertTrue(
        last().text("detail").orElseThrow().startsWith("No laptop was heard that"), machine.out());
  }

  @Test
  void refusesALaptopOptionThatMakesNoSense() {
    assertEquals(64, machine.run("pair", "--link", "wifi-direct", "--laptop", "office"));
    assertEquals(64, machine.run("pair", "--laptop", "02:00:00:00:00:01"));
    assertEquals(64, machine.run("pair", "--link", "wifi-direct:"));
    assertEquals(64, machine.run("pair", "--link", "wifi-direct:../x"));
  }

  @Test
  void namesALaptopWhoseRadioIsNotKnown() {
    machine.pair(Peers.laptop("cable", SettableClock.NOON, Duration.ofDays(30)));
    assertEquals(4, run("chat", "hi", "--json"));
    assertEquals("LAPTOP_RADIO_UNKNOWN", reason());
    assertEquals(List.of(), radios.opened());
  }

  @Test
  void refusesAnAddressFileThatOthersWrote() throws Exception {
    pair();
    Path file = addressFiles().get(0);
    Files.writeString(file, "{\"version\":2,\"address\":\"02:00:00:00:00:01\"}");
    assertEquals(5, run("chat", "hi", "--json"));
    assertTrue(last().text("detail").orElseThrow().startsWith("OTHER_VERSION: "), machine.out());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    assertEquals(5, run("chat", "hi", "--json"));
    assertTrue(last().text("detail").orElseThrow().startsWith("OPEN_TO_OTHERS: "), machine.out());
  }

  @Test
  void saysWhyThereIsNoGroup() {
    pair();
    radios.patience(Duration.ofMillis(300));
    laptop.down();
    assertEquals(2, run("chat", "hi", "--json"));
    assertEquals("LAPTOP_NOT_HEARD", reason());
    laptop.up();
    radios.network.refuseNext(GroupNetworkException.Reason.NOT_PERMITTED);
    assertEquals(5, run("chat", "hi", "--json"));
    assertEquals("WIFI_DIRECT_UNUSABLE", reason());
    assertTrue(last().text("detail").orElseThrow().startsWith("NOT_PERMITTED: "), machine.out());
  }

  @Test
  void refusesAnotherWayToTheLaptopAndAnOpenAirGap() {
    pair();
    radios.routes("wlan1\t00000000\t0101A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0\n");
    assertEquals(2, run("chat", "hi", "--json"));
    assertEquals("LINK_FORBIDDEN", reason());
    assertEquals(1, radios.opened().size());
  }

  @Test
  void comesBackIntoTheGroupWhenNothingIsReachedOverIt() {
    pair();
    radios.sockets.failing(LinkException.Reason.UNREACHABLE);
    assertEquals(0, run("chat", "hi"), machine.err());
    assertEquals(3, radios.dialled().size());
  }

  @Test
  void comesBackWhenTheGroupIsLostWhileTheSocketIsOpened() {
    pair();
    radios.beforeDialling(() -> laptop.lose(AirRadios.OWN));
    radios.sockets.failing(LinkException.Reason.IO);
    assertEquals(0, run("chat", "hi"), machine.err());
    assertEquals(3, radios.dialled().size());
    assertEquals(List.of(), radios.radio.groups());
  }

  @Test
  void endsTheWaitWithCtrlC() throws Exception {
    pair();
    laptop.down();
    CompletableFuture<Integer> waiting =
        CompletableFuture.supplyAsync(() -> run("chat", "hi", "--json"));
    while (radios.opened().size() < 2 || !machine.interruption.cancelAll()) {
      Thread.sleep(5);
    }
    assertEquals(3, waiting.get(10, TimeUnit.SECONDS));
    assertEquals("CANCELLED", reason());
  }

  @Test
  void refusesAnAddressThatIsNotPrivate() {
    laptop.down();
    laptop.plan(
        new EapolAddressPlan(
            Ipv4.of(8, 8, 8, 1),
            Ipv4.of(255, 255, 255, 0),
            Ipv4.of(8, 8, 8, 8),
            Ipv4.of(8, 8, 8, 9)));
    laptop.up().door(true);
    assertEquals(2, machine.run("pair", "--link", "wifi-direct", "--json"));
    assertEquals("LINK_FORBIDDEN", reason());
    assertEquals(List.of(), radios.dialled());
    assertEquals(0, remembered());
  }

  @Test
  void tellsTheLaptopOfARevocationOverTheAirAndForgetsItsRadio() throws Exception {
    pair();
    machine.endpoint.preparing(session -> session.onRevoke(() -> {}));
    assertEquals(0, run("revoke", "--json"), machine.err());
    assertEquals("true", last().get("laptop_told").orElseThrow().toString());
    assertEquals("true", last().get("group_forgotten").orElseThrow().toString());
    assertEquals(List.of(), addressFiles());
    assertEquals(List.of(), radios.radio.remembered().inFile());
    assertEquals(List.of(), toForget());
  }

  private List<Path> toForget() {
    Path folder = machine.state.resolve("forget");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void forgetsTheGroupAtTheNextPairingWhereNoSupplicantIsThereNow() throws Exception {
    pair();
    radios.away(P2pReason.SUPPLICANT_ABSENT).patience(Duration.ofMillis(300));
    assertEquals(0, machine.run("revoke", "--local"), machine.err());
    assertTrue(
        machine.out().contains("Its Wi-Fi Direct group could not be forgotten now"), machine.out());
    assertEquals(List.of(), addressFiles());
    assertEquals(1, remembered());
    assertEquals(1, toForget().size());
    radios.here();
    laptop.down();
    laptop.forget();
    laptop.up();
    machine.endpoint.offering(Peers.laptop("again", SettableClock.NOON, Duration.ofDays(30)));
    pair();
    assertEquals(1, remembered(), "the new one only");
    assertEquals(List.of(), toForget());
  }

  @Test
  void forgetsTheGroupOfAPairingThatWasKilled() throws Exception {
    List<Path> whilePairing = new ArrayList<>();
    List<Integer> inFile = new ArrayList<>();
    radios.beforeDialling(
        () -> {
          whilePairing.addAll(toForget());
          inFile.add(radios.radio.remembered().inFile().size());
        });
    pair();
    assertEquals(
        List.of(machine.state.resolve("forget").resolve("pairing")),
        whilePairing,
        "written down before the group was remembered");
    assertEquals(List.of(1), inFile);
    assertEquals(List.of(), toForget());

    try (RelationshipStore store = machine.openStore()) {
      store.erase(store.all().get(0).id(), EndedPeer.Why.REVOKED_HERE, SettableClock.NOON);
    }
    Files.delete(addressFiles().get(0));
    new ForgetList(machine.state.resolve("forget"))
        .add(new ForgetList.Entry(ForgetList.PAIRING, laptop.address(), List.of()));
    laptop.door(true);
    assertEquals(4, machine.typing("n\n").run("pair", "--link", "wifi-direct", "--json"));
    assertEquals(List.of(), radios.radio.remembered().inFile());
    assertEquals(List.of(), toForget());
  }

  @Test
  void saysThatTheLaptopWithdrewItsPermissionAndForgetsTheGroup() throws Exception {
    pair();
    radios.beforeDialling(
        () -> {
          try (RelationshipStore store = machine.openStore()) {
            RelationshipId id = store.all().get(0).id();
            store.erase(id, EndedPeer.Why.REVOKED_BY_PEER, SettableClock.NOON);
          } catch (StoreException e) {
            throw new AssertionError(e);
          }
        });
    machine.endpoint.failing(SessionException.Reason.REVOKED_BY_PEER);
    assertEquals(4, run("chat", "hi", "--json"));
    assertEquals("REVOKED_BY_LAPTOP", reason());
    assertEquals(List.of(), addressFiles());
    assertEquals(List.of(), radios.radio.remembered().inFile());
    assertEquals(List.of(), toForget());
    assertEquals(4, run("status", "--json"));
    assertEquals("REVOKED_BY_LAPTOP", reason());
  }

  @Test
  void forgetsWhatNoRelationshipNeedsAnyMore() throws Exception {
    pair();
    Relationship first;
    try (RelationshipStore store = machine.openStore()) {
      first = store.all().get(0);
      store.erase(first.id(), EndedPeer.Why.REVOKED_BY_PEER, SettableClock.NOON);
    }
    machine.endpoint.offering(Peers.laptop("other", SettableClock.NOON, Duration.ofDays(30)));
    pair();
    assertFalse(Files.exists(machine.state.resolve("laptops").resolve(first.id() + ".json")));
    assertEquals(1, addressFiles().size());
  }
}
