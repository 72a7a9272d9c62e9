package org.officeos.hal.fence;

import java.util.Locale;
import org.officeos.hal.p2p.Ipv4;

/**
 * The handheld's one way out: TCP over the group's interface to the laptop's session port. The
 * interface is told by its number, since anyone may give an interface a name.
 *
 * @param index the kernel's number of the group's interface, from 1 on
 * @param name its name at this moment, 1 to 15 characters
 * @param laptop the laptop's address in the group
 * @param port the session port there, 1 to 65535
 */
public record GroupWay(int index, String name, Ipv4 laptop, int port) {

  /** The table, in whatever family, that the air gap's rules are in. */
  public static final String TABLE = "officeos_airgap";

  /** The set of the ways that are open, which {@code officeos-airgap.nft} makes, empty. */
  public static final String WAYS = "ways";

  /** Refuses what is no such way; the text goes to {@code nft} as it is. */
  public GroupWay {
    InterfaceName.require(name);
    if (index < 1 || port < 1 || port > 0xffff) {
      throw new IllegalArgumentException("interface " + index + ", port " + port);
    }
  }

  /** Opens it, and shuts all that were open before. The table must be there. */
  public String opening() {
    return "flush set inet officeos_airgap ways\n"
        + String.format(
            Locale.ROOT,
            "add element inet officeos_airgap ways { %d . %s . %d }%n",
            index,
            laptop,
            port);
  }

  /**
   * Lets no frame leave by the interface but those of the way, address resolution and the
   * handshake, whoever made it. Types are compared as they stand in the frame: what a packet
   * socket's owner calls it may be something else. Needs a kernel with the hook on egress, from
   * 5.16 on.
   */
  public String frames() {
    return String.join(
            "\n",
            "add table netdev officeos_airgap",
            "delete table netdev officeos_airgap",
            "table netdev officeos_airgap {",
            "  chain frames {",
            "    type filter hook egress device \"" + name + "\" priority filter; policy drop;",
            "    @ll,96,16 0x0806 accept",
            "    @ll,96,16 0x888e accept",
            "    meta protocol ip @ll,96,16 0x0800 ip daddr "
                + laptop
                + " tcp dport "
                + port
                + " accept",
            "    counter drop",
            "  }",
            "}")
        + "\n";
  }
}
