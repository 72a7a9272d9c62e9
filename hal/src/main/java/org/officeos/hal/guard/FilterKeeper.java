package org.officeos.hal.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * flush and that, a table of the guard's own holds, where there is one.
 */
final class FilterKeeper {

  private static final FilterSight.Flaw UNHELD =
      new FilterSight.Flaw(
          LeakVector.BASE_CHAIN, "table inet " + HeldTable.NAME, "is not held by the guard");

  private final String rules;
  private final boolean holds;
  private boolean unheld;
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
    unheld = holds && !sight.held();
    if (flaw.isEmpty()) {
      ways = sight.ways();
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
    if (unheld) {
      open.add(new Opening.OfFilter(UNHELD));
    }
    if (refused) {
      open.addAll(Openings.unfiltered(network));
    }
    return open;
  }

  /** What is to be done about a flaw. */
  GuardAction action(Opening.OfFilter opening, NetworkSight network) {
    if (opening.flaw().equals(UNHELD)) {
      return new GuardAction.HoldFilter(HeldTable.RULES);
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
