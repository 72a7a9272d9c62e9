package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.p2p.PreflightManager;
import org.officeos.hal.p2p.PreflightManager.Program;
import org.officeos.hal.p2p.PreflightManager.Sureness;

class NetworkManagersTest {

  @TempDir Path root;

  private ProcTree programs;

  @BeforeEach
  void makeFolders() throws IOException {
    programs = new ProcTree(root.resolve("proc"));
  }

  @Test
  void nobodyRunsNobodyManages() throws Exception {
    write("run/NetworkManager/devices/3", "[device]\nmanaged=true\n");
    programs.runs("/usr/bin/bash");
    assertEquals(List.of(), managers());
  }

  @Test
  void networkManagersOwnStateDecides() throws Exception {
    programs.runs("/usr/sbin/NetworkManager", "--no-daemon");
    assertOnly(Program.NETWORK_MANAGER, Sureness.RUNS);
    write("run/NetworkManager/devices/3", "[device]\nmanaged=true\nroute-metric=600\n");
    assertOnly(Program.NETWORK_MANAGER, Sureness.MANAGES);
    write("run/NetworkManager/devices/3", "[device]\nmanaged = false\n");
    assertEquals(List.of(), managers());
  }

  @Test
  void connmanTakesWhatItsBlacklistDoesNotBegin() throws Exception {
    programs.runs("/usr/sbin/connmand", "-n", "-r");
    assertOnly(Program.CONNMAN, Sureness.MANAGES);
    write("etc/connman/main.conf", "[General]\n# NetworkInterfaceBlacklist=wlan\n");
    assertOnly(Program.CONNMAN, Sureness.MANAGES);
    write("etc/connman/main.conf", "[General]\nNetworkInterfaceBlacklist = vmnet, wlan,p2p\n");
    assertEquals(List.of(), managers());
  }

  @Test
  void connmanToldOnItsCommandLineMayOrMayNot() throws Exception {
    programs.runs("/usr/sbin/connmand", "-n", "--nodevice=wlan*");
    assertOnly(Program.CONNMAN, Sureness.RUNS);
  }

  @Test
  void iwdTakesEveryRadio() throws Exception {
    programs.runs("/usr/libexec/iwd");
    assertOnly(Program.IWD, Sureness.MANAGES);
  }

  @Test
  void iwdToldOnItsCommandLineMayOrMayNot() throws Exception {
    programs.runs("/usr/libexec/iwd", "-I", "wlan0");
    assertOnly(Program.IWD, Sureness.RUNS);
  }

  @Test
  void dhcpcdTakesWhatItsSettingsDoNotDeny() throws Exception {
    programs.runs("dhcpcd", "-B");
    assertOnly(Program.DHCPCD, Sureness.MANAGES);
    write("etc/dhcpcd.conf", "hostname\ndenyinterfaces eth* wlan?,p2p-*\n");
    assertEquals(List.of(), managers());
    write("etc/dhcpcd.conf", "allowinterfaces eth0\n");
    assertEquals(List.of(), managers());
    write("etc/dhcpcd.conf", "allowinterfaces w*\n");
    assertOnly(Program.DHCPCD, Sureness.MANAGES);
  }

  @Test
  void dhcpcdForThisInterfaceManagesItWhateverItsSettings() throws Exception {
    write("etc/dhcpcd.conf", "denyinterfaces wlan0\n");
    programs.runs("dhcpcd", "-w", "wlan0");
    assertOnly(Program.DHCPCD, Sureness.MANAGES);
  }

  @Test
  void dhcpcdForAnotherInterfaceDoesNotMatter() throws Exception {
    programs.runs("dhcpcd", "-f", "/etc/other.conf", "-w", "eth0");
    assertEquals(List.of(), managers());
  }

  @Test
  void dhcpcdThatRenamedItselfIsReadAllTheSame() throws Exception {
    programs.runsAs("dhcpcd", "dhcpcd: eth0 [ip4] [ip6]");
    assertEquals(List.of(), managers());
    programs.runsAs("dhcpcd", "dhcpcd: [privileged proxy] wlan0 [ip4]");
    assertOnly(Program.DHCPCD, Sureness.MANAGES);
  }

  @Test
  void dhcpcdsManagerGoesByItsSettings() throws Exception {
    programs.runsAs("dhcpcd", "dhcpcd: [manager] [ip4] [ip6]");
    assertOnly(Program.DHCPCD, Sureness.MANAGES);
    write("etc/dhcpcd.conf", "denyinterfaces wlan0\n");
    assertEquals(List.of(), managers());
  }

  @Test
  void aLetterWithoutAValueLeavesTheInterfaceAWord() throws Exception {
    programs.runs("dhcpcd", "-x", "wlan0");
    assertOnly(Program.DHCPCD, Sureness.MANAGES);
  }

  @Test
  void aWordThatMayBeAValueIsNotTakenForAnInterface() throws Exception {
    programs.runs("dhcpcd", "--config", "/etc/other.conf");
    assertOnly(Program.DHCPCD, Sureness.RUNS);
  }

  @Test
  void aSupplicantThatABusReachesIsOurs() throws Exception {
    programs.runs("/sbin/wpa_supplicant", "-u", "-s", "-O", "/run/wpa_supplicant");
    programs.runs("/sbin/wpa_supplicant", "-Bu");
    assertEquals(List.of(), managers());
  }

  @Test
  void aSupplicantThatNoBusReachesHoldsItsInterface() throws Exception {
    programs.runs("wpa_supplicant", "-B", "-i", "wlan0", "-c", "/etc/menu.conf", "-D", "nl80211");
    PreflightManager found = assertOnly(Program.SUPPLICANT_WITHOUT_BUS, Sureness.MANAGES);
    assertTrue(found.evidence().contains("-i wlan0"), found.evidence());
  }

  @Test
  void aLetterInAValueIsNoOption() throws Exception {
    programs.runs("wpa_supplicant", "-iwlan0", "-c/etc/usual.conf");
    assertOnly(Program.SUPPLICANT_WITHOUT_BUS, Sureness.MANAGES);
  }

  @Test
  void aSupplicantOfAnotherInterfaceDoesNotMatter() throws Exception {
    programs.runs("wpa_supplicant", "-Biwlan1");
    assertEquals(List.of(), managers());
  }

  @Test
  void aProgramOfAnotherNetworkNamespaceDoesNotMatter() throws Exception {
    programs.runsElsewhere("/usr/libexec/iwd");
    assertEquals(List.of(), managers());
  }

  @Test
  void theSameFoundTwiceIsToldOnce() throws Exception {
    programs.runs("/usr/libexec/iwd");
    programs.runs("/usr/libexec/iwd");
    assertOnly(Program.IWD, Sureness.MANAGES);
  }

  @Test
  void aCommandLineCannotMoveATerminalsCursor() throws Exception {
    programs.runs("wpa_supplicant", "-iwlan0", "-c\u001b[2J" + "x".repeat(500));
    String evidence = assertOnly(Program.SUPPLICANT_WITHOUT_BUS, Sureness.MANAGES).evidence();
    assertTrue(evidence.contains("-c?[2J"), evidence);
    assertEquals(200, evidence.length());
  }

  private PreflightManager assertOnly(Program program, Sureness sureness) {
    List<PreflightManager> found = managers();
    assertEquals(1, found.size(), found.toString());
    assertEquals(program, found.get(0).program());
    assertEquals(sureness, found.get(0).sureness());
    assertEquals("wlan0", found.get(0).interfaceName());
    return found.get(0);
  }

  private List<PreflightManager> managers() {
    return new NetworkManagers(root.resolve("proc"), root.resolve("run"), root.resolve("etc"))
        .of("wlan0", 3);
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }
}
