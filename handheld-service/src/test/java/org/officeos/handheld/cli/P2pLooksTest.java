package org.officeos.handheld.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.json.JsonValue;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.PreflightBus;
import org.officeos.hal.p2p.PreflightFacts;
import org.officeos.hal.p2p.testing.FakeWifiP2p;
import org.officeos.hal.p2p.testing.SimulatedAir;
import org.officeos.handheld.testing.AirLaptop;

@Timeout(60)
class P2pLooksTest {

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
  }

  @Test
  void showsHowWifiDirectStandsWithoutAnyKey() {
    FakeWifiP2p another = new FakeWifiP2p(air, radios.radio);
    another.createGroup(GroupConfig.anyPersistent()).join();
    assertEquals(0, machine.run("p2p", "status"));
    assertTrue(machine.out().contains("state      GROUP_CREATED"), machine.out());
    assertTrue(machine.out().contains("address    02:00:00:00:00:0a"), machine.out());
    assertTrue(machine.out().contains("  GROUP_OWNER  owner 02:00:00:00:00:0a"), machine.out());
    assertFalse(machine.out().contains("made-up-key"), machine.out());
  }

  @Test
  void tellsScriptsTheSame() {
    assertEquals(0, machine.run("p2p", "status", "--json"));
    JsonValue.Obj seen = machine.lastEvent();
    assertEquals("p2p_status", seen.text("kind").orElseThrow());
    assertEquals("INACTIVE", seen.text("state").orElseThrow());
    assertEquals("02:00:00:00:00:0a", seen.text("address").orElseThrow());
    assertEquals("[]", seen.get("groups").orElseThrow().toString());
  }

  @Test
  void saysWhyTheRadioIsAway() throws Exception {
    radios.away(P2pReason.SUPPLICANT_ABSENT);
    assertEquals(5, machine.run("p2p", "status", "--json"));
    assertEquals("DISABLED", machine.events().get(0).text("state").orElseThrow());
    assertEquals("WIFI_DIRECT_UNUSABLE", machine.lastEvent().text("reason").orElseThrow());
    assertEquals(
        "SUPPLICANT_ABSENT: wpa_supplicant is not on the bus; start it with -u.",
        machine.lastEvent().text("detail").orElseThrow());
    assertEquals(5, machine.run("p2p", "peers"));
  }

  @Test
  void showsEachPeerOnce() {
    assertEquals(0, machine.run("p2p", "peers", "--seconds", "1", "--json"));
    assertEquals(List.of("peer", "done"), machine.eventNames());
    JsonValue.Obj peer = (JsonValue.Obj) machine.events().get(0).get("peer").orElseThrow();
    assertEquals(laptop.address().toString(), peer.text("address").orElseThrow());
    assertEquals("true", peer.get("group_owner").orElseThrow().toString());
    assertEquals(64, machine.run("p2p", "peers", "--seconds", "0"));
    assertEquals(64, machine.run("p2p", "peers", "--seconds", "601"));
  }

  @Test
  void dumpsEverythingInOneGo() {
    radios.facts(
        new PreflightFacts(
            PreflightFacts.Sight.NO_WIFI_IN_KERNEL,
            "",
            List.of(),
            List.of(),
            new PreflightBus(PreflightBus.Step.READY, "")));
    assertEquals(0, machine.run("p2p", "dump"));
    assertTrue(machine.out().contains("runtime    "), machine.out());
    assertTrue(machine.out().contains("blocks  NO_RADIO"), machine.out());
    assertTrue(machine.out().contains("state      INACTIVE"), machine.out());
    assertEquals(64, machine.run("p2p", "dump", "--interface", "a b"));
  }
}
