package org.officeos.hal.fence;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * Second tables of the handheld's packet filter, that belong to the guard for as long as it runs:
 * one for packets and, where the kernel has the hook on egress, one for the frames of groups'
 * interfaces. Where another program flushes all rules, the kernel passes them by ({@code flags
 * owner}, from 5.12 on; nft(8), "TABLES"), so that until the shipped rules are loaded again nothing
 * gets out but TCP to the session's port, address resolution and the handshake. They can only make
 * the filter narrower: a packet has to pass every chain at a hook.
 *
 * @param frames whether there is a table for frames: from 5.16 on
 * @param links the interfaces whose frames are held, at most {@value #MOST_LINKS}; none without
 *     {@code frames}
 */
public record HeldTable(boolean frames, Set<Link> links) {

  /** Its name, in the families {@code inet} and {@code netdev}. */
  public static final String NAME = "officeos_held";

  /** What the name of a chain for frames begins with; the interface's number follows. */
  public static final String CHAIN = "egress_";

  /** Most interfaces whose frames are held: a handheld is in one group. */
  public static final int MOST_LINKS = 4;

  /** The one for packets alone. */
  public static final HeldTable PACKETS = new HeldTable(false, Set.of());

  private static final String PACKET_CHAINS =
      " { flags owner;"
          + " chain prerouting { type filter hook prerouting priority -290; policy drop;"
          + " iif lo accept; meta nfproto ipv4 tcp sport 47100 accept; drop; };"
          + " chain input { type filter hook input priority 10; policy drop;"
          + " iif lo accept; meta nfproto ipv4 tcp sport 47100 accept; drop; };"
          + " chain forward { type filter hook forward priority 10; policy drop; drop; };"
          + " chain output { type filter hook output priority 10; policy drop;"
          + " oif lo accept; meta nfproto ipv4 tcp dport 47100 accept; drop; }; }; ";

  /**
   * An interface whose frames are held. Rules know it by its name, which may be another's soon; the
   * chain's name says by its number which one was meant.
   *
   * @param index the kernel's number of it, from 1 on
   * @param name its name at this moment, as {@link GroupWay} takes it
   */
  public record Link(int index, String name) {

    /** Refuses what is no interface that rules can have. */
    public Link {
      InterfaceName.require(name);
      if (index < 1) {
        throw new IllegalArgumentException("interface " + index);
      }
    }

    /** One, unless rules cannot have it: its name may be anything. */
    public static Optional<Link> of(int index, String name) {
      return index > 0 && InterfaceName.isPlain(name)
          ? Optional.of(new Link(index, name))
          : Optional.empty();
    }

    private String rules() {
      return " chain "
          + CHAIN
          + index
          + " { type filter hook egress device \""
          + name
          + "\" priority 10; policy drop;"
          + " @ll,96,16 0x0806 accept; @ll,96,16 0x888e accept;"
          + " meta protocol ip @ll,96,16 0x0800 tcp dport 47100 accept; drop; };";
    }
  }

  /** Keeps a copy. */
  public HeldTable {
    links = Set.copyOf(links);
    if (links.size() > MOST_LINKS || (!frames && !links.isEmpty())) {
      throw new IllegalArgumentException(links.size() + " interfaces");
    }
  }

  /**
   * Makes it. One line in the language of nft(8): a program that reads commands takes each line as
   * one step, so that one takes the place of the other. The kernel sets a new chain's policy at the
   * end of that step, after it took the old chain away: each ends with a drop of its own, so that
   * nothing passes in between. Chains come after those of the shipped rules, which refuse and count
   * what is tried.
   *
   * @param before what the same socket holds, whose table for packets stays as it is; without, what
   *     nobody holds is replaced
   */
  public String insteadOf(Optional<HeldTable> before) {
    boolean framesBefore = before.filter(HeldTable::frames).isPresent();
    StringBuilder all = new StringBuilder();
    if (before.isEmpty()) {
      all.append(anew("inet")).append("table inet ").append(NAME).append(PACKET_CHAINS);
    }
    if (framesBefore) {
      all.append("delete table netdev ").append(NAME).append("; ");
    } else if (frames) {
      all.append(anew("netdev"));
    }
    if (frames) {
      all.append("table netdev ").append(NAME).append(" { flags owner;");
      links.stream()
          .sorted(Comparator.comparingInt(Link::index))
          .forEach(each -> all.append(each.rules()));
      all.append(" };");
    }
    return all.toString().strip();
  }

  /** To add one that is held is refused, and so it is to delete one that is not there. */
  private static String anew(String family) {
    String table = "table " + family + " " + NAME + "; ";
    return "add " + table + "delete " + table;
  }
}
