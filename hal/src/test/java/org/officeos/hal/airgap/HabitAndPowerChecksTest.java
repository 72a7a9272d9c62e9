package org.officeos.hal.airgap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.officeos.hal.airgap.Handhelds.read;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.officeos.hal.airgap.Finding.State;
import org.officeos.hal.airgap.ProgramSetting.Program;

/** What programs do by themselves, and what ordinary users may do. */
class HabitAndPowerChecksTest {

  private static List<String> found(LeakVector vector, Snapshot snapshot) {
    return Policy.judge(snapshot, AirgapSettings.USUAL).of(vector).stream()
        .filter(each -> each.state() != State.PASS)
        .map(each -> each.subject() + ": " + each.observed())
        .toList();
  }

  private static Snapshot with(ProgramSetting... settings) {
    return Handhelds.inGroup().with(Part.SETTINGS, read(List.of(settings)));
  }

  private static ProgramSetting setting(Program program, String key, String value) {
    return new ProgramSetting(program, "/f", key, value);
  }

  @Test
  void aManagerThatCanStartAndTestsIsFoundAndAMaskedOneIsNot() {
    Snapshot both =
        with(
            setting(Program.NETWORK_MANAGER, "connectivity.uri", "set"),
            setting(Program.CONNMAN, "EnableOnlineCheck", "TRUE"),
            setting(Program.CONNMAN, "EnableOnlineCheck", "false"));
    assertEquals(
        List.of("/f: EnableOnlineCheck is TRUE"), found(LeakVector.CONNECTIVITY_CHECK, both));
    BootUnits other = new BootUnits(Set.of(), Set.of("connman.service"));
    assertEquals(
        List.of("/f: connectivity.uri is set"),
        found(LeakVector.CONNECTIVITY_CHECK, both.with(Part.UNITS, read(other))));
  }

  @Test
  void timersTablesAndProgramsOfGamesThatReachOutAreFound() {
    BootUnits timers =
        new BootUnits(
            Set.of("apt-daily.timer", "fstrim.timer", "motd-news.timer"),
            Set.of("motd-news.timer"));
    Snapshot all =
        with(
                setting(Program.CRON, "wget", "runs"),
                setting(Program.CRON, "apt.systemd.daily", "runs"),
                setting(Program.RETROARCH, "cheevos_enable", "true"),
                setting(Program.RETROARCH, "discord_allow", "false"),
                setting(Program.DISTRIBUTION, "updates.enabled", "1"))
            .with(Part.UNITS, read(timers));
    assertEquals(
        List.of(
            "apt-daily.timer: starts at boot",
            "/f: runs wget",
            "/f: cheevos_enable is true",
            "/f: updates.enabled is 1"),
        found(LeakVector.PHONING_HOME, all));
    assertEquals(
        List.of("/f: runs apt.systemd.daily"),
        found(
            LeakVector.PHONING_HOME,
            with(setting(Program.CRON, "apt.systemd.daily", "runs"))
                .with(Part.LOCKDOWN, read(Lockdown.NONE))));
  }

  private static List<String> files(int mode, boolean capable) {
    Powers powers = new Powers(List.of(new Powers.Tool("/usr/sbin/nft", mode, capable)), List.of());
    return found(LeakVector.UNDOING, Handhelds.inGroup().with(Part.POWERS, read(powers)));
  }

  @Test
  void toolsWithRightsOfTheirOwnAreFound() {
    assertEquals(List.of(), files(0755, false));
    assertEquals(List.of("/usr/sbin/nft: is set-user-id"), files(04755, false));
    assertEquals(List.of("/usr/sbin/nft: is set-group-id"), files(02755, false));
    assertEquals(List.of("/usr/sbin/nft: has capabilities of its own"), files(0755, true));
    assertEquals(List.of("/usr/sbin/nft: can be written by others than root"), files(0775, false));
  }

  @Test
  void whatMayBeRunWithoutAPasswordIsFoundWhereItUndoes() {
    for (String command :
        List.of(
            "ALL",
            "/usr/sbin/nft",
            "/sbin/ip link set *",
            "/bin/sh",
            "/usr/sbin/*",
            "/usr/local/bin/")) {
      assertEquals(1, free(command).size(), command);
    }
    assertEquals(
        List.of("/etc/sudoers line 9: lets run nft without a password"),
        free("/usr/bin/true", "/usr/sbin/nft list ruleset"));
    assertEquals(List.of(), free("/usr/sbin/poweroff", "!/usr/sbin/nft", "/usr/bin/rfkillx"));
  }

  private static List<String> free(String... commands) {
    Powers.FreeCommands line =
        new Powers.FreeCommands("/etc/sudoers line 9", Stream.of(commands).toList());
    Powers powers = new Powers(List.of(), List.of(line));
    return found(LeakVector.UNDOING, Handhelds.inGroup().with(Part.POWERS, read(powers)));
  }
}
