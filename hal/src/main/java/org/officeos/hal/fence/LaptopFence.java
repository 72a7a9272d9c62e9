package org.officeos.hal.fence;

import java.util.Locale;
import org.officeos.hal.p2p.Ipv4;

/**
 * The laptop's fence around its group: by the group's interface the session port is reached on the
 * group's own address, and nothing else of this laptop, nor anything behind it. It is a table of
 * its own, whose chains have nothing to say of other interfaces; no other rule is touched, and what
 * other rules drop stays dropped.
 *
 * @param name the group's interface, 1 to 15 characters, which must be there when it is loaded; the
 *     rules are then bound to its number
 * @param own this laptop's address in the group
 * @param port the session port, 1 to 65535
 */
public record LaptopFence(String name, Ipv4 own, int port) {

  /** Refuses what is no such fence; the text goes to {@code nft} as it is. */
  public LaptopFence {
    InterfaceName.require(name);
    if (port < 1 || port > 0xffff) {
      throw new IllegalArgumentException("port " + port);
    }
  }

  /**
   * Puts it up, in place of one that was there. What comes in is stopped before anything else looks
   * at it: before connections are tracked, and before another program's rules could send it
   * elsewhere.
   */
  public String raising() {
    String in = chain("in", "prerouting priority raw", "iif", "ip daddr", "dport");
    String out = chain("out", "output priority filter - 5", "oif", "ip saddr", "sport");
    return clearing()
        + "table inet officeos_laptop {\n"
        + in
        + out
        + "  chain through {\n"
        + "    type filter hook forward priority filter - 5; policy accept;\n"
        + "    iif \""
        + name
        + "\" counter drop\n"
        + "    oif \""
        + name
        + "\" counter drop\n"
        + "  }\n"
        + "}\n";
  }

  private String chain(String chain, String hook, String way, String address, String direction) {
    return String.format(
        Locale.ROOT,
        """
          chain %s {
            type filter hook %s; policy accept;
            %s "%s" %s %s tcp %s %d accept
            %s "%s" counter drop
          }
        """,
        chain,
        hook,
        way,
        name,
        address,
        own,
        direction,
        port,
        way,
        name);
  }

  /** Takes it down; no error where there is none. */
  public static String lowering() {
    return clearing();
  }

  private static String clearing() {
    return "add table inet officeos_laptop\ndelete table inet officeos_laptop\n";
  }
}
