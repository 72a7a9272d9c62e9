package org.officeos.laptop.radio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.officeos.hal.p2p.Ipv4;
import org.officeos.hal.p2p.MacAddress;

/**
 * {@code /proc/self/net/arp}: a line of heads, then a line for each neighbour with its IPv4
 * address, hardware type, flags (0x2: complete), hardware address, mask and interface
 * (proc_pid_net(5)).
 */
final class ArpFile implements Neighbours {

  private static final Path FILE = Path.of("/proc/self/net/arp");
  private static final int MOST_BYTES = 256 * 1024;
  private static final int FIELDS = 6;
  private static final int COMPLETE = 0x2;

  private final Path file;

  ArpFile(Path file) {
    this.file = file;
  }

  static ArpFile ofThisMachine() {
    return new ArpFile(FILE);
  }

  @Override
  public Optional<MacAddress> at(Ipv4 address, String interfaceName) {
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.US_ASCII);
      return text.lines()
          .map(line -> line.strip().split("\\s+", -1))
          .filter(fields -> fields.length == FIELDS)
          .filter(fields -> fields[0].equals(address.toString()) && isComplete(fields[2]))
          .filter(fields -> fields[FIELDS - 1].equals(interfaceName))
          .map(fields -> MacAddress.parse(fields[3]))
          .filter(found -> !found.equals(MacAddress.ZERO))
          .findFirst();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isComplete(String flags) {
    return (Integer.decode(flags) & COMPLETE) != 0;
  }
}
