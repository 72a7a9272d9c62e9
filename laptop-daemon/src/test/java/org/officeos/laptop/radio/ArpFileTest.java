package org.officeos.laptop.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.p2p.Ipv4;
import org.officeos.hal.p2p.MacAddress;

final class ArpFileTest {

  private static final Ipv4 PEER = Ipv4.of(192, 168, 49, 128);
  private static final String HEAD =
      "IP address       HW type     Flags       HW address            Mask     Device\n";

  @TempDir Path folder;

  private Optional<MacAddress> read(String lines) throws Exception {
    Path file = folder.resolve("arp");
    Files.writeString(file, HEAD + lines);
    return new ArpFile(file).at(PEER, "p2p-wlan0-0");
  }

  @Test
  void findsTheInterfaceThatHasTheAddressInTheGroup() throws Exception {
    assertEquals(
        Optional.of(MacAddress.parse("06:00:00:00:00:01")),
        read(
            "192.168.49.12    0x1         0x2         06:00:00:00:00:09     *        p2p-wlan0-0\n"
                + "192.168.49.128   0x1         0x2         06:00:00:00:00:08     *        eth0\n"
                + "192.168.49.128   0x1         0x2         06:00:00:00:00:01     *"
                + "        p2p-wlan0-0\n"));
  }

  @Test
  void knowsNobodyWhereTheKernelDoesNot() throws Exception {
    assertEquals(Optional.empty(), read(""));
    assertEquals(
        Optional.empty(), read("192.168.49.128 0x1 0x0 00:00:00:00:00:00 * p2p-wlan0-0\n"));
    assertEquals(Optional.empty(), read("192.168.49.128 0x1 0x2 nonsense * p2p-wlan0-0\n"));
    assertEquals(Optional.empty(), read("192.168.49.128 0x1 many 06:00:00:00:00:01 * p2p-wlan0-0"));
    assertEquals(Optional.empty(), new ArpFile(folder.resolve("none")).at(PEER, "p2p-wlan0-0"));
  }
}
