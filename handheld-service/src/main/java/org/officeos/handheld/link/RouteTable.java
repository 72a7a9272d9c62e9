package org.officeos.handheld.link;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.officeos.handheld.link.LinkException.Reason;

/**
 * Finds ways out in the kernel's routing tables. Pure: takes the texts of {@code /proc/net/route}
 * and {@code /proc/net/ipv6_route} (proc(5), net/ipv4/fib_trie.c, net/ipv6/route.c).
 *
 * <p>A way out is a usable route wider than any private range: 0.0.0.0/0, but also the two halves
 * 0.0.0.0/1 and 128.0.0.0/1 that VPNs lay beside it, and 2000::/3. Routes that reject do not count.
 * A line that cannot be understood is a refusal, never passed over.
 */
public final class RouteTable {

  private static final int UP = 0x1;
  private static final int REJECT = 0x200;
  private static final int NARROWEST_WAY_OUT_V4 = 7;
  private static final int NARROWEST_WAY_OUT_V6 = 6;
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /**
   * A route that leads out.
   *
   * @param interfaceName the interface it leads through
   * @param destination such as {@code 0.0.0.0/0} or {@code IPv6 /0}
   */
  public record WayOut(String interfaceName, String destination) {}

  private RouteTable() {}

  /**
   * All ways out, IPv4 first.
   *
   * @param v4 the text of {@code /proc/net/route}, its heading included
   * @param v6 the text of {@code /proc/net/ipv6_route}, empty where the kernel has no IPv6
   * @throws LinkException {@code ROUTES_UNREADABLE}
   */
  public static List<WayOut> waysOut(String v4, String v6) throws LinkException {
    List<WayOut> found = new ArrayList<>();
    boolean heading = true;
    for (String line : v4.lines().toList()) {
      if (!heading && !line.isBlank()) {
        four(line.trim(), found);
      }
      heading = false;
    }
    for (String line : v6.lines().toList()) {
      if (!line.isBlank()) {
        six(line.trim(), found);
      }
    }
    return List.copyOf(found);
  }

  /** Columns: interface, destination, gateway, flags, three counts, mask; numbers little-endian. */
  private static void four(String line, List<WayOut> found) throws LinkException {
    String[] columns = SPACE.split(line, -1);
    require(columns.length >= 8 && columns[1].length() == 8 && columns[7].length() == 8);
    int destination = Integer.reverseBytes(hex(columns[1]));
    int mask = Integer.reverseBytes(hex(columns[7]));
    int bits = Integer.bitCount(mask);
    require(bits == 0 || mask == -1 << (32 - bits));
    if (usable(hex(columns[3])) && bits <= NARROWEST_WAY_OUT_V4) {
      found.add(new WayOut(columns[0], (destination >>> 24) + ".0.0.0/" + bits));
    }
  }

  /** Columns: destination, bits, source, bits, next hop, metric, two counts, flags, interface. */
  private static void six(String line, List<WayOut> found) throws LinkException {
    String[] columns = SPACE.split(line, -1);
    require(columns.length >= 10 && columns[0].length() == 32);
    int bits = hex(columns[1]);
    require(bits >= 0 && bits <= 128);
    if (usable(hex(columns[8])) && bits <= NARROWEST_WAY_OUT_V6) {
      found.add(new WayOut(columns[9], "IPv6 /" + bits));
    }
  }

  private static boolean usable(int flags) {
    return (flags & UP) != 0 && (flags & REJECT) == 0;
  }

  private static int hex(String digits) throws LinkException {
    try {
      return Integer.parseUnsignedInt(digits, 16);
    } catch (NumberFormatException e) {
      throw unreadable();
    }
  }

  private static void require(boolean understood) throws LinkException {
    if (!understood) {
      throw unreadable();
    }
  }

  private static LinkException unreadable() {
    return new LinkException(
        Reason.ROUTES_UNREADABLE,
        "The kernel's routes are not of a form this program knows, so it cannot show that this"
            + " device is air-gapped; it does not connect.");
  }
}
