package org.officeos.hal.airgap;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.officeos.hal.netlink.FilterChain.Family;
import org.officeos.hal.netlink.FilterSet;

/**
 * Whether the packet filter holds, by the audit's own checks of its chains and of its rules' width,
 * and which ways of groups stand in it.
 *
 * @param broken what is wrong with the air gap's own rules, if something is
 * @param foreign tables of others that have base chains; at most {@value #MOST_TABLES}
 * @param ways the ways that are open, where they can be read; at most {@value #MOST_WAYS}
 * @param held whose frames the guard's own tables hold; empty where something is missing there or
 *     other than it makes it. Whether it has them itself is not seen here
 * @param frames whether this kernel can hold frames
 */
public record FilterSight(
    Optional<Flaw> broken,
    List<Table> foreign,
    List<Way> ways,
    Optional<Set<HeldLink>> held,
    boolean frames) {

  /** Most ways that are told. */
  public static final int MOST_WAYS = 16;

  /** Most tables that are told. */
  public static final int MOST_TABLES = 16;

  private static final Set<LeakVector> JUDGED =
      EnumSet.of(LeakVector.BASE_CHAIN, LeakVector.WIDE_ACCEPT);

  private static final String WAYS = "ways";
  private static final int KEY_DIGITS = 24;

  /** Keeps copies. */
  public FilterSight {
    foreign = List.copyOf(foreign);
    ways = List.copyOf(ways);
    held = held.map(Set::copyOf);
  }

  /**
   * An interface whose frames are held.
   *
   * @param index its number, as whoever holds them says
   * @param name as the packet filter knows it; may be hostile
   */
  public record HeldLink(int index, String name) {}

  /** Something about the filter that is not as it should be; texts are for people. */
  public record Flaw(LeakVector vector, String subject, String observed) {}

  /**
   * A table of the packet filter. Names come from whoever made it, and may be hostile.
   *
   * @param family as nft(8) calls it
   */
  public record Table(String family, String name) {

    /** Whether nft(8) takes the name as it is. */
    public boolean isPlain() {
      return name.matches("[A-Za-z_][A-Za-z0-9_]{0,127}");
    }

    /** That it stands there. */
    public Flaw flaw() {
      return new Flaw(LeakVector.WIDE_ACCEPT, "table " + family + " " + name, RuleChecks.FOREIGN);
    }
  }

  /**
   * A way that is open.
   *
   * @param index the interface's number
   * @param address the laptop's IPv4 address, its first octet in bits 31 to 24
   * @param port the laptop's
   */
  public record Way(int index, int address, int port) {}

  /**
   * Of a snapshot with chains, rules, links, radios, their interfaces, addresses and the kernel's
   * release. What could not be read is a flaw.
   */
  public static FilterSight of(Snapshot snapshot, AirgapSettings settings) {
    Sheet sheet = Policy.sheet(LeakVector.WIDE_ACCEPT, snapshot, settings);
    List<Way> ways = ways(sheet.read(Part.FILTER, FilterContent.NONE), settings);
    return new FilterSight(
        Policy.judge(snapshot, settings, JUDGED).findings().stream()
            .filter(
                each -> each.state() == Finding.State.FAIL || each.state() == Finding.State.ERROR)
            .filter(each -> !each.observed().equals(RuleChecks.FOREIGN))
            .filter(each -> !HeldChecks.isAbout(each))
            .map(each -> new Flaw(each.vector(), each.subject(), each.observed()))
            .findFirst()
            .or(() -> unheldFrames(sheet, ways)),
        sheet.list(Part.CHAINS).stream()
            .filter(each -> !settings.tables().contains(each.table()) && !HeldChecks.isHeld(each))
            .map(each -> new Table(each.family().name().toLowerCase(Locale.ROOT), each.table()))
            .distinct()
            .limit(MOST_TABLES)
            .toList(),
        ways,
        HeldChecks.held(sheet),
        hasEgressHook(sheet));
  }

  /** The same, but that nothing is held. */
  public FilterSight unheld() {
    return new FilterSight(broken, foreign, ways, Optional.empty(), frames);
  }

  private static boolean hasEgressHook(Sheet sheet) {
    return sheet.read(Part.KERNEL, new KernelRelease(0, 0)).hasEgressHook();
  }

  private static List<Way> ways(FilterContent content, AirgapSettings settings) {
    List<Way> ways = new ArrayList<>();
    for (FilterSet set : content.sets()) {
      boolean ours = set.family() == Family.INET && settings.tables().contains(set.table());
      if (ours && set.name().equals(WAYS)) {
        set.keys().stream()
            .filter(key -> key.length() == KEY_DIGITS)
            .limit(MOST_WAYS)
            .forEach(key -> ways.add(way(key)));
      }
    }
    return ways;
  }

  /** The interface's number is in the machine's byte order, which is little-endian here. */
  private static Way way(String key) {
    return new Way(
        Integer.reverseBytes(HexFormat.fromHexDigits(key, 0, 8)),
        HexFormat.fromHexDigits(key, 8, 16),
        HexFormat.fromHexDigits(key, 16, 20));
  }

  /** A way is opened together with a chain that holds all other frames of its interface. */
  private static Optional<Flaw> unheldFrames(Sheet sheet, List<Way> ways) {
    if (!hasEgressHook(sheet)) {
      return Optional.empty();
    }
    return sheet.list(Part.LINKS).stream()
        .filter(link -> ways.stream().anyMatch(way -> way.index() == link.index()))
        .filter(link -> !FilterChecks.dropsFrames(sheet.list(Part.CHAINS), link.name()))
        .map(
            link ->
                new Flaw(
                    LeakVector.PACKET_SOCKET, link.name(), "no chain on egress drops by default"))
        .findFirst();
  }
}
