package org.officeos.hal.linux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.airgap.AirgapSettings;
import org.officeos.hal.airgap.Finding;
import org.officeos.hal.airgap.Policy;

/** {@code udev/install} on a tree that stands for a Debian system. */
class InstallScriptTest {

  private static final Path REPOSITORY = Path.of("..");
  private static final String UNITS = "usr/lib/systemd/system/";
  private static final String WANTS = "etc/systemd/system/";

  @TempDir Path folder;
  private Path root;
  private Path product;

  @BeforeEach
  void aTreeAndABuiltProduct() throws Exception {
    assumeTrue(new ProcessBuilder("test", "-w", "/root").start().waitFor() == 0, "needs root");
    root = folder.resolve("root");
    product = folder.resolve("product");
    write("etc/passwd", "root:x:0:0:root:/root:/bin/sh\ngames:x:999:998::/:/bin/false\n");
    write("etc/group", "root:x:0:\ngames:x:998:\n");
    write("etc/resolv.conf", "nameserver 192.0.2.1\n");
    write("etc/nsswitch.conf", "passwd: files\nhosts: files dns\n");
    for (String each : List.of("nft", "wpa_supplicant", "dbus-daemon", "java", "iw", "ip")) {
      write("usr/bin/" + each, "#!/bin/true\n");
      assertTrue(root.resolve("usr/bin/" + each).toFile().setExecutable(true));
    }
    run(0, "cp", "-R", REPOSITORY.resolve("udev").toString(), product("udev"));
    run(0, "cp", "-R", REPOSITORY.resolve("bin").toString(), product("bin"));
    Path built = product.resolve("handheld-service/target");
    Files.createDirectories(built.resolve("lib"));
    Files.writeString(built.resolve("handheld-service-1-SNAPSHOT.jar"), "a");
    Files.writeString(built.resolve("lib/hal.jar"), "b");
  }

  /** Links lead out of the folder, which its own end would warn of. */
  @AfterEach
  void takeTheTreeAway() throws Exception {
    for (String each : List.of("root", "programs")) {
      run(0, "rm", "-rf", folder.resolve(each).toString());
    }
  }

  private String product(String name) throws IOException {
    Files.createDirectories(product);
    return product.resolve(name).toString();
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(root.resolve(file).getParent());
    Files.writeString(root.resolve(file), text);
  }

  private String run(int status, String... words) throws Exception {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(status, process.exitValue(), said);
    return said;
  }

  private String install(int status, String... more) throws Exception {
    List<String> words = new ArrayList<>(List.of("sh", product("udev/install")));
    words.addAll(List.of("--root", root.toString()));
    words.addAll(List.of(more));
    return run(status, words.toArray(String[]::new));
  }

  private boolean links(String place, String target) throws IOException {
    Path at = root.resolve(place);
    return Files.isSymbolicLink(at) && Files.readSymbolicLink(at).toString().equals(target);
  }

  private boolean there(String place) {
    return Files.exists(root.resolve(place), LinkOption.NOFOLLOW_LINKS);
  }

  private Set<String> tree() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.map(each -> root.relativize(each).toString()).collect(Collectors.toSet());
    }
  }

  @Test
  void unitsAreThereAndStartAtBootWithoutAServiceManagerAtHand() throws Exception {
    install(0);
    for (String each : List.of("filter", "guard")) {
      String unit = "officeos-" + each + ".service";
      assertTrue(links(WANTS + "sysinit.target.wants/" + unit, "/" + UNITS + unit), unit);
    }
    for (String each : List.of("supplicant", "link")) {
      String unit = "officeos-" + each + ".service";
      assertTrue(links(WANTS + "multi-user.target.wants/" + unit, "/" + UNITS + unit), unit);
    }
    String device = WANTS + "sys-subsystem-net-devices-wlan0.device.wants/";
    assertTrue(there(device + "officeos-supplicant.service"));
    assertTrue(there(UNITS + "officeos-shut@.service"));
    assertTrue(links("usr/bin/officeos", "../lib/officeos/bin/officeos"));
    assertEquals(
        "b",
        Files.readString(root.resolve("usr/lib/officeos/handheld-service/target/lib/hal.jar")));
    assertTrue(Files.isExecutable(root.resolve("usr/lib/officeos-airgap/shut")));
    assertUsers("officeos", "officeos-filter", "officeos-supplicant");
  }

  private void assertUsers(String... names) throws IOException {
    Set<String> users =
        Files.readAllLines(root.resolve("etc/passwd")).stream()
            .map(line -> line.replaceFirst(":.*", ""))
            .filter(name -> name.startsWith("officeos"))
            .collect(Collectors.toSet());
    assertEquals(Set.of(names), users);
  }

  @Test
  void whereNobodyMakesUsersTheyAreMadeAllTheSameAndOnce() throws Exception {
    Path programs = Files.createDirectories(folder.resolve("programs"));
    for (Path each : List.of(Path.of("/bin"), Path.of("/sbin"), Path.of("/usr/sbin"))) {
      link(each, programs);
    }
    link(Path.of("/usr/bin"), programs);
    Files.deleteIfExists(programs.resolve("systemd-sysusers"));
    for (int i = 0; i < 2; i++) {
      String installer = product("udev/install");
      run(0, "env", "PATH=" + programs, "sh", installer, "--root", root.toString());
      assertUsers("officeos", "officeos-filter", "officeos-supplicant");
    }
    String groups = Files.readString(root.resolve("etc/group"));
    assertTrue(
        groups.contains("\nofficeos:x:997:\nofficeos-filter:x:996:\nofficeos-supplicant:x:995:\n"),
        groups);
  }

  private static void link(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.list(from)) {
      for (Path each : all.toList()) {
        Path link = to.resolve(each.getFileName());
        if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
          Files.createSymbolicLink(link, each);
        }
      }
    }
  }

  /** Judged by the policy itself: whatever of these units an image has, none of them starts. */
  @Test
  void allThatTheAuditSaysOfAnImageIsCleanAfterwards() throws Exception {
    write("usr/lib/systemd/systemd", "");
    Path source = Path.of("src/main/java/org/officeos/hal/airgap/ServiceChecks.java");
    List<String> named =
        Stream.of(Files.readString(source).split("\"", -1))
            .filter(each -> each.matches("[A-Za-z-]+\\.(service|socket)"))
            .toList();
    assertTrue(named.size() > 30, named.toString());
    for (String each : named) {
      write(WANTS + "multi-user.target.wants/" + each, "[Unit]\n");
    }
    assertTrue(failed().toString().contains("MANAGER"), "the control");
    install(0);
    assertEquals(Set.of(), failed());
    install(0, "--jail");
    assertEquals(Set.of(), failed());
  }

  @Test
  void allThatTheAuditSaysOfAnImageWithoutSystemdIsCleanAfterwards() throws Exception {
    assertTrue(failed().toString().contains("BOOT_WINDOW"), "the control");
    install(0, "--init");
    assertEquals(Set.of(), failed());
  }

  private Set<String> failed() {
    return Policy.judge(AirgapReader.ofImage(root).read(), AirgapSettings.USUAL).findings().stream()
        .filter(each -> each.state() == Finding.State.FAIL || each.state() == Finding.State.ERROR)
        .map(each -> each.vector() + " " + each.subject() + ": " + each.observed())
        .collect(Collectors.toSet());
  }

  @Test
  void theSecondTimeChangesNothingAndSaysSo() throws Exception {
    install(0);
    Set<String> first = tree();
    String said = install(0);
    assertEquals(first, tree());
    assertFalse(said.contains("\n  "), said);
  }

  @Test
  void aClassArchiveIsOfOneProductOnlyAndIsNotMadeForATree() throws Exception {
    String said = install(0);
    assertTrue(said.contains("class archive: none for a tree; on the device"), said);
    assertTrue(Files.isExecutable(root.resolve("usr/lib/officeos/bin/class-archive")));
    assertFalse(there("usr/lib/officeos/officeos.jsa"));
    write("usr/lib/officeos/officeos.jsa", "made on the device");
    write("usr/lib/officeos/officeos.jsa.sum", "18");
    said = install(0);
    assertTrue(there("usr/lib/officeos/officeos.jsa"), "the product is the same");
    assertFalse(said.contains("\n  "), said);
    Files.writeString(product.resolve("handheld-service/target/lib/hal.jar"), "another");
    install(0);
    assertFalse(there("usr/lib/officeos/officeos.jsa"));
    assertFalse(there("usr/lib/officeos/officeos.jsa.sum"));
    write("usr/lib/officeos/officeos.jsa", "made on the device");
    install(0, "--remove");
    assertFalse(there("usr/lib/officeos"));
  }

  @Test
  void aUnitOfAPersonsOwnIsKeptBesideTheMask() throws Exception {
    write(WANTS + "iwd.service", "[Service]\nExecStart=/opt/iwd\n");
    install(0);
    assertTrue(links(WANTS + "iwd.service", "/dev/null"));
    assertTrue(
        Files.readString(root.resolve("var/lib/officeos-install/iwd.service"))
            .contains("/opt/iwd"));
    assertTrue(
        Files.readString(root.resolve("var/lib/officeos-install/resolv.conf"))
            .contains("192.0.2.1"));
  }

  @Test
  void withAJailFilterAndGuardAreThereTwiceAndWithoutOneAgainOnce() throws Exception {
    install(0, "--jail");
    for (String each : List.of("jail", "jail-filter", "jail-guard")) {
      assertTrue(there(WANTS + "sysinit.target.wants/officeos-" + each + ".service"), each);
    }
    for (String each : List.of("jail-filter", "jail-guard", "supplicant", "link")) {
      String place = UNITS + "officeos-" + each + ".service.d/jail.conf";
      String said = Files.readString(root.resolve(place));
      assertTrue(said.contains("\nNetworkNamespacePath=/run/netns/officeos\n"), each);
    }
    assertTrue(there("usr/lib/udev/rules.d/73-officeos-jail.rules"));
    assertFalse(there(UNITS + "officeos-supplicant.service.d/device.conf"));
    install(0);
    assertTrue(tree().stream().noneMatch(each -> each.contains("officeos-jail")), "all of it");
    assertFalse(there(UNITS + "officeos-link.service.d"));
    assertTrue(there(UNITS + "officeos-supplicant.service.d/device.conf"));
  }

  @Test
  void withoutSystemdOneScriptStandsForTheUnits() throws Exception {
    install(0, "--init");
    assertTrue(links("etc/init.d/S03officeos", "officeos"));
    assertTrue(Files.isExecutable(root.resolve("etc/init.d/officeos")));
    assertFalse(there(UNITS), "no units");
    assertFalse(there("etc/systemd"), "no masks");
    assertUsers("officeos");
    String users = Files.readString(root.resolve("etc/passwd"));
    assertTrue(users.contains("\nofficeos:x:997:997:"), "998 is a group's, 999 a user's: " + users);
    install(64, "--init", "--jail");
  }

  @Test
  void removedItStaysShut() throws Exception {
    install(0);
    String said = install(0, "--remove");
    assertTrue(said.contains("stays shut"), said);
    for (String each :
        List.of("usr/bin/officeos", "usr/lib/officeos", UNITS + "officeos-guard.service")) {
      assertFalse(there(each), each);
    }
    for (String each : List.of("guard", "supplicant", "link")) {
      assertTrue(
          tree().stream().noneMatch(file -> file.endsWith("officeos-" + each + ".service")), each);
    }
    assertTrue(there("usr/share/officeos/officeos-airgap.nft"));
    assertTrue(there(WANTS + "sysinit.target.wants/officeos-filter.service"));
    assertTrue(there("usr/lib/sysctl.d/officeos.conf"));
    assertTrue(there("usr/lib/udev/rules.d/72-officeos-airgap.rules"));
    assertTrue(links(WANTS + "NetworkManager.service", "/dev/null"));
    String without =
        Files.readString(root.resolve(UNITS + "officeos-filter.service.d/removed.conf"));
    assertTrue(without.contains("ExecStartPost=\n"), without);
    install(0);
    assertFalse(there(UNITS + "officeos-filter.service.d"), "nothing of the removal is left");
    assertTrue(there(UNITS + "officeos-guard.service"));
  }

  @Test
  void whatIsMissingIsNamedBeforeAnythingIsChanged() throws Exception {
    Files.delete(root.resolve("usr/bin/nft"));
    Set<String> before = tree();
    assertTrue(install(69).contains("apt-get install --no-install-recommends nftables"));
    Files.delete(product.resolve("handheld-service/target/handheld-service-1-SNAPSHOT.jar"));
    assertTrue(install(69).contains("not built"));
    install(64, "--wrong");
    run(64, "sh", product("udev/install"), "--root", folder.resolve("none").toString());
    assertEquals(before, tree());
  }
}
