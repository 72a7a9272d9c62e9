package org.officeos.hal.airgap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.officeos.hal.netlink.IpRoute;
import org.officeos.hal.netlink.LinkAddress;
import org.officeos.hal.netlink.RoutingRule;

/** Routes, rules, addresses, multicast. */
final class RouteChecks {

  private static final Set<String> EVERYBODY = Set.of("224.0.0.1", "ff01::1", "ff02::1");

  static final List<Check> ALL =
      List.of(
          new Check(
              LeakVector.DEFAULT_ROUTE,
              "no default route in any table",
              "Remove it: ip route del default table TABLE",
              RouteChecks::defaults),
          new Check(
              LeakVector.FOREIGN_ROUTE,
              "routes lead to the group's own network, and nobody passes anything on",
              "Remove it: ip route del NETWORK table TABLE",
              RouteChecks::foreign),
          new Check(
              LeakVector.POLICY_RULE,
              "only the rules that the kernel starts with",
              "Remove it: ip rule del priority NUMBER",
              RouteChecks::rules),
          new Check(
              LeakVector.IPV6,
              "disable_ipv6 is 1 by default and on every interface, and none has an address",
              "sysctl net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1",
              RouteChecks::ipv6),
          new Check(
              LeakVector.MULTICAST,
              "nothing joins a multicast group besides the one of all hosts",
              "Stop the program that joined it; ss --udp --all --processes shows it",
              RouteChecks::multicast));

  private RouteChecks() {}

  private static void defaults(Sheet sheet) {
    routes(sheet, LeakVector.DEFAULT_ROUTE);
  }

  private static void foreign(Sheet sheet) {
    routes(sheet, LeakVector.FOREIGN_ROUTE);
  }

  private static void routes(Sheet sheet, LeakVector vector) {
    Gathered all = Gathered.from(sheet);
    List<LinkAddress> addresses =
        vector == LeakVector.DEFAULT_ROUTE ? List.of() : sheet.list(Part.ADDRESSES);
    for (Opening.OfRoute each : openings(sheet.list(Part.ROUTES), addresses, all)) {
      if (each.vector() == vector) {
        sheet.fail(Part.ROUTES, each.subject(), each.observed());
      }
    }
  }

  /** Routes that lead out. */
  static List<Opening.OfRoute> openings(
      List<IpRoute> routes, List<LinkAddress> addresses, Gathered all) {
    List<Opening.OfRoute> found = new ArrayList<>();
    for (IpRoute route : routes) {
      boolean everything = route.to().length() == 0;
      boolean other = route.table() != IpRoute.LOCAL_TABLE && !isOwn(route, all, addresses);
      if (!route.leadsNowhere() && (everything || other)) {
        LeakVector vector = everything ? LeakVector.DEFAULT_ROUTE : LeakVector.FOREIGN_ROUTE;
        found.add(new Opening.OfRoute(vector, route, observed(route, all)));
      }
    }
    return found;
  }

  private static boolean isOwn(IpRoute route, Gathered all, List<LinkAddress> addresses) {
    if (route.gateway().isPresent() || route.index().isEmpty()) {
      return false;
    }
    int index = route.index().getAsInt();
    return all.isLoopback(index)
        || (all.isGroup(index)
            && addresses.stream()
                .anyMatch(each -> each.index() == index && each.prefix().covers(route.to())));
  }

  private static String observed(IpRoute route, Gathered all) {
    String by = route.index().isPresent() ? " by " + all.name(route.index().getAsInt()) : "";
    return "leads out" + by + route.gateway().map(each -> " via " + each).orElse("");
  }

  private static void rules(Sheet sheet) {
    for (RoutingRule rule : sheet.list(Part.RULES)) {
      if (!rule.isStock()) {
        sheet.fail(
            Part.RULES,
            (rule.ipv6() ? "IPv6" : "IPv4") + " rule " + rule.priority(),
            rule.table() == 0 ? "leads to no table" : "leads to table " + rule.table());
      }
    }
  }

  private static void ipv6(Sheet sheet) {
    Gathered all = Gathered.from(sheet);
    for (LinkAddress address : sheet.list(Part.ADDRESSES)) {
      if (address.prefix().isIpv6() && !all.isLoopback(address.index())) {
        sheet.fail(Part.ADDRESSES, all.name(address.index()), "has an IPv6 address");
      }
    }
    Map<String, String> values = sheet.read(Part.SYSCTLS, Map.of());
    for (String device : SysctlRule.devices("net/ipv6/conf", "disable_ipv6", values)) {
      String key = "net/ipv6/conf/" + device + "/disable_ipv6";
      if (!device.equals("lo") && !values.getOrDefault(key, "1").equals("1")) {
        sheet.fail(Part.SYSCTLS, key, values.getOrDefault(key, ""));
      }
    }
  }

  private static void multicast(Sheet sheet) {
    for (Membership each : sheet.list(Part.MEMBERSHIPS)) {
      if (!each.device().equals("lo") && !EVERYBODY.contains(each.group())) {
        sheet.fail(Part.MEMBERSHIPS, each.device(), "joined " + each.group());
      }
    }
  }
}
