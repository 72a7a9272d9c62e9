package org.officeos.handheld.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.json.JsonValue;
import org.officeos.handheld.link.LinkException;
import org.officeos.handheld.testing.FakeExchange;

class StatusAndCancelTest {

  @TempDir Path folder;

  @Test
  void showsTheLinkAndTheLaptopsLimits() {
    TestMachine machine = TestMachine.paired(folder);
    machine.endpoint.answering(
        exchange -> {
          exchange.text("{\"image\":{\"permitted\":true,\"minute_left\":5},\"x\":\"\\u001b[1m\"}");
          exchange.ok();
        });
    assertEquals(0, machine.run("status"));
    String[] lines = machine.out().split("\n", -1);
    assertEquals("Link: loopback:127.0.0.1:47100", lines[0]);
    assertEquals("Nothing is under way.", lines[1]);
    assertTrue(lines[2].matches("office: reached in \\d+ ms; the relationship ends on .*"));
    assertEquals("  image.permitted: true", lines[3]);
    assertEquals("  image.minute_left: 5", lines[4]);
    assertEquals("  x: ␛[1m", lines[5]);
  }

  @Test
  void passesOnWhatIsNotJsonAsText() {
    TestMachine machine = TestMachine.paired(folder);
    machine.endpoint.answering(
        exchange -> {
          exchange.text("{{{ \u001b");
          exchange.ok();
        });
    assertEquals(0, machine.run("status", "--json"));
    JsonValue.Obj result = (JsonValue.Obj) machine.lastEvent().get("result").orElseThrow();
    assertEquals("{{{ \u001b", result.text("laptop_text").orElseThrow());
    assertEquals(1_795_348_805L, result.number("laptop_time").orElseThrow());
  }

  @Test
  void showsWhatIsLocalEvenWhereTheLaptopIsOutOfReach() {
    TestMachine machine = TestMachine.paired(folder);
    machine.links.failing(LinkException.Reason.TIMED_OUT);
    assertEquals(2, machine.run("status", "--retries", "0"));
    assertTrue(machine.out().startsWith("Link: "), machine.out());
    assertTrue(machine.err().contains("There is no link to the laptop."), machine.err());
  }

  @Test
  void cancelsTheOnlyRequestUnderWay() throws Exception {
    TestMachine machine = TestMachine.paired(folder);
    CompletableFuture<FakeExchange> reached = new CompletableFuture<>();
    machine.endpoint.answering(reached::complete);
    CompletableFuture<Integer> image =
        CompletableFuture.supplyAsync(() -> machine.run("image", "cat", "--json"));
    FakeExchange exchange = reached.get(20, TimeUnit.SECONDS);
    TestMachine other = new TestMachine(folder);
    while (!other.out().contains("Under way: image")) {
      assertEquals(0, other.run("status", "--local"));
    }
    assertEquals(0, other.run("cancel"));
    assertTrue(other.out().contains("Cancelled image "), other.out());
    assertEquals(3, image.get(20, TimeUnit.SECONDS));
    assertTrue(exchange.cancelled().get(20, TimeUnit.SECONDS));
    assertEquals(0, other.run("cancel"));
    assertTrue(other.out().endsWith("Nothing is under way.\n"), other.out());
    assertEquals(64, other.run("cancel", "ab"));
  }

  @Test
  void runsTheRequestAllTheSameWhereNoSocketCanBeMade() {
    Path deep = folder.resolve("d".repeat(100));
    TestMachine machine = TestMachine.paired(deep);
    machine.endpoint.answering(
        exchange -> {
          exchange.text("fine");
          exchange.ok();
        });
    assertEquals(0, machine.run("chat", "hi", "--json"));
    assertTrue(machine.eventNames().contains("warning"), machine.out());
    assertEquals("done", machine.lastEvent().text("event").orElseThrow());
  }

  @Test
  void ctrlCCancelsWhatIsUnderWay() throws Exception {
    TestMachine machine = TestMachine.paired(folder);
    CompletableFuture<FakeExchange> reached = new CompletableFuture<>();
    machine.endpoint.answering(reached::complete);
    CompletableFuture<Integer> image =
        CompletableFuture.supplyAsync(() -> machine.run("image", "cat", "--json"));
    FakeExchange exchange = reached.get(20, TimeUnit.SECONDS);
    while (!machine.interruption.cancelAll()) {
      Thread.onSpinWait();
    }
    assertEquals(3, image.get(20, TimeUnit.SECONDS));
    assertTrue(exchange.cancelled().get(20, TimeUnit.SECONDS));
    assertEquals("CANCELLED", machine.lastEvent().text("reason").orElseThrow());
  }
}
