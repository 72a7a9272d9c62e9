package org.officeos.hal.linux;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.officeos.hal.airgap.FilterContent;
import org.officeos.hal.linux.lib.LibC;
import org.officeos.hal.netlink.FilterChain.Family;
import org.officeos.hal.netlink.FilterChains;
import org.officeos.hal.netlink.FilterRule;
import org.officeos.hal.netlink.FilterRules;
import org.officeos.hal.netlink.FilterSet;
import org.officeos.hal.netlink.FilterSets;
import org.officeos.hal.netlink.FormatException;
import org.officeos.hal.netlink.KernelRefusal;

/** Reads the packet filter's rules and sets, of this thread's namespace. */
final class FilterReader {

  private static final Duration WITHIN = Duration.ofSeconds(5);

  private final LibC libc;
  private final LongSupplier nanos;

  FilterReader(LibC libc, LongSupplier nanos) {
    this.libc = libc;
    this.nanos = nanos;
  }

  FilterContent content() throws NetlinkException {
    try (NetlinkSocket socket = NetlinkSocket.open(libc, FilterChains.PROTOCOL, nanos)) {
      List<FilterRule> rules = FilterRules.read(socket.dump(FilterRules::request, WITHIN));
      List<FilterSet> sets = new ArrayList<>();
      for (FilterSet each : FilterSets.read(socket.dump(FilterSets::request, WITHIN))) {
        sets.add(held(socket, each));
      }
      return new FilterContent(rules, sets);
    } catch (FormatException e) {
      throw new NetlinkException(NetlinkException.Reason.MALFORMED, "an answer", e);
    }
  }

  /** Whether there is such a set for both families of IP together. */
  boolean has(String table, String set) throws NetlinkException {
    try (NetlinkSocket socket = NetlinkSocket.open(libc, FilterChains.PROTOCOL, nanos)) {
      return FilterSets.read(socket.dump(FilterSets::request, WITHIN)).stream()
          .filter(each -> each.family() == Family.INET && each.table().equals(table))
          .anyMatch(each -> each.name().equals(set));
    } catch (FormatException e) {
      throw new NetlinkException(NetlinkException.Reason.MALFORMED, "an answer", e);
    }
  }

  /** What a set holds; one that went meanwhile, or has odd names, is not known. */
  private static FilterSet held(NetlinkSocket socket, FilterSet set)
      throws NetlinkException, FormatException {
    if (!set.exact() || !FilterSets.canBeAsked(set)) {
      return set.unknown();
    }
    try {
      return set.with(FilterSets.keys(socket.dump(n -> FilterSets.request(set, n), WITHIN)));
    } catch (NetlinkException e) {
      if (e.refusal().filter(no -> no.errno() == KernelRefusal.ENOENT).isPresent()) {
        return set.unknown();
      }
      throw e;
    }
  }
}
