package org.officeos.hal.guard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.officeos.hal.airgap.FilterSight;
import org.officeos.hal.airgap.LeakVector;
import org.officeos.hal.airgap.NetworkLink;
import org.officeos.hal.airgap.NetworkSight;
import org.officeos.hal.airgap.Opening;
import org.officeos.hal.airgap.Openings;
import org.officeos.hal.fence.GroupWay;
import org.officeos.hal.fence.HeldTable;
import org.officeos.hal.p2p.Ipv4;

/**
 * Keeps the packet filter as it should be. Where it is not, its rules are to be loaded anew,
 * together with the way that stood in it when it was last right, if that way's group is still
 * there: a session lives through it. Where they cannot be loaded, no group may be up. Between a
 * flush and that, tables of the guard's own hold, where there are any: they follow the groups.
 */
final class FilterKeeper {

  private static final FilterSight.Flaw UNHELD =
      new FilterSight.Flaw(
          LeakVector.BASE_CHAIN, "table inet " + HeldTable.NAME, "is not held by the guard");

  private static final FilterSight.Flaw OTHERWISE =
      new FilterSight.Flaw(
          LeakVector.PACKET_SOCKET,
          "table netdev " + HeldTable.NAME,
          "does not hold the group's interface");

  private final String rules;
  private final boolean holds;
  private final Set<Integer> opened = new HashSet<>();
  private Optional<FilterSight> last = Optional.empty();
  private List<FilterSight.Way> ways = List.of();
  private List<FilterSight.Table> foreign = List.of();
  private Optional<FilterSight.Flaw> flaw = Optional.empty();
  private boolean loaded;
  private boolean refused;

  FilterKeeper(String rules, boolean holds) {
    this.rules = rules;
    this.holds = holds;
  }

  void seen(FilterSight sight) {
    flaw = sight.broken();
    foreign = sight.foreign();
    last = Optional.of(sight);
    if (flaw.isEmpty()) {
      ways = sight.ways();
      ways.forEach(each -> opened.add(each.index()));
      refused = false;
      loaded = false;
    } else if (loaded) {
      ways = List.of();
    }
  }

  /** The rules were loaded; where they are not right even now, it is the way that is wrong. */
  void loaded() {
    loaded = true;
  }

  /** The rules could not be loaded, or could not be looked at. */
  void refused() {
    refused = true;
  }

  List<Opening> openings(NetworkSight network) {
    List<Opening> open = new ArrayList<>();
    flaw.ifPresent(each -> open.add(new Opening.OfFilter(each)));
    foreign.forEach(each -> open.add(new Opening.OfFilter(each.flaw())));
    unheld(network).ifPresent(each -> open.add(new Opening.OfFilter(each)));
    if (refused) {
      open.addAll(Openings.unfiltered(network));
    }
    return open;
  }

  private Optional<FilterSight.Flaw> unheld(NetworkSight network) {
    if (!holds || last.isEmpty()) {
      return Optional.empty();
    }
    opened.removeIf(
        index ->
            ways.stream().noneMatch(way -> way.index() == index)
                && Openings.groups(network).stream().noneMatch(link -> link.index() == index));
    Optional<Set<FilterSight.HeldLink>> held = last.get().held();
    Set<FilterSight.HeldLink> wanted =
        wanted(network).links().stream()
            .map(each -> new FilterSight.HeldLink(each.index(), each.name()))
            .collect(Collectors.toSet());
    return held.isEmpty()
        ? Optional.of(UNHELD)
        : held.filter(each -> !each.equals(wanted)).map(unused -> OTHERWISE);
  }

  /**
   * What is to be held: besides the packets, the frames of the groups whose ways stood in right
   * rules once, even where the way is gone since: whoever took it may send next. An interface of a
   * name that rules cannot have is left out.
   */
  private HeldTable wanted(NetworkSight network) {
    boolean frames = last.filter(FilterSight::frames).isPresent();
    return new HeldTable(
        frames,
        Openings.groups(network).stream()
            .filter(link -> frames && opened.contains(link.index()))
            .flatMap(link -> HeldTable.Link.of(link.index(), link.name()).stream())
            .limit(HeldTable.MOST_LINKS)
            .collect(Collectors.toSet()));
  }

  /** Whether it comes and goes with groups: there is nothing to say once it is done. */
  static boolean isUsual(Opening opening) {
    return opening instanceof Opening.OfFilter of && of.flaw().equals(OTHERWISE);
  }

  /** What is to be done about a flaw. */
  GuardAction action(Opening.OfFilter opening, NetworkSight network) {
    if (opening.flaw().equals(UNHELD) || opening.flaw().equals(OTHERWISE)) {
      return new GuardAction.HoldFilter(wanted(network));
    }
    for (FilterSight.Table each : foreign) {
      if (each.flaw().equals(opening.flaw())) {
        return each.isPlain()
            ? new GuardAction.RemoveTable(each)
            : new GuardAction.Tell(opening.vector(), opening.subject());
      }
    }
    return load(network);
  }

  private GuardAction.LoadFilter load(NetworkSight network) {
    StringBuilder all = new StringBuilder(rules);
    List<NetworkLink> groups = Openings.groups(network);
    for (FilterSight.Way each : ways) {
      groups.stream()
          .filter(link -> link.index() == each.index())
          .filter(link -> HeldTable.Link.of(link.index(), link.name()).isPresent())
          .findFirst()
          .ifPresent(link -> all.append('\n').append(way(link, each)));
    }
    return new GuardAction.LoadFilter(all.toString());
  }

  private static String way(NetworkLink link, FilterSight.Way each) {
    GroupWay way = new GroupWay(link.index(), link.name(), new Ipv4(each.address()), each.port());
    return way.frames() + way.opening();
  }
}
