package org.officeos.handheld.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.linux.lib.DatagramListener;
import org.officeos.hal.linux.lib.NativeDatagramListener;
import org.officeos.hal.linux.lib.UnixAddress;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.handheld.group.LaptopAddresses;
import org.officeos.handheld.radio.KnownLaptop;
import org.officeos.handheld.testing.Peers;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.testing.SettableClock;

/** Real processes on a machine without a message bus: none is there for them. */
@Timeout(120)
class RadioProcessesTest {

  @TempDir Path folder;

  private Map<String, String> environment() {
    return Map.of(
        "DBUS_SYSTEM_BUS_ADDRESS",
        "unix:path=" + folder.resolve("no-bus"),
        "NOTIFY_SOCKET",
        folder.resolve("n").toString());
  }

  @Test
  void theResidentTellsTheSystemAndLeavesCleanlyOnSigterm() throws Exception {
    TestMachine machine = new TestMachine(folder);
    Relationship relationship =
        machine.pair(Peers.laptop("office", SettableClock.NOON, Duration.ofDays(30)));
    new LaptopAddresses(machine.state.resolve("laptops"))
        .keep(relationship.id(), new KnownLaptop(MacAddress.parse("02:00:00:00:00:01")));
    Path note = machine.state.resolve("run").resolve("link.json");
    try (DatagramListener manager =
            new NativeDatagramListener(UnixAddress.ofPath(folder.resolve("n").toString()));
        Cli link = Cli.start(machine.state, environment(), "link", "--json")) {
      assertEquals("READY=1", manager.next());
      assertEquals("RADIO_AWAY", link.event("link").text("phase").orElseThrow());
      assertTrue(manager.next().startsWith("STATUS=Waiting for the radio"));
      assertTrue(Files.readString(note).contains("\"pid\":" + link.pid() + ","));
      link.signal("TERM");
      assertEquals(0, link.exit(), link.err());
    }
    assertFalse(Files.exists(note));
  }

  @Test
  void saysThatThereIsNoBus() throws Exception {
    try (Cli status = Cli.start(folder, environment(), "p2p", "status", "--json")) {
      assertEquals("BUS_ABSENT", status.event("done").text("reason").orElseThrow());
      assertEquals("WIFI_DIRECT_UNUSABLE", status.event("error").text("reason").orElseThrow());
      assertEquals(5, status.exit());
    }
  }

  @Test
  void commandsThatUseNoRadioLoadNeitherTheBusNorNativeCode() throws Exception {
    Path loaded = folder.resolve("loaded");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xlog:class+load:file=" + loaded, "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("relationships", "--state", folder.resolve("s").toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), Files.readString(folder.resolve("said")));
    List<String> unwanted =
        Files.readAllLines(loaded, StandardCharsets.ISO_8859_1).stream()
            .filter(
                line ->
                    line.matches(
                        ".* (org\\.freedesktop|org\\.officeos\\.wpa|com\\.sun\\.jna)\\..*"))
            .toList();
    assertEquals(List.of(), unwanted);
  }
}
