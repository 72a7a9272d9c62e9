package org.officeos.handheld.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.handheld.client.Outcome;

class UsageTest {

  private static final List<String> COMMANDS =
      List.of(
          "pair",
          "image",
          "complete",
          "chat",
          "status",
          "relationships",
          "renew",
          "revoke",
          "cancel",
          "link",
          "guard",
          "audit",
          "p2p");
  private static final List<String> LOOKS = List.of("preflight", "status", "peers", "dump");

  @TempDir Path folder;

  private static void assertGolden(String name, String said) throws IOException {
    try (InputStream golden = UsageTest.class.getResourceAsStream(name)) {
      if (golden == null) {
        throw new AssertionError("no resource " + name);
      }
      assertEquals(new String(golden.readAllBytes(), StandardCharsets.UTF_8), said, name);
    }
  }

  @Test
  void saysHowItIsUsed() throws IOException {
    TestMachine machine = new TestMachine(folder);
    assertEquals(0, machine.runBare("--help"));
    assertGolden("help-officeos.txt", machine.out());
    for (String command : COMMANDS) {
      TestMachine each = new TestMachine(folder);
      assertEquals(0, each.runBare(command, "--help"));
      assertGolden("help-" + command + ".txt", each.out());
    }
    for (String look : LOOKS) {
      TestMachine each = new TestMachine(folder);
      assertEquals(0, each.runBare("p2p", look, "--help"));
      assertGolden("help-p2p-" + look + ".txt", each.out());
    }
  }

  @Test
  void complainsAboutAWrongCommandLineAndNamesTheHelp() {
    TestMachine machine = new TestMachine(folder);
    assertEquals(64, machine.runBare());
    assertEquals(64, machine.runBare("paint"));
    assertEquals(64, machine.runBare("image"));
    assertEquals(64, machine.runBare("image", "a", "b"));
    assertEquals(64, machine.runBare("image", "a", "--sparkle"));
    assertEquals(64, machine.runBare("image", "a", "--width", "wide"));
    assertEquals(64, machine.runBare("image", "a", "--width", "100", "--out", "x.png"));
    assertEquals(64, machine.runBare("image", "a", "--screen", "640:480", "--out", "x.png"));
    assertEquals(64, machine.runBare("image", "a", "--show", "auto", "--no-show"));
    assertEquals(64, machine.runBare("cancel", "ID"));
    assertEquals(64, machine.runBare("cancel", "ab", "--all"));
    assertTrue(machine.err().contains("  See officeos image --help.\n"), machine.err());
    assertEquals("", machine.out());
  }

  @Test
  void refusesForbiddenLinksByNameBeforeAnythingElse() {
    TestMachine machine = TestMachine.paired(folder);
    Map<String, String> refused =
        Map.of(
            "namespace:8.8.8.8:5", "PUBLIC_ADDRESS",
            "namespace:example.org:5", "NAME_NOT_ADDRESS",
            "loopback:10.0.0.1:5", "NOT_LOOPBACK",
            "bluetooth:5", "BAD_FORM");
    refused.forEach(
        (link, reason) -> {
          assertEquals(64, machine.run("chat", "hi", "--link", link), link);
          assertTrue(machine.err().contains("officeos: " + reason + ": "), machine.err());
        });
    machine.environment = Map.of("OFFICEOS_LINK", "namespace:1.1.1.1:5");
    assertEquals(64, machine.run("chat", "hi"));
    assertEquals(0, machine.links.asked());
  }

  @Test
  void keepsItsStateWhereTheDesktopSaysOrInTheHomeFolder() throws IOException {
    TestMachine machine = new TestMachine(folder);
    assertEquals(0, machine.runBare("relationships"));
    assertTrue(Files.isDirectory(machine.state.resolve(".local/state/officeos/store")));
    machine.environment = Map.of("XDG_STATE_HOME", folder.resolve("xdg").toString());
    assertEquals(0, machine.runBare("relationships"));
    assertTrue(Files.isDirectory(folder.resolve("xdg/officeos/store")));
  }

  @Test
  void everyOutcomeHasAnExitCodeOfItsOwn() {
    assertEquals(
        Outcome.values().length,
        List.of(Outcome.values()).stream().map(o -> Exit.of(o).code()).distinct().count());
    assertEquals(
        List.of("0", "1", "2", "3", "4", "5", "64", "70", "130"),
        List.copyOf(Exit.table().keySet()));
  }

  @Test
  void theDocumentationHasTheSameTable() throws IOException {
    Path docs = Path.of("..", "docs", "cli-handheld.md");
    String text = Files.readString(docs, StandardCharsets.UTF_8);
    Exit.table()
        .forEach(
            (code, meaning) ->
                assertTrue(text.contains("| " + code + " | " + meaning + " |"), code));
    for (String command : COMMANDS) {
      assertTrue(text.contains("| `" + command), command);
    }
  }

  @Test
  void refusesAStoreThatOthersCanRead() throws IOException {
    TestMachine machine = TestMachine.paired(folder);
    Files.setPosixFilePermissions(
        machine.state.resolve("store"), PosixFilePermissions.fromString("rwxr-xr-x"));
    assertEquals(5, machine.run("chat", "hi", "--json"));
    assertEquals("STORE", machine.lastEvent().text("reason").orElseThrow());
    assertTrue(machine.lastEvent().text("detail").orElseThrow().startsWith("OPEN_TO_OTHERS at "));
  }
}
