package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.airgap.Part;
import org.officeos.hal.airgap.Powers;
import org.officeos.hal.airgap.Reading;
import org.officeos.hal.airgap.Snapshot;
import org.officeos.hal.linux.lib.FakeLibC;
import org.officeos.hal.linux.lib.LibC;
import org.officeos.hal.linux.lib.NativeLibC;

/** What other programs are told, and who may do what, from files in a folder of the test's own. */
class ProgramSettingsTest {

  @TempDir Path root;

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.resolveSibling("."));
    Files.writeString(path, text);
  }

  private static <T> T value(Reading<T> reading) {
    if (reading instanceof Reading.Read<T> read) {
      return read.value();
    }
    throw new AssertionError(reading);
  }

  private List<String> settings() throws IOException {
    write("etc/hostname", "x\n");
    return value(new ProgramSettings(root).into(Snapshot.EMPTY).get(Part.SETTINGS)).stream()
        .map(each -> each.file() + " " + each.key() + " " + each.value())
        .toList();
  }

  private Powers powers(LibC libc) throws IOException {
    write("etc/hostname", "x\n");
    return value(new PowersReader(root, Optional.of(libc)).into(Snapshot.EMPTY).get(Part.POWERS));
  }

  @Test
  void aMachineWithoutSuchProgramsHasNothing() throws IOException {
    assertEquals(List.of(), settings());
    assertEquals(Powers.NONE, powers(new FakeLibC()));
    Reading<?> nowhere =
        new ProgramSettings(root.resolve("no")).into(Snapshot.EMPTY).get(Part.SETTINGS);
    assertTrue(nowhere instanceof Reading.Unreadable<?>);
  }

  @Test
  void networkManagersFilesCountInTheirOrder() throws IOException {
    String vendor = "usr/lib/NetworkManager/conf.d/20-connectivity.conf";
    write(vendor, "[main]\nuri=no\n[connectivity]\nuri=http://example.org/check\n");
    assertEquals(List.of("/" + vendor + " connectivity.uri set"), settings());
    write("etc/NetworkManager/conf.d/90-off.conf", "[connectivity]\n# yes\nenabled=false\n");
    assertEquals(List.of(), settings());
    write("etc/NetworkManager/conf.d/95-on.conf", "[connectivity]\nenabled=true\n");
    assertEquals(List.of("/etc/NetworkManager/conf.d/95-on.conf connectivity.uri set"), settings());
    write("etc/NetworkManager/conf.d/20-connectivity.conf", "");
    assertEquals(List.of(), settings());
  }

  @Test
  void connmanTestsWhereNothingIsSaid() throws IOException {
    write("etc/connman/main.conf", "[General]\nPreferredTechnologies=ethernet\n");
    assertEquals(List.of("/etc/connman/main.conf EnableOnlineCheck true"), settings());
    write("etc/connman/main.conf", "[General]\nEnableOnlineCheck = false\n");
    assertEquals(List.of("/etc/connman/main.conf EnableOnlineCheck false"), settings());
  }

  @Test
  void tablesOfTimesAreSearchedForCommandsAndNothingElseIsKept() throws IOException {
    write("etc/crontab", "# wget\n17 * * * * root cd / && test -x /x || /usr/bin/curl -s secret\n");
    write("etc/cron.daily/logrotate", "#!/bin/sh\n/usr/sbin/logrotate /etc/logrotate.conf\n");
    write("var/spool/cron/crontabs/somebody", "@daily rsync -a a b; wget x\n");
    assertEquals(
        List.of(
            "/etc/crontab curl runs",
            "/var/spool/cron/crontabs/somebody rsync runs",
            "/var/spool/cron/crontabs/somebody wget runs"),
        settings());
  }

  @Test
  void programsOfGamesAreReadWithoutTheirSecrets() throws IOException {
    write(
        "home/me/.config/retroarch/retroarch.cfg",
        "cheevos_enable = \"true\"\ncheevos_password = \"secret\"\ndiscord_allow = \"a b c\"\n");
    write("userdata/system/batocera.conf", "#updates.enabled=1\nupdates.enabled=0\n");
    assertEquals(
        List.of(
            "/home/me/.config/retroarch/retroarch.cfg cheevos_enable true",
            "/home/me/.config/retroarch/retroarch.cfg discord_allow set",
            "/userdata/system/batocera.conf updates.enabled 0"),
        settings());
  }

  @Test
  void whatIsTooMuchIsUnreadable() throws IOException {
    for (int i = 0; i <= 500; i++) {
      write("etc/cron.d/" + i, "");
    }
    Reading<?> many = new ProgramSettings(root).into(Snapshot.EMPTY).get(Part.SETTINGS);
    assertTrue(many.toString().contains("has more than 500 entries"), many.toString());
  }

  @Test
  void toolsAreToldWithTheirModesAndCapabilities() throws IOException {
    write("usr/sbin/nft", "");
    write("usr/bin/busybox", "");
    write("usr/bin/game", "");
    Files.createSymbolicLink(root.resolve("sbin"), Path.of("usr/sbin"));
    Files.setAttribute(root.resolve("usr/sbin/nft"), "unix:mode", 0755);
    Files.setAttribute(root.resolve("usr/bin/busybox"), "unix:mode", 04711);
    FakeLibC libc = new FakeLibC();
    libc.attribute(root.resolve("usr/sbin/nft").toString(), "security.capability", new byte[20]);
    assertEquals(
        List.of(
            new Powers.Tool("/usr/sbin/nft", 0755, true),
            new Powers.Tool("/usr/bin/busybox", 04711, false)),
        powers(libc).files());
    libc.refuseNext("getxattr", LibC.EACCES);
    Reading<?> refused =
        new PowersReader(root, Optional.of(libc)).into(Snapshot.EMPTY).get(Part.POWERS);
    assertTrue(refused instanceof Reading.Unreadable<?>, refused.toString());
  }

  @Test
  void capabilitiesAreReadFromTheFileSystem() throws Exception {
    write("usr/sbin/nft", "");
    Path tool = root.resolve("usr/sbin/nft");
    boolean set;
    try {
      set =
          new ProcessBuilder("setcap", "cap_net_admin+ep", tool.toString()).start().waitFor() == 0;
    } catch (IOException noSuchProgram) {
      set = false;
    }
    assumeTrue(set, "needs setcap, CAP_SETFCAP, and a file system with attributes");
    assertEquals(
        List.of(true),
        powers(new NativeLibC()).files().stream().map(Powers.Tool::capable).toList());
  }

  @Test
  void linesWithoutPasswordsAreToldWithTheirAliases() throws IOException {
    write(
        "etc/sudoers",
        """
        Cmnd_Alias NET = /usr/sbin/nft, RADIO : RADIO = /usr/sbin/iw
        root ALL=(ALL) NOPASSWD: ALL
        %sudo ALL=(ALL:ALL) ALL
        me ALL=(root) NOPASSWD: SETENV: NET, \\
          /usr/bin/true
        """);
    write("etc/sudoers.d/a", "Defaults !authenticate\n");
    write("etc/sudoers.d/b.bak", "me ALL=NOPASSWD: ALL\n");
    write("etc/doas.conf", "permit nopass me cmd ip\npermit persist you\npermit nopass :wheel\n");
    assertEquals(
        List.of(
            new Powers.FreeCommands(
                "/etc/sudoers line 4", List.of("/usr/sbin/nft", "/usr/sbin/iw", "/usr/bin/true")),
            new Powers.FreeCommands("/etc/sudoers.d/a line 1", List.of("ALL")),
            new Powers.FreeCommands("/etc/doas.conf line 1", List.of("ip")),
            new Powers.FreeCommands("/etc/doas.conf line 3", List.of("ALL"))),
        powers(new FakeLibC()).commands());
  }

  @Test
  void aliasesThatLeadRoundAndRoundAreEverything() throws IOException {
    write("etc/sudoers", "Cmnd_Alias A = B, B\nCmnd_Alias B = A, A\nme ALL=NOPASSWD: A\n");
    List<String> commands = powers(new FakeLibC()).commands().get(0).commands();
    assertEquals(List.of("ALL"), commands.stream().distinct().toList());
    assertTrue(commands.size() <= 1100, "bounded");
  }
}
