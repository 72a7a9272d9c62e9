package org.officeos.hal.guard;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.officeos.hal.airgap.NetworkSight;
import org.officeos.hal.airgap.Opening;
import org.officeos.hal.airgap.Openings;
import org.officeos.hal.netlink.Forwarding;

/**
 * The guard's mind. It keeps the network as it was told, asks the policy what of it stands open,
 * and orders that shut: again where it does not take, a few times at once and then every few
 * seconds.
 *
 * <p>Where a hardware interface came up, the radios are looked at before anything is done: it may
 * be the group's. Where they cannot be looked at, it is shut.
 *
 * <p>For one thread. The order of events is the order in which the kernel told them; the answers to
 * orders come before the next event.
 */
public final class Guard {

  /** How often everything is looked at without being told of anything: 5 s. */
  public static final long LOOK_EVERY = 5_000_000_000L;

  /** How soon everything is looked at again where it could not be: 50 ms. */
  private static final long LOOK_AGAIN = 50_000_000L;

  private static final String BY_ITSELF = "by itself";
  private static final String BY_SETTING =
      "no request shuts it: set it to 0 with sysctl, as root, and see who sets it";

  private final Picture picture = new Picture();
  private final Ledger ledger = new Ledger();
  private final Map<GuardAction, Attempt> open = new LinkedHashMap<>();
  private final Optional<FilterKeeper> filter;
  private final Set<GuardOrder.Look> blind = EnumSet.noneOf(GuardOrder.Look.class);
  private long lookAt;

  /**
   * One that has not looked yet: its first order is to look at everything.
   *
   * @param now a clock that never runs backwards, nanoseconds; all others are of the same
   */
  public Guard(long now) {
    this(now, Optional.empty(), false);
  }

  /**
   * One that keeps the packet filter, too.
   *
   * @param filter its rules without any way in them, in the language of nft(8)
   * @param holds whether a table is held besides that nobody else can flush
   */
  public Guard(long now, Optional<String> filter, boolean holds) {
    this.filter = filter.map(rules -> new FilterKeeper(rules, holds));
    lookAt = now;
  }

  /** Takes one event. */
  public List<GuardOrder> on(GuardEvent event, long now) {
    List<GuardOrder> orders = new ArrayList<>();
    take(event, now, orders);
    if (now - lookAt >= 0) {
      lookAt = now + LOOK_EVERY;
      orders.add(GuardOrder.Look.ALL);
      filter.ifPresent(unused -> orders.add(GuardOrder.Look.FILTER));
    }
    weigh(now, orders);
    ledger.passed(now).forEach(each -> orders.add(new GuardOrder.Write(each)));
    return orders;
  }

  /** When {@link GuardEvent.Passed} is due, at the latest. */
  public long nextAt() {
    long next = lookAt;
    for (Attempt each : open.values()) {
      next = each.due() - next < 0 ? each.due() : next;
    }
    OptionalLong ends = ledger.ends();
    return ends.isPresent() && ends.getAsLong() - next < 0 ? ends.getAsLong() : next;
  }

  /** What stands open now. */
  public List<Opening> open() {
    return open.values().stream().map(each -> each.opening).toList();
  }

  /** What was counted and is not written down yet; for the end. */
  public List<GuardRecord> rest() {
    return ledger.end();
  }

  private void take(GuardEvent event, long now, List<GuardOrder> orders) {
    if (event instanceof GuardEvent.LinkHere here) {
      picture.put(here.link());
      if (picture.isUnsure(here.link().index())) {
        orders.add(GuardOrder.Look.RADIOS);
      }
    } else if (event instanceof GuardEvent.LinkGone gone) {
      picture.removeLink(gone.index());
    } else if (event instanceof GuardEvent.AddressHere here) {
      picture.put(here.address());
    } else if (event instanceof GuardEvent.AddressGone gone) {
      picture.remove(gone.address());
    } else if (event instanceof GuardEvent.RouteHere here) {
      picture.put(here.route());
    } else if (event instanceof GuardEvent.ForwardingHere here) {
      picture.put(here.forwarding());
    } else if (event instanceof GuardEvent.SwitchHere here) {
      picture.put(here.what());
    } else if (event instanceof GuardEvent.SwitchGone gone) {
      picture.removeSwitch(gone.name());
    } else if (event instanceof GuardEvent.Answered answered) {
      answered(answered, now, orders);
    } else if (!(event instanceof GuardEvent.Passed)) {
      looked(event, now, orders);
    }
  }

  private void looked(GuardEvent event, long now, List<GuardOrder> orders) {
    if (event instanceof GuardEvent.RadiosSeen seen) {
      picture.seen(seen);
      sighted(GuardOrder.Look.RADIOS, orders);
    } else if (event instanceof GuardEvent.NetworkSeen seen) {
      picture.seen(seen);
      sighted(GuardOrder.Look.ALL, orders);
      lookAt = now + LOOK_EVERY;
    } else if (event instanceof GuardEvent.Blind no) {
      blinded(no, now, orders);
    } else if (event instanceof GuardEvent.FilterSeen seen) {
      filter.ifPresent(each -> each.seen(seen.sight()));
      sighted(GuardOrder.Look.FILTER, orders);
    } else if (event instanceof GuardEvent.FilterActed) {
      filter.ifPresent(unused -> orders.add(GuardOrder.Look.FILTER));
    } else if (event instanceof GuardEvent.RadioActed) {
      orders.add(GuardOrder.Look.RADIOS);
    } else if (event instanceof GuardEvent.Lost) {
      lookAt = now;
    }
  }

  private void blinded(GuardEvent.Blind no, long now, List<GuardOrder> orders) {
    if (no.what() == GuardOrder.Look.RADIOS) {
      picture.seen(new GuardEvent.RadiosSeen(List.of(), List.of()));
    }
    if (no.what() == GuardOrder.Look.FILTER) {
      filter.ifPresent(FilterKeeper::refused);
    } else {
      lookAt = now + LOOK_AGAIN;
    }
    if (blind.add(no.what())) {
      orders.add(new GuardOrder.Write(new GuardRecord.Blind(no.what(), no.why())));
    }
  }

  private void sighted(GuardOrder.Look what, List<GuardOrder> orders) {
    if (blind.remove(what)) {
      orders.add(new GuardOrder.Write(new GuardRecord.Sighted(what)));
    }
  }

  private void answered(GuardEvent.Answered answered, long now, List<GuardOrder> orders) {
    Attempt attempt = open.get(answered.action());
    if (attempt == null) {
      return;
    }
    switch (answered.answer().result()) {
      case TAKEN -> {
        if (attempt.action instanceof GuardAction.LoadFilter) {
          filter.ifPresent(FilterKeeper::loaded);
        }
        attempt.take(now);
        forget(attempt.action);
      }
      case GONE -> forget(attempt.action);
      case REFUSED, NOT_TRIED -> {
        boolean atOnce = answered.answer().result() == GuardAnswer.Result.NOT_TRIED;
        if (!atOnce && attempt.action instanceof GuardAction.LoadFilter) {
          filter.ifPresent(FilterKeeper::refused);
        }
        if (attempt.fail(now, atOnce)) {
          cannot(attempt, answered.answer().words(), now, orders);
        }
      }
    }
  }

  /** What is told once and not again when it goes is taken to be gone when the kernel says so. */
  private void forget(GuardAction action) {
    if (action instanceof GuardAction.RemoveAddress address) {
      picture.remove(address.address());
    } else if (action instanceof GuardAction.RemoveRoute route) {
      picture.remove(route.route());
    } else if (action instanceof GuardAction.EndForwarding forwarding) {
      picture.put(new Forwarding(false, forwarding.index(), false));
    }
  }

  private void cannot(Attempt attempt, String why, long now, List<GuardOrder> orders) {
    GuardRecord.Open open =
        new GuardRecord.Open(attempt.opening, why, attempt.tries(), attempt.seen);
    ledger.open(open, now).forEach(record -> orders.add(new GuardOrder.Write(record)));
  }

  /** Compares what stands open with what is being done about it. */
  private void weigh(long now, List<GuardOrder> orders) {
    Map<GuardAction, Opening> found = new LinkedHashMap<>();
    NetworkSight sight = picture.sight();
    List<Opening> standing = new ArrayList<>(Openings.of(sight));
    filter.ifPresent(each -> standing.addAll(each.openings(sight)));
    for (Opening each : standing) {
      actions(each, sight).forEach(action -> found.putIfAbsent(action, each));
    }
    List<Attempt> ended =
        open.values().stream().filter(each -> !found.containsKey(each.action)).toList();
    for (Attempt each : ended) {
      open.remove(each.action);
      end(each, now, orders);
    }
    found.forEach((action, each) -> open.putIfAbsent(action, new Attempt(each, action, now)));
    for (Attempt each : open.values()) {
      if (each.isDue(now) && !waits(each.opening)) {
        attempt(each, now, orders);
      }
    }
  }

  private List<GuardAction> actions(Opening opening, NetworkSight sight) {
    if (opening instanceof Opening.OfLink link) {
      return List.of(new GuardAction.SwitchOff(link.link().index()));
    } else if (opening instanceof Opening.OfAddress address) {
      return List.of(new GuardAction.RemoveAddress(address.address()));
    } else if (opening instanceof Opening.OfRoute route) {
      return picture.entries(route.route()).stream()
          .map(each -> (GuardAction) new GuardAction.RemoveRoute(each))
          .toList();
    } else if (opening instanceof Opening.OfFilter of) {
      return filter.stream().map(each -> each.action(of, sight)).toList();
    } else if (opening instanceof Opening.OfSwitch radio) {
      return List.of(new GuardAction.Block(radio.what()));
    }
    return List.of(
        opening instanceof Opening.OfForwarding forwarding
            ? action(forwarding)
            : new GuardAction.Tell(opening.vector(), opening.subject()));
  }

  /** The kernel takes a request for one interface and IPv4 only; the rest is files below /proc. */
  private static GuardAction action(Opening.OfForwarding opening) {
    Forwarding what = opening.what();
    return what.ipv6() || what.index() == Forwarding.DEFAULT
        ? new GuardAction.Tell(opening.vector(), opening.subject(), BY_SETTING)
        : new GuardAction.EndForwarding(what.index());
  }

  /** Whether it belongs to an interface that has to be looked at first. */
  private boolean waits(Opening opening) {
    if (opening instanceof Opening.OfLink link) {
      return picture.isUnsure(link.link().index());
    } else if (opening instanceof Opening.OfAddress address) {
      return picture.isUnsure(address.address().index());
    }
    return opening instanceof Opening.OfRoute route
        && picture.isUnsure(route.route().index().orElse(0));
  }

  private void attempt(Attempt each, long now, List<GuardOrder> orders) {
    if (each.isTaken()) {
      each.doubted(now);
      boolean ofFilter = each.opening instanceof Opening.OfFilter;
      orders.add(ofFilter ? GuardOrder.Look.FILTER : GuardOrder.Look.ALL);
      return;
    }
    each.tried(now);
    if (each.action instanceof GuardAction.Tell tell) {
      if (each.fail(now, true)) {
        cannot(each, tell.why(), now, orders);
      }
      return;
    }
    orders.add(new GuardOrder.Act(each.action));
  }

  private void end(Attempt each, long now, List<GuardOrder> orders) {
    boolean isLink = each.opening instanceof Opening.OfLink && each.tries() > 0;
    boolean isNews = each.wasTaken() && !FilterKeeper.isUsual(each.opening);
    if (!isNews && !each.wasSaid() && !isLink) {
      return;
    }
    GuardRecord.Shut shut =
        each.wasTaken()
            ? new GuardRecord.Shut(each.opening, each.action.words(), each.seen, each.taken())
            : new GuardRecord.Shut(each.opening, BY_ITSELF, each.seen, now);
    ledger.shut(shut, now).forEach(record -> orders.add(new GuardOrder.Write(record)));
  }
}
