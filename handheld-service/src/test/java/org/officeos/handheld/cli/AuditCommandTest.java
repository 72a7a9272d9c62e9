package org.officeos.handheld.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.json.JsonReader;
import org.officeos.hal.json.JsonValue;

class AuditCommandTest {

  @TempDir Path folder;
  private Path image;

  @BeforeEach
  void anImageAsItIsMeantToBe() throws IOException {
    image = folder.resolve("image");
    write("etc/nsswitch.conf", "hosts: files\n");
    write("etc/resolv.conf", "\n");
    write("etc/init.d/S01filter", "nft -f /usr/share/officeos/officeos-airgap.nft\n");
    write("etc/init.d/S02guard", "officeos guard --json &\n");
  }

  private Path write(String file, String text) throws IOException {
    Path path = image.resolve(file);
    Files.createDirectories(path.resolveSibling("."));
    return Files.writeString(path, text);
  }

  private TestMachine audit(int exit, String... more) {
    TestMachine machine = new TestMachine(folder);
    String[] arguments = new String[more.length + 3];
    arguments[0] = "audit";
    arguments[1] = "--root";
    arguments[2] = image.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    assertEquals(exit, machine.runBare(arguments), machine.out() + machine.err());
    return machine;
  }

  @Test
  void anImageWithoutWaysOutIsClean() {
    String said = audit(0).out();
    assertTrue(said.startsWith("0 found, 0 could not be looked at, 0 waived, "), said);
    assertFalse(said.contains("not judged yet"), said);
  }

  @Test
  void onlyWhatIsAskedForIsToldAndOnlyWhatIsJudgedCanBe() throws Exception {
    write("etc/resolv.conf", "nameserver 8.8.8.8\n");
    audit(0, "--only", "AGL-SVC-07");
    audit(1, "--only", "AGL-SVC-07", "--only", "agl-svc-01");
    assertTrue(audit(64, "--only", "AGL-LAP-01").err().contains("no id that is judged"));
    assertTrue(audit(64, "--only", "nonsense").err().contains("no id that is judged"));
  }

  @Test
  void aResolverIsFoundByEachForm() throws Exception {
    write("etc/resolv.conf", "nameserver 8.8.8.8\n");
    assertTrue(
        audit(1)
            .out()
            .startsWith(
                "FOUND   AGL-SVC-01  critical  Names are looked up over the network: resolv.conf:"
                    + " asks 8.8.8.8\n"));
    JsonValue.Obj json = (JsonValue.Obj) JsonReader.read(audit(1, "--format", "json").out());
    assertEquals(1, json.number("found").orElseThrow());
    JsonValue.Obj sarif = (JsonValue.Obj) JsonReader.read(audit(1, "--format", "sarif").out());
    assertEquals("2.1.0", sarif.text("version").orElseThrow());
    String junit = audit(1, "--format", "junit").out();
    assertTrue(junit.startsWith("<?xml "), junit);
    assertTrue(junit.contains(" failures=\"1\" errors=\"0\""), junit);
  }

  @Test
  void whatIsLessSevereThanAskedDoesNotFail() throws Exception {
    write("etc/environment", "http_proxy=http://10.0.0.1:3128\n");
    audit(1);
    audit(1, "--fail-on", "medium");
    audit(0, "--fail-on", "high");
  }

  @Test
  void aWaiverLastsUntilItsDay() throws Exception {
    write("etc/environment", "http_proxy=http://10.0.0.1:3128\n");
    Path waivers = folder.resolve("waivers");
    Files.writeString(waivers, "AGL-SVC-07 2099-12-31 the image is only looked at\n");
    String said = audit(0, "--waivers", waivers.toString()).out();
    assertTrue(said.contains("until 2099-12-31: the image is only looked at\n"), said);
    Files.writeString(waivers, "AGL-SVC-07 2001-12-31 long ago\n");
    said = audit(1, "--waivers", waivers.toString()).out();
    assertTrue(said.contains("waiver of line 1 ended 2001-12-31: long ago\n"), said);
    Files.writeString(waivers, "AGL-SVC-07 never because\n");
    said = audit(64, "--waivers", waivers.toString()).err();
    assertTrue(said.contains("--waivers: line 1: the second word must be a date"), said);
  }

  @Test
  void whatCannotBeReadIsNoPass() throws Exception {
    write("etc/wpa_supplicant/wpa_supplicant.conf", "network={\n");
    String said = audit(2).out();
    assertTrue(said.contains("UNSEEN  AGL-IFC-04  high  "), said);
    assertTrue(said.contains(": was not understood"), said);
  }

  @Test
  void aTerminalIsColouredUnlessItIsAskedNot() throws Exception {
    write("etc/environment", "http_proxy=http://10.0.0.1:3128\n");
    TestMachine machine = new TestMachine(folder);
    machine.terminal = true;
    machine.environment = Map.of("TERM", "linux");
    assertEquals(1, machine.runBare("audit", "--root", image.toString()));
    assertTrue(machine.out().startsWith("\033[31mFOUND \033[0m  AGL-SVC-07"), machine.out());
    TestMachine plain = new TestMachine(folder);
    plain.terminal = true;
    plain.environment = Map.of("TERM", "linux", "NO_COLOR", "1");
    assertEquals(1, plain.runBare("audit", "--root", image.toString()));
    assertTrue(plain.out().startsWith("FOUND   AGL-SVC-07"), plain.out());
  }

  @Test
  void explainsAnIdAndRefusesAnother() {
    TestMachine machine = new TestMachine(folder);
    assertEquals(0, machine.runBare("audit", "--explain", "agl-rte-01"));
    assertTrue(
        machine.out().startsWith("AGL-RTE-01  A default route in some table\nseverity  critical\n"),
        machine.out());
    assertTrue(machine.out().contains("expected  no default route in any table\n"));
    TestMachine other = new TestMachine(folder);
    assertEquals(0, other.runBare("audit", "--explain", "AGL-LAP-01"));
    assertTrue(other.out().contains("machine   laptop\n"), other.out());
    assertEquals(64, new TestMachine(folder).runBare("audit", "--explain", "AGL-XXX-01"));
    assertEquals(64, new TestMachine(folder).runBare("audit", "--root", folder.toString()));
    assertEquals(64, new TestMachine(folder).runBare("audit", "--format", "pdf"));
    assertEquals(64, new TestMachine(folder).runBare("audit", "--fail-on", "much"));
  }

  @Test
  void thisMachineIsLookedAtWholeAndNothingIsLeftOut() throws Exception {
    TestMachine machine = new TestMachine(folder);
    int exit = machine.runBare("audit", "--format", "json");
    JsonValue.Obj json = (JsonValue.Obj) JsonReader.read(machine.out());
    assertEquals(exit, json.number("exit").orElseThrow());
    assertTrue(machine.out().contains("\"id\":\"AGL-FLT-01\""), machine.out());
    assertTrue(!machine.out().contains("\"state\":\"skip\""), machine.out());
  }
}
