package org.officeos.handheld.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.linux.lib.DatagramListener;
import org.officeos.hal.linux.lib.NativeDatagramListener;
import org.officeos.hal.linux.lib.UnixAddress;

/** {@code officeos guard} as a process, in a network namespace that a sleeping process holds. */
@Timeout(120)
class GuardProcessTest {

  @TempDir Path folder;
  private final List<Process> started = new ArrayList<>();
  private String namespace = "";

  @BeforeEach
  void holdANamespace() throws Exception {
    Process holder = new ProcessBuilder("unshare", "--net", "sleep", "100").start();
    started.add(holder);
    assumeTrue(!holder.waitFor(300, TimeUnit.MILLISECONDS), "needs rights for a namespace");
    namespace = "--net=/proc/" + holder.pid() + "/ns/net";
    // A new namespace may begin with the machine's own settings.
    inside(
        "sh",
        "-c",
        "for f in ipv4/ip_forward ipv6/conf/all/forwarding; do"
            + " [ ! -e /proc/sys/net/$f ] || echo 0 >/proc/sys/net/$f; done");
    String link = inside("ip", "-o", "link");
    assumeTrue(link.contains("lo") && !link.contains("eth"), link);
  }

  @AfterEach
  void endAll() {
    started.forEach(Process::destroyForcibly);
  }

  private Process start(Map<String, String> environment, List<String> words) throws IOException {
    List<String> command = new ArrayList<>(List.of("nsenter", namespace));
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(folder.resolve("err").toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private String inside(String... words) throws Exception {
    Process process = start(Map.of(), List.of(words));
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), String.join(" ", words) + ": " + said);
    return said;
  }

  private Process guard(Map<String, String> environment, String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of("env", "--default-signal=INT"));
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx32m", "-cp"));
    words.addAll(List.of(System.getProperty("java.class.path"), Main.class.getName(), "guard"));
    words.addAll(List.of(more));
    return start(environment, words);
  }

  private boolean isUp(String name) throws Exception {
    return inside("ip", "-o", "link", "show", name).matches("(?s).*<[^>]*\\bUP\\b.*");
  }

  private void untilDown(String name) throws Exception {
    for (int i = 0; i < 500 && isUp(name); i++) {
      Thread.sleep(10);
    }
    assertFalse(isUp(name));
  }

  @Test
  void tellsTheManagerFeedsItsWatchdogAndEndsWellOnSigterm() throws Exception {
    inside("ip", "link", "add", "eth7", "type", "veth", "peer", "name", "other");
    inside("ip", "link", "set", "eth7", "up");
    String socket = folder.resolve("n").toString();
    try (DatagramListener manager = new NativeDatagramListener(UnixAddress.ofPath(socket))) {
      Process guard = guard(Map.of("NOTIFY_SOCKET", socket, "WATCHDOG_USEC", "400000"), "--json");
      assertEquals("READY=1", next(manager));
      assertFalse(isUp("eth7"), "ready only when what stood open is shut");
      assertEquals("STATUS=Watches.", manager.next());
      assertEquals("WATCHDOG=1", manager.next());
      inside("ip", "link", "set", "eth7", "up");
      untilDown("eth7");
      BufferedReader out = guard.inputReader(UTF_8);
      assertTrue(out.readLine().startsWith("{\"event\":\"shut\",\"id\":\"AGL-IFC-01\","));
      guard.destroy();
      assertEquals(0, guard.waitFor());
    }
  }

  /** A start may take longer than the listener waits. */
  private static String next(DatagramListener manager) throws IOException {
    for (int i = 0; i < 9; i++) {
      try {
        return manager.next();
      } catch (IOException notYet) {
        // It still starts.
      }
    }
    return manager.next();
  }

  @Test
  void killedItLeavesNothingOpenBehindAndTheNextOneShutsWhatOpenedMeanwhile() throws Exception {
    inside("ip", "link", "add", "eth7", "type", "veth", "peer", "name", "other");
    inside("ip", "link", "set", "eth7", "up");
    Process first = guard(Map.of());
    assertTrue(first.inputReader(UTF_8).readLine().startsWith("SHUT    AGL-IFC-01  eth7: up;"));
    first.destroyForcibly().waitFor();
    assertFalse(isUp("eth7"));
    inside("ip", "link", "set", "eth7", "up");
    inside("ip", "addr", "add", "10.7.0.2/24", "dev", "eth7");
    assertTrue(isUp("eth7"), "nobody watches");
    Process next = guard(Map.of());
    next.inputReader(UTF_8).readLine();
    untilDown("eth7");
  }

  @Test
  void onceEndsWithWhatItLeft() throws Exception {
    inside("ip", "link", "add", "eth7", "type", "veth", "peer", "name", "other");
    inside("ip", "link", "set", "eth7", "up");
    Process dry = guard(Map.of(), "--once", "--dry-run");
    assertEquals(5, dry.waitFor());
    assertTrue(isUp("eth7"));
    Process once = guard(Map.of(), "--once");
    assertEquals(0, once.waitFor());
    assertFalse(isUp("eth7"));
  }

  @Test
  void withoutTheCapabilityItSaysSoByName() throws Exception {
    inside("ip", "link", "add", "eth7", "type", "veth", "peer", "name", "other");
    inside("ip", "link", "set", "eth7", "up");
    List<String> words = new ArrayList<>(List.of("setpriv", "--bounding-set", "-all"));
    words.addAll(List.of("--inh-caps", "-all", "--no-new-privs"));
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    words.addAll(List.of("guard", "--once"));
    Process guard = start(Map.of(), words);
    String said = new String(guard.getInputStream().readAllBytes(), UTF_8);
    assertEquals(5, guard.waitFor());
    assertTrue(said.contains("OPEN    AGL-IFC-01  eth7: up; kind veth: REFUSED: EPERM"), said);
    assertTrue(isUp("eth7"));
  }
}
