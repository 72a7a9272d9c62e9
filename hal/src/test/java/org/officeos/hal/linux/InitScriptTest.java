package org.officeos.hal.linux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code udev/init.d/officeos} by busybox's shell, where there is one, in a network namespace: with
 * the real packet filter, and a guard, an audit and a supplicant that only say that they ran.
 */
@Timeout(120)
class InitScriptTest {

  private static final Path UDEV = Path.of("..", "udev").toAbsolutePath().normalize();

  private static final Path RULES = UDEV.resolve("nftables/officeos-airgap.nft");
  private static final String GUARD = "guard --once\nguard --json --filter " + RULES + "\n";

  @TempDir Path folder;
  private Process holder;
  private String shell;

  @BeforeEach
  void aNamespaceWithAnInterfaceThatIsUp() throws Exception {
    assumeTrue(new File("/usr/sbin/nft").canExecute(), "needs nft");
    shell = new File("/bin/busybox").canExecute() ? "busybox" : "sh";
    holder = new ProcessBuilder("unshare", "--net", "--mount", "sleep", "110").start();
    assumeTrue(!holder.waitFor(300, TimeUnit.MILLISECONDS), "needs rights for a namespace");
    // Its own view of networks, as at a machine's start.
    inside(0, "mount", "-t", "sysfs", "sysfs", "/sys");
    inside(0, "ip", "link", "add", "eth7", "type", "veth", "peer", "name", "far");
    inside(0, "ip", "link", "set", "eth7", "up");
    program(
        "officeos",
        "echo \"$*\" >>\"$0.said\"",
        "case \"$*\" in",
        "  audit*) exit 0 ;;",
        "  'guard --once') exit \"$(cat \"$0.once\" 2>/dev/null || echo 0)\" ;;",
        "  guard*) exec sleep 100 ;;",
        "esac");
    program("wpa_supplicant", "echo \"$*\" >>\"$0.said\"", "exec sleep 100");
    Files.createDirectories(folder.resolve("state/officeos-supplicant"));
    Files.writeString(folder.resolve("state/officeos-supplicant/wlan0.conf"), "");
  }

  private void program(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    assertTrue(file.toFile().setExecutable(true));
  }

  @AfterEach
  void endAll() throws Exception {
    for (String each : List.of("keep_link", "keep_supplicant", "keep_guard", "keep_filter")) {
      end(each);
    }
    end("guard");
    end("supplicant");
    holder.destroyForcibly();
  }

  private void end(String name) throws Exception {
    process(name).ifPresent(ProcessHandle::destroyForcibly);
  }

  private Optional<ProcessHandle> process(String name) throws IOException {
    try {
      String id = Files.readString(folder.resolve("run/" + name + ".pid")).strip();
      return ProcessHandle.of(Long.parseLong(id));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private String inside(int status, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("nsenter", "--net", "--mount"));
    command.addAll(List.of("--target", Long.toString(holder.pid())));
    command.addAll(List.of(words));
    Path out = folder.resolve("out");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(out.toFile());
    builder.environment().put("OFFICEOS_AIRGAP", UDEV.resolve("libexec").toString());
    builder.environment().put("OFFICEOS_COMMAND", folder.resolve("officeos").toString());
    builder.environment().put("OFFICEOS_RULES", RULES.toString());
    builder.environment().put("OFFICEOS_SETTINGS", folder.resolve("settings").toString());
    builder.environment().put("OFFICEOS_STATE", folder.resolve("state").toString());
    builder.environment().put("OFFICEOS_RUN", folder.resolve("run").toString());
    builder.environment().put("OFFICEOS_PAUSE", "0.2");
    builder.environment().put("PATH", folder + ":" + System.getenv("PATH") + ":/usr/sbin:/sbin");
    Process process = builder.start();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS), String.join(" ", words));
    String said = Files.readString(out, UTF_8);
    assertEquals(status, process.exitValue(), said);
    return said;
  }

  private String officeos(int status, String word) throws Exception {
    Files.writeString(folder.resolve("settings"), "-net.ipv4.conf.*.arp_ignore = 2\n");
    List<String> words = new ArrayList<>();
    if (shell.equals("busybox")) {
      words.add("busybox");
    }
    words.addAll(List.of("sh", UDEV.resolve("init.d/officeos").toString(), word));
    return inside(status, words.toArray(String[]::new));
  }

  private static void await(Callable<Boolean> what, String words) throws Exception {
    for (int i = 0; i < 600 && !what.call(); i++) {
      Thread.sleep(50);
    }
    assertTrue(what.call(), words);
  }

  private String said(String program) throws IOException {
    Path file = folder.resolve(program + ".said");
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private boolean isUp() throws Exception {
    return inside(0, "ip", "-o", "link", "show", "eth7").matches("(?s).*<[^>]*\\bUP\\b.*");
  }

  private boolean runs(String name) throws Exception {
    return process(name).filter(ProcessHandle::isAlive).isPresent();
  }

  @Test
  void startShutsFirstThenFilterThenGuardThenTheSupplicant() throws Exception {
    assertTrue(isUp(), "the control");
    officeos(0, "start");
    assertFalse(isUp());
    await(() -> runs("supplicant"), "the supplicant");
    assertTrue(runs("guard"));
    String words = said("officeos");
    assertEquals(GUARD, words.replaceAll("audit.*\n", ""));
    assertTrue(words.contains("audit --only AGL-FLT-01 --only AGL-FLT-02\n"), words);
    assertTrue(inside(0, "nft", "list", "ruleset").contains("table inet officeos_airgap"));
    assertTrue(said("wpa_supplicant").contains("-iwlan0"));
    officeos(0, "status");
    officeos(0, "start");
    assertEquals(words, said("officeos"), "the second start begins nothing anew");
  }

  @Test
  void aGuardThatIsKilledIsShutForAndComesBack() throws Exception {
    officeos(0, "start");
    await(() -> runs("guard") && !Files.exists(folder.resolve("run/wanting/guard")), "the guard");
    inside(0, "ip", "link", "set", "eth7", "up");
    end("guard");
    await(() -> !isUp(), "shut for want of the guard");
    await(() -> said("officeos").split("guard --json", -1).length == 3, "another guard");
    await(() -> runs("guard"), "another guard");
  }

  @Test
  void whereTheGuardCannotShutEverythingNothingElseStarts() throws Exception {
    Files.writeString(folder.resolve("officeos.once"), "5");
    officeos(0, "start");
    await(() -> said("officeos").split("guard --once", -1).length > 3, "tries");
    assertFalse(runs("guard"));
    assertEquals("", said("wpa_supplicant"));
    assertTrue(officeos(3, "status").contains("shut for want of guard"));
    inside(0, "ip", "link", "set", "eth7", "up");
    await(() -> !isUp(), "shut at every try");
    Files.delete(folder.resolve("officeos.once"));
    await(() -> runs("supplicant"), "the supplicant once the guard is there");
  }

  @Test
  void whereTheFilterCannotBeLoadedTheSupplicantDoesNotStart() throws Exception {
    program("nft", "exit 1");
    officeos(0, "start");
    await(() -> runs("guard"), "the guard");
    Thread.sleep(500);
    assertEquals("", said("wpa_supplicant"));
    Files.delete(folder.resolve("nft"));
    await(() -> runs("supplicant"), "the supplicant once the filter is there");
  }

  @Test
  void stopLeavesFilterAndGuardAndShuts() throws Exception {
    officeos(0, "start");
    await(() -> runs("supplicant"), "the supplicant");
    inside(0, "ip", "link", "set", "eth7", "up");
    officeos(0, "stop");
    assertFalse(runs("supplicant"));
    assertTrue(runs("guard"));
    assertFalse(isUp());
    assertTrue(inside(0, "nft", "list", "ruleset").contains("policy drop"));
    officeos(0, "start");
    await(() -> runs("supplicant"), "the supplicant again");
    officeos(64, "wrong");
  }
}
