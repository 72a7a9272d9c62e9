package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.airgap.AirgapSettings;
import org.officeos.hal.airgap.Finding;
import org.officeos.hal.airgap.Finding.State;
import org.officeos.hal.airgap.LeakVector;
import org.officeos.hal.airgap.Lockdown;
import org.officeos.hal.airgap.OwnUnit;
import org.officeos.hal.airgap.Part;
import org.officeos.hal.airgap.Policy;
import org.officeos.hal.airgap.Reading;
import org.officeos.hal.airgap.Snapshot;
import org.officeos.hal.airgap.TextFile;

/** The product's own files in a folder of the test's own, as they would be installed. */
class LockdownReaderTest {

  private static final Path PRODUCT = Path.of("..", "udev");
  private static final String UNITS = "usr/lib/systemd/system/";

  @TempDir Path root;

  @BeforeEach
  void installed() throws IOException {
    write("etc/hostname", "x\n");
    write("usr/lib/systemd/systemd", "");
    write("usr/lib/udev/rules.d/10-other.rules", "SUBSYSTEM==\"net\", NAME=\"x\"\n");
    copy("systemd/system", UNITS);
    copy("rules.d", "usr/lib/udev/rules.d/");
    if (!Files.exists(PRODUCT.resolve("rules.d"))) {
      write(
          "usr/lib/udev/rules.d/70-officeos.rules",
          "SUBSYSTEM==\"net\", ACTION==\"add\", ENV{NM_UNMANAGED}=\"1\"\n");
    }
    for (String each : List.of("filter", "guard")) {
      link(
          "etc/systemd/system/sysinit.target.wants/officeos-" + each + ".service",
          "/" + UNITS + "officeos-" + each + ".service");
    }
  }

  /** Files and the folders of files that change them; nothing where the product has no such. */
  private void copy(String from, String to) throws IOException {
    Path folder = PRODUCT.resolve(from);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        write(to + folder.relativize(each), Files.readString(each));
      }
    }
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.resolveSibling("."));
    Files.deleteIfExists(path);
    Files.writeString(path, text);
  }

  private void link(String file, String target) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.resolveSibling("."));
    Files.deleteIfExists(path);
    Files.createSymbolicLink(path, Path.of(target));
  }

  private Snapshot image() {
    return AirgapReader.ofImage(root).read();
  }

  private Lockdown lockdown(boolean running) {
    Reading<Lockdown> reading =
        new LockdownReader(root, running).into(Snapshot.EMPTY).get(Part.LOCKDOWN);
    if (reading instanceof Reading.Read<Lockdown> read) {
      return read.value();
    }
    throw new AssertionError(reading);
  }

  private List<String> found() {
    return Stream.of(
            LeakVector.BOOT_WINDOW,
            LeakVector.STOP_WINDOW,
            LeakVector.RESUME_WINDOW,
            LeakVector.OWN_UNIT)
        .flatMap(each -> Policy.judge(image(), AirgapSettings.USUAL).of(each).stream())
        .filter(each -> each.state() == State.FAIL || each.state() == State.ERROR)
        .map(Finding::toString)
        .toList();
  }

  @Test
  void theProductAsItIsInstalledHasNoFindings() {
    assertEquals(List.of(), found());
  }

  @Test
  void filesThatChangeAUnitCountInTheirOrder() throws IOException {
    String changes = "systemd/system/officeos-guard.service.d/";
    write("etc/" + changes + "50-a.conf", "[Service]\nRestart=no\n");
    write("usr/lib/" + changes + "60-b.conf", "[Service]\nRestart=always\n");
    write("usr/lib/" + changes + "50-a.conf", "[Service]\nRestart=on-abort\n");
    assertEquals(List.of(), found());
    link("etc/" + changes + "60-b.conf", "/dev/null");
    assertEquals(1, found().size());
    assertTrue(found().get(0).contains("Restart is no"), found().toString());
    write("etc/systemd/system.control/officeos-guard.service.d/70.conf", "Restart=always\n");
    assertEquals(List.of(), found());
    write("run/systemd/system/service.d/80.conf", "PrivateTmp=no\n");
    assertTrue(found().stream().anyMatch(each -> each.contains("PrivateTmp is not yes")));
  }

  @Test
  void aUnitThatIsReplacedMaskedOrDisabledIsTakenAsItIs() throws IOException {
    write("etc/systemd/system/officeos-filter.service", "[Service]\nExecStart=/bin/true\n");
    assertTrue(found().stream().anyMatch(each -> each.contains("starts another program")));
    link("etc/systemd/system/officeos-guard.service", "/dev/null");
    Files.delete(root.resolve("etc/systemd/system/sysinit.target.wants/officeos-filter.service"));
    assertEquals(
        List.of(),
        lockdown(false).units().stream().filter(OwnUnit::starts).map(OwnUnit::name).toList());
  }

  @Test
  void aRunningSystemdTellsWhatIsActiveAndOurPartsWhatFailed() throws IOException {
    assertEquals(false, lockdown(true).systemd());
    Files.createDirectories(root.resolve("run/systemd/system"));
    assertEquals(Optional.empty(), lockdown(true).active());
    link("run/systemd/units/invocation:officeos-guard.service", "0123");
    link("run/systemd/units/log-level-max:officeos-filter.service", "6");
    write("run/officeos-filter/failed.status", "");
    assertEquals(Optional.of(Set.of("officeos-guard.service")), lockdown(true).active());
    write("run/officeos/wanting/officeos-guard.service", "");
    assertEquals(
        List.of(
            "/run/officeos/wanting/officeos-guard.service", "/run/officeos-filter/failed.status"),
        lockdown(true).failures());
    assertEquals(Optional.empty(), lockdown(false).active());
  }

  @Test
  void scriptsThatStartAreReadWhereThereIsNoSystemd() throws IOException {
    Files.delete(root.resolve("usr/lib/systemd/systemd"));
    write("etc/init.d/S01officeos", "nft -f /usr/share/officeos/officeos-airgap.nft\n");
    write("etc/init.d/off", "officeos guard\n");
    write("etc/inittab", "::respawn:/usr/bin/officeos guard --json\n");
    write("usr/lib/hidden", "ifup\n");
    link("etc/init.d/S40network", "/usr/lib/hidden");
    assertEquals(
        List.of("/etc/init.d/S01officeos", "/etc/init.d/S40network", "/etc/inittab"),
        lockdown(false).scripts().stream().map(TextFile::path).toList());
    assertEquals("ifup\n", lockdown(false).scripts().get(1).text(), "of this tree");
    assertEquals(List.of(), found());
  }

  @Test
  void whatIsTooLongOrTooManyIsUnreadableAndNotCutOff() throws IOException {
    write("usr/lib/systemd/system-sleep/long", "#".repeat((256 << 10) + 1));
    assertTrue(found().get(0).contains("is no file of at most 262144 bytes"), found().toString());
    Files.delete(root.resolve("usr/lib/systemd/system-sleep/long"));
    for (int i = 0; i <= 500; i++) {
      write("usr/lib/systemd/system-sleep/" + i, "");
    }
    assertTrue(found().get(0).contains("has more than 500 entries"), found().toString());
  }
}
