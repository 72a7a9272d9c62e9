package org.officeos.handheld.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.json.JsonValue;
import org.officeos.handheld.link.LinkException;
import org.officeos.handheld.testing.Peers;
import org.officeos.session.SessionException;
import org.officeos.session.crypto.PeerIdentity;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.testing.SettableClock;

class PairCommandTest {

  @TempDir Path folder;

  private TestMachine machine() {
    TestMachine machine = new TestMachine(folder);
    machine.endpoint.offering(
        Peers.laptop("of\u001b[31mfice", SettableClock.NOON, Duration.ofDays(30)));
    return machine;
  }

  @Test
  void showsTheCodeLargeAndPairsWhenThePersonSaysYes() {
    TestMachine machine = machine().typing("y\n");
    assertEquals(0, machine.run("pair"));
    List<String> lines = machine.out().lines().toList();
    assertEquals("#   #  #####  #####     #####    #    #####", lines.get(1));
    assertEquals("Does the laptop show the same code, 482 913? [y/N]", lines.get(7));
    assertEquals("Paired with of␛[31mfice.", lines.get(8));
    assertTrue(
        lines.get(9).endsWith("ends on 2026-12-22 12:00 UTC (30 days left) unless renewed."));
  }

  @Test
  void takesAnythingButYesForNo() {
    for (String said : List.of("", "\n", "n\n", "no\n", "ye\n", "yes please\n")) {
      TestMachine machine = machine().typing(said);
      assertEquals(4, machine.run("pair"), said);
      assertTrue(machine.err().contains("not confirmed on this device"), machine.err());
    }
  }

  @Test
  void speaksJsonToScripts() throws Exception {
    TestMachine machine = machine().typing("yes\n");
    assertEquals(0, machine.run("pair", "--json"));
    assertEquals(List.of("code", "done"), machine.eventNames());
    JsonValue.Obj code = machine.events().get(0);
    assertEquals("482913", code.text("digits").orElseThrow());
    assertEquals("482 913", code.text("display").orElseThrow());
    JsonValue.Obj done = machine.lastEvent();
    assertEquals("false", done.get("known_device").orElseThrow().toString());
    JsonValue.Obj relationship = (JsonValue.Obj) done.get("relationship").orElseThrow();
    try (RelationshipStore store = machine.openStore()) {
      assertEquals(store.all().get(0).id().toString(), relationship.text("id").orElseThrow());
    }
  }

  @Test
  void saysWhenTheLaptopIsAKnownDevice() {
    TestMachine machine = new TestMachine(folder).typing("y\n");
    PeerIdentity identity = Peers.identity();
    machine.pair(Peers.laptop("office", identity, SettableClock.NOON, Duration.ofDays(30), 1));
    assertEquals(0, machine.run("revoke", "--local"));
    machine.endpoint.offering(
        Peers.laptop("office", identity, SettableClock.NOON, Duration.ofDays(30), 1));
    assertEquals(0, machine.run("pair"));
    assertTrue(machine.out().contains("Paired with office, a known device."), machine.out());
  }

  @Test
  void namesWhatWentWrong() {
    TestMachine closed = machine();
    closed.endpoint.failing(SessionException.Reason.PAIRING_CLOSED);
    assertEquals(4, closed.run("pair", "--json"));
    assertEquals("PAIRING_NOT_OPEN", closed.lastEvent().text("reason").orElseThrow());
    TestMachine meddled = machine();
    meddled.endpoint.failing(SessionException.Reason.BAD_COMMITMENT);
    assertEquals(2, meddled.run("pair", "--json"));
    assertEquals("PEER_MISBEHAVED", meddled.lastEvent().text("reason").orElseThrow());
    TestMachine alone = machine();
    alone.links.failing(LinkException.Reason.REFUSED);
    assertEquals(2, alone.run("pair", "--json"));
    assertEquals("LINK_FAILED", alone.lastEvent().text("reason").orElseThrow());
  }

  @Test
  void refusesSenselessOffers() {
    assertEquals(64, machine().run("pair", "--days", "0"));
    assertEquals(64, machine().run("pair", "--days", "366"));
    assertEquals(64, machine().run("pair", "--name", ""));
    assertEquals(64, machine().run("pair", "--name", "n".repeat(65)));
  }
}
