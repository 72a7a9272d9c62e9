package org.officeos.handheld.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.json.JsonValue;
import org.officeos.handheld.testing.TestLaptop;
import org.officeos.session.PairingWindow;
import org.officeos.session.SessionException;
import org.officeos.session.relationship.Relationship;

/** Real processes, a real session, real sockets and signals; only the laptop is the test's own. */
class ProcessesTest {

  @TempDir Path folder;
  private final TestLaptop laptop = new TestLaptop();

  @AfterEach
  void close() {
    laptop.close();
  }

  private Cli cli(String... arguments) {
    return Cli.start(folder.resolve("s"), laptop.port(), arguments);
  }

  private Cli local(String... arguments) {
    return Cli.start(folder.resolve("s"), 0, arguments);
  }

  private Relationship pair() throws Exception {
    PairingWindow window = laptop.openPairing(true);
    try (Cli pairing = cli("pair", "--json", "--name", "test handheld")) {
      JsonValue.Obj code = pairing.event("code");
      assertTrue(code.text("digits").orElseThrow().matches("[0-9]{6}"));
      pairing.type("yes");
      JsonValue.Obj done = pairing.event("done");
      assertEquals(0, pairing.exit(), pairing.err());
      Relationship there = window.paired().get(10, TimeUnit.SECONDS);
      JsonValue.Obj here = (JsonValue.Obj) done.get("relationship").orElseThrow();
      assertEquals(there.id().toString(), here.text("id").orElseThrow());
      assertEquals("test laptop", here.text("laptop").orElseThrow());
      assertEquals("test handheld", there.peerName());
      return there;
    }
  }

  @Test
  void pairsDrawsAndChatsOverARealSession() throws Exception {
    pair();
    Path out = folder.resolve("cat.png");
    try (Cli image = cli("image", "robot cat in space", "--json", "--out", out.toString())) {
      assertEquals(OptionalLong.of(20), image.event("progress").number("steps"));
      JsonValue.Obj sizes = (JsonValue.Obj) image.event("done").get("sizes").orElseThrow();
      assertEquals(0, image.exit(), image.err());
      long beyond =
          sizes.number("instruction_wire").orElseThrow()
              - sizes.number("instruction").orElseThrow();
      assertTrue(beyond > 64 && beyond <= 100, "signature and record take " + beyond);
      assertEquals(OptionalLong.of(TestLaptop.PICTURE.length), sizes.number("body_decoded"));
      assertTrue(sizes.number("handshake_out").orElseThrow() > 0);
    }
    assertArrayEquals(TestLaptop.PICTURE, Files.readAllBytes(out));
    try (Cli chat = cli("chat", "hello \u001b]0;x\u0007")) {
      assertEquals("You said: hello ␛]0;x␇\n", chat.rest());
      assertEquals(0, chat.exit(), chat.err());
    }
    try (Cli status = cli("status", "--json")) {
      JsonValue.Obj result = (JsonValue.Obj) status.event("done").get("result").orElseThrow();
      assertEquals(
          "{\"opcodes\":[\"CHAT\"],\"minute\":{\"left\":9}}",
          result.get("laptop").orElseThrow().toString());
      assertEquals(0, status.exit());
    }
  }

  @Test
  void storesNothingWhenOneOfTheTwoSaysNo() throws Exception {
    try (PairingWindow window = laptop.openPairing(true);
        Cli pairing = cli("pair", "--json")) {
      pairing.event("code");
      pairing.type("no");
      assertEquals("NOT_CONFIRMED_HERE", pairing.event("error").text("reason").orElseThrow());
      assertEquals(4, pairing.exit());
      assertFalse(window.paired().isDone());
    }
    try (PairingWindow window = laptop.openPairing(false);
        Cli pairing = cli("pair", "--json")) {
      pairing.event("code");
      pairing.type("yes");
      assertEquals("NOT_CONFIRMED_THERE", pairing.event("error").text("reason").orElseThrow());
      assertEquals(4, pairing.exit());
      assertFalse(window.paired().isDone());
    }
    assertEquals(List.of(), laptop.store().all());
  }

  @Test
  void isSeenAndCancelledFromAnotherProcess() throws Exception {
    pair();
    try (Cli slow = cli("image", "slow cat", "--json");
        Cli other = cli("image", "slow dog", "--json")) {
      slow.event("progress");
      other.event("progress");
      try (Cli status = cli("status", "--local", "--json")) {
        JsonValue.Arr requests =
            (JsonValue.Arr) status.event("in_flight").get("requests").orElseThrow();
        assertEquals(0, status.exit());
        assertEquals(2, requests.items().size());
        JsonValue.Obj seen =
            requests.items().stream()
                .map(JsonValue.Obj.class::cast)
                .filter(r -> r.number("pid").orElse(0) == slow.pid())
                .findFirst()
                .orElseThrow();
        assertEquals("image", seen.text("kind").orElseThrow());
        assertEquals("working", seen.text("phase").orElseThrow());
        assertEquals(OptionalLong.of(250), seen.number("permille"));
        try (Cli cancel = local("cancel", seen.text("id").orElseThrow())) {
          assertEquals(0, cancel.exit(), cancel.err());
        }
      }
      assertEquals("CANCELLED", slow.event("error").text("reason").orElseThrow());
      assertEquals(3, slow.exit());
      assertEquals(
          SessionException.Reason.CANCELLED, laptop.abandoned().poll(10, TimeUnit.SECONDS));
      try (Cli cancel = local("cancel", "--all", "--json")) {
        assertEquals(
            1, ((JsonValue.Arr) cancel.event("done").get("requests").orElseThrow()).items().size());
      }
      assertEquals(3, other.exit());
    }
  }

  @Test
  void tellsTheLaptopOfCtrlC() throws Exception {
    pair();
    try (Cli slow = cli("image", "slow cat", "--json")) {
      slow.event("progress");
      slow.signal("INT");
      assertEquals("CANCELLED", slow.event("error").text("reason").orElseThrow());
      assertEquals(3, slow.exit());
      assertEquals(
          SessionException.Reason.CANCELLED, laptop.abandoned().poll(10, TimeUnit.SECONDS));
    }
    try (Cli idle = cli("chat", "--json")) {
      idle.type("first");
      idle.event("done");
      idle.signal("INT");
      assertEquals(130, idle.exit());
    }
  }

  @Test
  void cleansUpAfterAKilledProcess() throws Exception {
    pair();
    Path run = folder.resolve("s").resolve("run");
    try (Cli slow = cli("image", "slow cat", "--json")) {
      slow.event("progress");
      slow.signal("KILL");
      slow.exit();
    }
    assertEquals(SessionException.Reason.CUT, laptop.abandoned().poll(30, TimeUnit.SECONDS));
    try (Stream<Path> left = Files.list(run)) {
      assertEquals(1, left.count());
    }
    try (Cli status = cli("status", "--local", "--json")) {
      assertEquals("[]", status.event("in_flight").get("requests").orElseThrow().toString());
    }
    try (Stream<Path> left = Files.list(run)) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void keepsWhatWasSaidAndNamesTheEndWhenTheLaptopVanishes() throws Exception {
    pair();
    try (Cli chat = cli("chat", "cut me off", "--json")) {
      assertEquals("You ", chat.event("token").text("text").orElseThrow());
      assertEquals("CONNECTION_CUT", chat.event("error").text("reason").orElseThrow());
      assertEquals(2, chat.exit());
    }
    try (Cli image = cli("image", "cut", "--json", "--retries", "1")) {
      assertEquals("CONNECTION_CUT", image.event("retry").text("reason").orElseThrow());
      assertEquals("CONNECTION_CUT", image.event("error").text("reason").orElseThrow());
      assertEquals(2, image.exit());
    }
  }

  @Test
  void renewsAndRevokesOnBothEnds() throws Exception {
    Relationship there = pair();
    try (Cli renew = cli("renew", "--days", "20", "--json")) {
      JsonValue.Obj renewed = (JsonValue.Obj) renew.event("done").get("relationship").orElseThrow();
      assertEquals(OptionalLong.of(2), renewed.number("generation"));
      assertEquals(0, renew.exit(), renew.err());
    }
    try (Cli chat = cli("chat", "still there?")) {
      assertEquals("You said: still there?\n", chat.rest());
      assertEquals(0, chat.exit(), chat.err());
    }
    try (Cli revoke = cli("revoke", "--json")) {
      assertEquals("true", revoke.event("done").get("laptop_told").orElseThrow().toString());
      assertEquals(0, revoke.exit());
    }
    assertEquals(there.id(), laptop.revoked().poll(10, TimeUnit.SECONDS));
    try (Cli chat = cli("chat", "and now?", "--json")) {
      assertEquals("REVOKED", chat.event("error").text("reason").orElseThrow());
      assertEquals(4, chat.exit());
    }
  }

  @Test
  void saysSoWhenNobodyListens() throws Exception {
    pair();
    laptop.close();
    try (Cli chat = cli("chat", "anybody?", "--json", "--retries", "1")) {
      assertEquals("LINK_FAILED", chat.event("retry").text("reason").orElseThrow());
      JsonValue.Obj error = chat.event("error");
      assertEquals("LINK_FAILED", error.text("reason").orElseThrow());
      assertTrue(error.text("detail").orElseThrow().startsWith("Nothing listens at loopback:"));
      assertEquals(2, chat.exit());
    }
  }
}
