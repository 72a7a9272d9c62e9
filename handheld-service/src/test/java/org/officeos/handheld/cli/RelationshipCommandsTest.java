package org.officeos.handheld.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.json.JsonValue;
import org.officeos.handheld.link.LinkException;
import org.officeos.handheld.testing.FakeExchange;
import org.officeos.handheld.testing.Peers;
import org.officeos.session.relationship.EndedPeer;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.testing.SettableClock;

class RelationshipCommandsTest {

  @TempDir Path folder;

  private static Relationship laptop(String name, int pairedHoursAgo, int days) {
    return Peers.laptop(
        name, SettableClock.NOON.minus(Duration.ofHours(pairedHoursAgo)), Duration.ofDays(days));
  }

  @Test
  void listsWhatIsInForceAndWhatHasEnded() {
    TestMachine machine = new TestMachine(folder);
    assertEquals(0, machine.run("relationships"));
    assertEquals("This device has never been paired. Pair it: officeos pair.\n", machine.out());
    Relationship office = machine.pair(laptop("office", 0, 30));
    Relationship gone = machine.pair(laptop("gone", 0, 30));
    assertEquals(
        0, machine.run("revoke", "--local", "--relationship", gone.id().toString(), "--json"));
    assertEquals(0, machine.run("relationships"));
    String shown = machine.out();
    assertTrue(
        shown.contains(
            office.id().shortName() + "  office  until 2026-12-22 12:00 UTC (30 days left)\n"),
        shown);
    assertTrue(
        shown.contains(
            gone.id().shortName() + "  gone  revoked here 2026-11-22 12:00 UTC, known device\n"),
        shown);
  }

  @Test
  void tellsScriptsTheSame() {
    TestMachine machine = new TestMachine(folder);
    Relationship office = machine.pair(laptop("office", 0, 3));
    assertEquals(0, machine.run("relationships", "--json"));
    JsonValue.Arr all = (JsonValue.Arr) machine.lastEvent().get("relationships").orElseThrow();
    JsonValue.Obj only = (JsonValue.Obj) all.items().get(0);
    assertEquals(office.id().toString(), only.text("id").orElseThrow());
    assertEquals(OptionalLong.of(3), only.number("warning_level_days"));
    assertEquals("false", only.get("expired").orElseThrow().toString());
    assertEquals("[]", machine.lastEvent().get("ended").orElseThrow().toString());
    assertEquals("[]", machine.lastEvent().get("unusable").orElseThrow().toString());
  }

  @Test
  void warnsAtSevenThreeAndOneDaysOnUse() {
    TestMachine machine = new TestMachine(folder);
    machine.pair(laptop("office", 0, 30));
    machine.endpoint.answering(FakeExchange::ok);
    List<String> warnings = new ArrayList<>();
    long[] hoursLeft = {7 * 24 + 1, 7 * 24, 3 * 24, 24, 1};
    for (long hours : hoursLeft) {
      machine.clock.set(
          SettableClock.NOON.plus(Duration.ofDays(30)).minus(Duration.ofHours(hours)));
      int before = machine.out().length();
      assertEquals(0, machine.run("chat", "hi", "--json"));
      String said = machine.out().substring(before);
      warnings.add(said.replaceAll("(?s).*\"level_days\":(\\d+).*|.*", "$1"));
    }
    assertEquals(List.of("", "7", "3", "1", "1"), warnings.stream().map(String::strip).toList());
    int before = machine.err().length();
    assertEquals(0, machine.run("chat", "hi"));
    assertEquals(
        "officeos: the relationship with office ends on 2026-12-22 12:00 UTC (1 hour left)."
            + " Renew it: officeos renew.\n",
        machine.err().substring(before));
  }

  @Test
  void choosesTheOnePairedLastUnlessToldOtherwise() {
    TestMachine machine = new TestMachine(folder);
    Relationship old = machine.pair(laptop("old", 50, 30));
    Relationship fresh = machine.pair(laptop("fresh", 5, 30));
    machine.pair(laptop("expired", 25, 1));
    machine.endpoint.answering(FakeExchange::ok);
    assertEquals(0, machine.run("chat", "hi"));
    assertEquals(0, machine.run("chat", "hi", "--relationship", old.id().shortName()));
    assertEquals(
        List.of(fresh.id(), old.id()),
        machine.endpoint.sessions().stream().map(s -> s.relationship().id()).toList());
    assertEquals(4, machine.run("chat", "hi", "--json", "--relationship", "zzzz"));
    assertEquals("NO_SUCH_RELATIONSHIP", machine.lastEvent().text("reason").orElseThrow());
    assertEquals(
        4, machine.run("chat", "hi", "--relationship", old.id().toString().substring(0, 3)));
  }

  @Test
  void saysWhyThereIsNone() throws Exception {
    TestMachine machine = new TestMachine(folder);
    assertEquals(4, machine.run("chat", "hi", "--json"));
    assertEquals("NEVER_PAIRED", machine.lastEvent().text("reason").orElseThrow());
    EndedPeer.Why[] whys = {EndedPeer.Why.EXPIRED, EndedPeer.Why.REVOKED_BY_PEER};
    String[] reasons = {"EXPIRED", "REVOKED_BY_LAPTOP"};
    for (int i = 0; i < whys.length; i++) {
      Relationship relationship = machine.pair(laptop("office", 0, 30));
      try (RelationshipStore store = machine.openStore()) {
        store.erase(relationship.id(), whys[i], SettableClock.NOON.plusSeconds(i));
      }
      assertEquals(4, machine.run("chat", "hi", "--json"));
      assertEquals(reasons[i], machine.lastEvent().text("reason").orElseThrow());
    }
  }

  @Test
  void erasesAtOnceWhetherOrNotTheLaptopCanBeReached() throws Exception {
    TestMachine machine = TestMachine.paired(folder);
    machine.links.failing(LinkException.Reason.UNREACHABLE);
    assertEquals(0, machine.run("revoke"));
    assertEquals(
        """
        Revoked the relationship with office; its keys are erased here.
        office was not told: revoke this device there too, officeos-laptop revoke.
        """,
        machine.out());
    try (RelationshipStore store = machine.openStore()) {
      assertEquals(List.of(), store.all());
      assertEquals(EndedPeer.Why.REVOKED_HERE, store.endedPeers().get(0).why());
    }
  }

  @Test
  void erasesBeforeItTellsTheLaptop() {
    TestMachine machine = TestMachine.paired(folder);
    CompletableFuture<Integer> left = new CompletableFuture<>();
    machine.endpoint.preparing(
        session ->
            session.onRevoke(
                () -> {
                  try (RelationshipStore store = machine.openStore()) {
                    left.complete(store.all().size());
                  } catch (Exception e) {
                    left.completeExceptionally(e);
                  }
                }));
    assertEquals(0, machine.run("revoke", "--json"));
    assertEquals(0, left.join());
    assertEquals("true", machine.lastEvent().get("laptop_told").orElseThrow().toString());
  }

  @Test
  void renewsForTheDaysThatAreAsked() {
    TestMachine machine = TestMachine.paired(folder);
    Relationship renewed = laptop("office", 0, 90);
    machine.endpoint.preparing(
        session -> session.renewingTo(CompletableFuture.completedFuture(renewed)));
    assertEquals(0, machine.run("renew", "--days", "90"));
    assertEquals(
        "Renewed the relationship with office: it now ends on 2027-02-20 12:00 UTC.\n",
        machine.out());
    assertEquals(64, machine.run("renew", "--days", "0"));
    assertEquals(64, machine.run("renew", "--days", "366"));
  }
}
