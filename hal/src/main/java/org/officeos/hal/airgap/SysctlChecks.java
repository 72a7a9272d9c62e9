package org.officeos.hal.airgap;

import static org.officeos.hal.airgap.SysctlRule.atLeast;
import static org.officeos.hal.airgap.SysctlRule.off;

import java.util.List;
import org.officeos.hal.airgap.SysctlRule.Together;

/** Settings of the kernel's own network code. */
final class SysctlChecks {

  private static final String FOUR = "net/ipv4/conf";
  private static final String SIX = "net/ipv6/conf";

  private static final List<SysctlRule> FORWARDING =
      List.of(
          off(FOUR, "forwarding", Together.OWN),
          off(FOUR, "mc_forwarding", Together.OWN),
          off(FOUR, "proxy_arp", Together.EITHER),
          off(FOUR, "bootp_relay", Together.BOTH),
          off(SIX, "forwarding", Together.EITHER),
          off(SIX, "force_forwarding", Together.OWN),
          off(SIX, "mc_forwarding", Together.OWN),
          off(SIX, "proxy_ndp", Together.EITHER));

  private static final List<SysctlRule> REDIRECTS =
      List.of(
          off(FOUR, "accept_redirects", Together.EITHER),
          off(FOUR, "send_redirects", Together.EITHER),
          off(FOUR, "accept_source_route", Together.BOTH),
          atLeast(FOUR, "rp_filter", 1),
          off(SIX, "accept_redirects", Together.OWN),
          off(SIX, "accept_source_route", Together.OWN));

  private static final List<SysctlRule> ARP =
      List.of(
          atLeast(FOUR, "arp_ignore", 1),
          atLeast(FOUR, "arp_announce", 1),
          off(FOUR, "route_localnet", Together.EITHER));

  static final List<Check> ALL =
      List.of(
          new Check(
              LeakVector.FORWARDING,
              "nothing is forwarded, and nobody is answered for, on any interface",
              "sysctl net.ipv4.conf.all.forwarding=0 net.ipv6.conf.all.forwarding=0",
              sheet -> FORWARDING.forEach(rule -> rule.look(sheet))),
          new Check(
              LeakVector.REDIRECTS,
              "no redirects, no routes of the sender's choice, and the way back is checked",
              "Set it to 0, rp_filter to 1, for all and for default in /etc/sysctl.d",
              sheet -> REDIRECTS.forEach(rule -> rule.look(sheet))),
          new Check(
              LeakVector.ARP,
              "arp_ignore and arp_announce at least 1, route_localnet 0",
              "sysctl net.ipv4.conf.all.arp_ignore=2 net.ipv4.conf.all.arp_announce=2",
              sheet -> ARP.forEach(rule -> rule.look(sheet))));

  private SysctlChecks() {}
}
