package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.airgap.AirgapSettings;
import org.officeos.hal.airgap.BootUnits;
import org.officeos.hal.airgap.Finding;
import org.officeos.hal.airgap.KernelRelease;
import org.officeos.hal.airgap.Membership;
import org.officeos.hal.airgap.NameLookup;
import org.officeos.hal.airgap.OpenSocket;
import org.officeos.hal.airgap.OpenSocket.Kind;
import org.officeos.hal.airgap.OtherNamespace;
import org.officeos.hal.airgap.Part;
import org.officeos.hal.airgap.Policy;
import org.officeos.hal.airgap.RadioSwitch;
import org.officeos.hal.airgap.Reading;
import org.officeos.hal.airgap.Reading.Why;
import org.officeos.hal.airgap.RunningProgram;
import org.officeos.hal.airgap.Snapshot;
import org.officeos.hal.airgap.StoredSettings.Network;
import org.officeos.hal.airgap.StoredSettings.Setting;
import org.officeos.hal.airgap.UsbFunction;
import org.officeos.hal.netlink.RfkillType;

/** Files of a machine, in a folder of the test's own. */
class AirgapReaderTest {

  @TempDir Path root;

  @BeforeEach
  void folders() throws IOException {
    for (String each :
        List.of("etc", "run", "sys/class", "sys/bus", "sys/kernel", "proc/self/net")) {
      Files.createDirectories(root.resolve(each));
    }
    write("proc/1/comm", "init\n");
    link("proc/1/ns/net", "net:[1]");
    link("proc/self/ns/net", "net:[1]");
    write("proc/sys/kernel/osrelease", "4.9.170\n");
    write("proc/cmdline", "root=/dev/mmcblk0p2 ip=dhcp\n");
    write("proc/sys/net/ipv4/conf/all/forwarding", "0\n");
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.resolveSibling("."));
    Files.writeString(path, text);
  }

  private void link(String file, String target) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.resolveSibling("."));
    Files.createSymbolicLink(path, Path.of(target));
  }

  private Snapshot read() {
    return new AirgapReader(root, true, Optional.empty(), System::nanoTime).read();
  }

  private <T> T value(Part<T> part) {
    Reading<T> reading = read().get(part);
    if (reading instanceof Reading.Read<T> read) {
      return read.value();
    }
    throw new AssertionError(reading);
  }

  private Why why(Part<?> part) {
    if (read().get(part) instanceof Reading.Unreadable<?> no) {
      return no.why();
    }
    throw new AssertionError(part + " was read");
  }

  @Test
  void anEmptyMachineIsReadAndHasNothing() {
    assertEquals(new KernelRelease(4, 9), value(Part.KERNEL));
    assertEquals(List.of("root=/dev/mmcblk0p2", "ip=dhcp"), value(Part.COMMAND_LINE));
    assertEquals(Map.of("net/ipv4/conf/all/forwarding", "0"), value(Part.SYSCTLS));
    for (Part<? extends List<?>> part :
        List.of(
            Part.MODULES,
            Part.MEMBERSHIPS,
            Part.SOCKETS,
            Part.NAMESPACES,
            Part.SWITCHES,
            Part.USB,
            Part.GADGETS,
            Part.BLUETOOTH,
            Part.PROXIES)) {
      assertEquals(List.of(), value(part), part.toString());
    }
    assertEquals(List.of(new RunningProgram(1, "init")), value(Part.PROGRAMS));
    assertEquals(new NameLookup(List.of(), List.of()), value(Part.NAMES));
    assertEquals(new BootUnits(Set.of(), Set.of()), value(Part.UNITS));
    assertEquals(Why.FAILED, why(Part.LINKS));
  }

  @Test
  void eachSettingOfTheKernelThatIsJudgedIsRead() throws IOException {
    List<String> four =
        List.of(
            "forwarding",
            "mc_forwarding",
            "proxy_arp",
            "bootp_relay",
            "accept_redirects",
            "send_redirects",
            "accept_source_route",
            "rp_filter",
            "arp_ignore",
            "arp_announce",
            "route_localnet");
    List<String> six =
        List.of(
            "forwarding",
            "force_forwarding",
            "mc_forwarding",
            "proxy_ndp",
            "accept_redirects",
            "accept_source_route",
            "disable_ipv6");
    Set<String> expected = new TreeSet<>();
    for (String leaf : four) {
      write("proc/sys/net/ipv4/conf/all/" + leaf, "-1\n");
      write("proc/sys/net/ipv4/conf/wlan0/" + leaf, "-1\n");
      expected.add("net/ipv4/conf/wlan0/" + leaf);
    }
    for (String leaf : six) {
      write("proc/sys/net/ipv6/conf/all/" + leaf, "-1\n");
      write("proc/sys/net/ipv6/conf/wlan0/" + leaf, "-1\n");
      expected.add("net/ipv6/conf/wlan0/" + leaf);
    }
    Set<String> found = new TreeSet<>();
    for (Finding each : Policy.judge(read(), AirgapSettings.USUAL).of(Finding.State.FAIL)) {
      if (each.subject().contains("/wlan0/")) {
        found.add(each.subject());
      }
    }
    assertEquals(expected, found);
    assertEquals(2 * expected.size(), value(Part.SYSCTLS).size());
  }

  @Test
  void aFileTooLongToReadWholeIsUnreadableAndNotCutOff() throws IOException {
    String line = "#" + "x".repeat(1022) + "\n";
    write("etc/environment", line.repeat(4 << 10));
    assertEquals(List.of(), value(Part.PROXIES));
    write("etc/environment", line.repeat(4 << 10) + "http_proxy=http://192.0.2.1\n");
    assertEquals(Why.FAILED, why(Part.PROXIES));
  }

  @Test
  void treesThatAreNotThereAreUnreadableAndNotEmpty() {
    Path nowhere = root.resolve("nowhere");
    Snapshot snapshot = new AirgapReader(nowhere, true, Optional.empty(), () -> 0).read();
    for (Part<?> part : Part.ALL) {
      assertTrue(snapshot.get(part) instanceof Reading.Unreadable<?>, part.toString());
    }
  }

  @Test
  void anImageHasFilesAndNothingThatRuns() {
    Snapshot image = AirgapReader.ofImage(root).read();
    for (Part<?> part : Part.ALL) {
      boolean file =
          List.of(
                  Part.UNITS,
                  Part.STORED,
                  Part.NAMES,
                  Part.PROXIES,
                  Part.LOCKDOWN,
                  Part.SETTINGS,
                  Part.POWERS)
              .contains(part);
      Reading<?> reading = image.get(part);
      assertEquals(file, reading instanceof Reading.Read<?>, part.toString());
      if (reading instanceof Reading.Unreadable<?> no) {
        assertEquals(Why.NOT_RUNNING, no.why());
      }
    }
  }

  @Test
  void readsSocketsAndWhoseTheyAre() throws IOException {
    String heading = "sl local rem st queue tr tm retr uid timeout inode\n";
    write(
        "proc/self/net/packet",
        "sk RefCnt Type Proto Iface R Rmem User Inode\n0 3 3 888e 3 1 0 0 71\n");
    write("proc/self/net/udp", heading + row("00000000:0044", "07", 72));
    write(
        "proc/self/net/tcp6",
        heading
            + row("0000000000000000FFFF00000100007F:1F90", "0A", 73)
            + row("00000000000000000000000000000000:0016", "0A", 74)
            + row("00000000000000000000000000000000:0017", "01", 75));
    write("proc/self/net/raw", heading + row("00000000:0001", "07", 76));
    write("proc/200/comm", "wpa_supplicant\n");
    link("proc/200/ns/net", "net:[1]");
    link("proc/200/fd/3", "socket:[71]");
    link("proc/200/fd/4", "/dev/null");
    assertEquals(
        List.of(
            new OpenSocket(Kind.PACKET, "", 0x888e, 3, Optional.of("wpa_supplicant")),
            new OpenSocket(Kind.UDP, "0.0.0.0", 68, 0, Optional.empty()),
            new OpenSocket(Kind.TCP, "127.0.0.1", 8080, 0, Optional.empty()),
            new OpenSocket(Kind.TCP, "::", 22, 0, Optional.empty()),
            new OpenSocket(Kind.RAW, "0.0.0.0", 1, 0, Optional.empty())),
        value(Part.SOCKETS).stream()
            .sorted((a, b) -> Integer.compare(order(a), order(b)))
            .toList());
    write("proc/self/net/udp", heading + "short\n");
    assertEquals(Why.MALFORMED, why(Part.SOCKETS));
  }

  private static int order(OpenSocket socket) {
    return List.of(Kind.PACKET, Kind.UDP, Kind.TCP, Kind.PING, Kind.RAW).indexOf(socket.kind());
  }

  private static String row(String local, String state, int inode) {
    return "0: " + local + " 0:0 " + state + " 0:0 0:0 0 0 0 " + inode + " 2 0 0\n";
  }

  @Test
  void readsNamespacesThatProgramsAndFilesKeep() throws IOException {
    write("proc/300/comm", "tunnel\n");
    link("proc/300/ns/net", "net:[9]");
    write("proc/300/net/dev", "Inter-|   Receive\n face |bytes\n    lo: 0 0\n  wg0: 1 2\n");
    write("run/netns/kept", "");
    assertEquals(
        List.of(
            new OtherNamespace("tunnel, process 300", List.of("wg0"), OtherNamespace.Sight.SEEN),
            new OtherNamespace(
                root.resolve("run/netns/kept").toString(),
                List.of(),
                OtherNamespace.Sight.NOBODY_INSIDE)),
        value(Part.NAMESPACES));
  }

  @Test
  void hiddenProgramsAreUnreadable() throws IOException {
    Files.delete(root.resolve("proc/1/comm"));
    assertEquals(Why.DENIED, why(Part.PROGRAMS));
  }

  @Test
  void readsMulticastGroupsOfBothFamilies() throws IOException {
    write(
        "proc/self/net/igmp",
        """
        Idx\tDevice    : Count Querier\tGroup    Users Timer\tReporter
        1\tlo        :     1      V3
        \t\t\t\t010000E0     1 0:00000000\t\t0
        3\tp2p-wlan0-0:     1      V3
        \t\t\t\tFB0000E0     1 0:00000000\t\t0
        """);
    write(
        "proc/self/net/igmp6",
        "3    p2p-wlan0-0     ff0200000000000000000000000000fb     1 0000000C 0\n");
    assertEquals(
        List.of(
            new Membership("lo", "224.0.0.1"),
            new Membership("p2p-wlan0-0", "224.0.0.251"),
            new Membership("p2p-wlan0-0", "ff02::fb")),
        value(Part.MEMBERSHIPS));
  }

  @Test
  void readsUsbGadgetsBluetoothModulesAndSwitches() throws IOException {
    write("sys/bus/usb/devices/2-1:1.0/bInterfaceClass", "ff\n");
    write("sys/bus/usb/devices/2-1:1.0/bInterfaceSubClass", "00\n");
    write("sys/bus/usb/devices/2-1:1.0/bInterfaceProtocol", "00\n");
    link("sys/bus/usb/devices/2-1:1.0/driver", "../../drivers/r8152");
    Files.createDirectories(root.resolve("sys/bus/usb/devices/2-1"));
    Files.createDirectories(root.resolve("sys/kernel/config/usb_gadget/g1/functions/rndis.usb0"));
    Files.createDirectories(root.resolve("sys/class/bluetooth/hci0"));
    Files.createDirectories(root.resolve("sys/class/bluetooth/hci0:11"));
    write("proc/modules", "bnep 28672 2 - Live 0x0\nsctp 1 0\n");
    SysfsTree.rfkill(root.resolve("sys"), "rfkill1", "wwan", "platform/modem", 0, 1);
    assertEquals(List.of(new UsbFunction("2-1:1.0", 255, 0, 0, "r8152")), value(Part.USB));
    assertEquals(List.of("g1/rndis.usb0"), value(Part.GADGETS));
    assertEquals(List.of("hci0"), value(Part.BLUETOOTH));
    assertEquals(List.of("bnep", "sctp"), value(Part.MODULES));
    assertEquals(List.of(new RadioSwitch("rfkill1", RfkillType.WWAN, true)), value(Part.SWITCHES));
    write("sys/bus/usb/devices/2-1:1.0/bInterfaceClass", "zz\n");
    assertEquals(Why.MALFORMED, why(Part.USB));
  }

  @Test
  void readsStoredNetworksWithoutTheirNamesAndLeavesGroupsOut() throws IOException {
    write(
        "etc/wpa_supplicant/wpa_supplicant-wlan0.conf",
        """
        ctrl_interface=/run/x
        # hs20=1
        hs20=1
        network={
          ssid="home"
          scan_ssid=1
          psk="secret words"
        }
        network={
          ssid="DIRECT-x"
          disabled=2
        }
        cred={
          realm="example"
        }
        """);
    write("etc/NetworkManager/system-connections/home.nmconnection", "");
    write("var/lib/iwd/home.psk", "");
    write("var/lib/connman/wifi_00_00_managed_psk/settings", "");
    String file = "/etc/wpa_supplicant/wpa_supplicant-wlan0.conf";
    assertEquals(
        List.of(
            new Network(file, "block 1, of kind network"),
            new Network(file, "block 3, of kind cred"),
            new Network("/etc/NetworkManager/system-connections", "1 connections"),
            new Network("/var/lib/connman", "1 services"),
            new Network("/var/lib/iwd", "1 networks")),
        value(Part.STORED).networks());
    assertTrue(value(Part.STORED).settings().contains(new Setting(file, "scan_ssid", "1")));
    String all = value(Part.STORED).toString();
    assertTrue(!all.contains("secret") && !all.contains("home"), all);
    write("etc/wpa_supplicant.conf", "network={\n");
    assertEquals(Why.MALFORMED, why(Part.STORED));
  }

  @Test
  void readsUnitsNamesAndProxies() throws IOException {
    link("etc/systemd/system/multi-user.target.wants/ssh.service", "/lib/systemd/ssh.service");
    link("etc/systemd/system/ssh.service", "/dev/null");
    link("etc/systemd/system/sysinit.target.wants/nftables.service", "/lib/x");
    link("etc/resolv.conf", "/run/resolved/stub.conf");
    write("run/resolved/stub.conf", "# by nobody\nnameserver 127.0.0.53\noptions x\n");
    write("etc/nsswitch.conf", "passwd: files\nhosts: files [NOTFOUND=return] dns # or not\n");
    write(
        "etc/environment",
        "PATH=/bin\nexport HTTP_PROXY=http://10.0.0.1:3128\nno_proxy=x\nhttps_proxy=\"\"\n");
    BootUnits units = value(Part.UNITS);
    assertEquals(Set.of("ssh.service", "nftables.service"), units.enabled());
    assertTrue(units.starts("nftables.service") && !units.starts("ssh.service"));
    assertEquals(new NameLookup(List.of("127.0.0.53"), List.of("files", "dns")), value(Part.NAMES));
    assertEquals(List.of("HTTP_PROXY"), value(Part.PROXIES));
  }
}
