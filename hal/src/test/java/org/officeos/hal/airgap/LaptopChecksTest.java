package org.officeos.hal.airgap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.officeos.hal.airgap.Handhelds.GROUP_NAME;
import static org.officeos.hal.airgap.Handhelds.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.officeos.hal.airgap.DaemonFacts.Kept;
import org.officeos.hal.airgap.Finding.State;
import org.officeos.hal.netlink.FilterChain;
import org.officeos.hal.netlink.FilterChain.Family;
import org.officeos.hal.netlink.FilterChain.Hook;
import org.officeos.hal.netlink.FilterRule;
import org.officeos.hal.netlink.FilterStep;
import org.officeos.hal.netlink.FilterStep.Outcome;
import org.officeos.hal.netlink.FilterStep.Source;

class LaptopChecksTest {

  private static Verdict judge(Snapshot snapshot) {
    return Policy.judge(snapshot, AirgapSettings.LAPTOP);
  }

  private static List<String> found(LeakVector vector, Snapshot snapshot) {
    return judge(snapshot).of(vector).stream()
        .filter(each -> each.state() != State.PASS)
        .map(each -> each.state() + " " + each.subject() + ": " + each.observed())
        .toList();
  }

  private static Snapshot fenced(FilterRule... first) {
    return Laptops.withFence().with(Part.FILTER, read(Laptops.fence(first)));
  }

  @Test
  void aLaptopWithItsFenceUpHasNoFindingsWhateverElseItDoes() {
    Verdict verdict = judge(Laptops.withFence());
    assertTrue(verdict.isClean(), verdict.toString());
    assertEquals(
        List.of(LeakVector.LAPTOP_FORWARDS, LeakVector.LAPTOP_SERVICES, LeakVector.LAPTOP_DEPUTY),
        verdict.of(State.PASS).stream().map(Finding::vector).toList());
    assertEquals(List.of(), Policy.notJudged(Side.LAPTOP));
  }

  @Test
  void withoutItForwardingServicesAndProgramsAreFound() {
    assertEquals(
        List.of(
            "FAIL p2p-wlan0-0: IPv4 from it is passed on, and may be translated",
            "FAIL p2p-wlan0-0: IPv4 of others is passed on to it, and may be translated",
            "FAIL p2p-wlan0-0: IPv6 from it is passed on, and may be translated",
            "FAIL p2p-wlan0-0: IPv6 of others is passed on to it, and may be translated",
            "FAIL dnsmasq: runs, and reaches the group"),
        found(LeakVector.LAPTOP_FORWARDS, Laptops.bare()));
    assertEquals(
        List.of(
            "FAIL p2p-wlan0-0: no chain drops what else comes in by it",
            "FAIL sshd: TCP port 22 on 0.0.0.0 is reached",
            "FAIL p2p-wlan0-0: no chain drops what else this laptop sends by it",
            "FAIL net/ipv4/conf/p2p-wlan0-0/arp_ignore: 0: answers for any address"),
        found(LeakVector.LAPTOP_SERVICES, Laptops.bare()));
  }

  @Test
  void aLaptopThatPassesNothingOnNeedsNoDropForThat() {
    Map<String, String> values = Laptops.sysctls();
    values.replaceAll((key, value) -> key.endsWith("/forwarding") ? "0" : value);
    values.put("net/ipv4/conf/lo/forwarding", "1");
    Snapshot quiet =
        Laptops.bare().with(Part.SYSCTLS, read(values)).with(Part.PROGRAMS, read(List.of()));
    assertEquals(List.of(), found(LeakVector.LAPTOP_FORWARDS, quiet));
  }

  @Test
  void aGroupInABridgeIsFound() {
    NetworkLink bridged =
        new NetworkLink(
            3,
            GROUP_NAME,
            true,
            true,
            1,
            Optional.empty(),
            OptionalInt.of(4),
            NetworkLink.Bus.PCI,
            false);
    List<NetworkLink> links = List.of(bridged, Handhelds.made(4, "docker0", "bridge"));
    assertEquals(
        List.of("FAIL p2p-wlan0-0: belongs to docker0"),
        found(LeakVector.LAPTOP_FORWARDS, Laptops.withFence().with(Part.LINKS, read(links))));
  }

  @Test
  void anotherProgramsDropIsAsGoodAndAnyAcceptBeforeItIsNot() {
    FilterChain all =
        new FilterChain(Family.INET, "mine", "all", "filter", Hook.FORWARD, true, List.of());
    FilterRule docker =
        new FilterRule(
            Family.INET,
            "mine",
            "all",
            1,
            Rules.steps(
                Rules.eq(Source.IN_INDEX, "04000000"),
                Rules.eq(Source.OUT_INDEX, "02000000"),
                Rules.ACCEPT));
    FilterRule anybody =
        new FilterRule(
            Family.INET,
            "mine",
            "all",
            2,
            Rules.steps(Rules.eq(Source.OUT_INDEX, "02000000"), Rules.ACCEPT));
    Snapshot others =
        Laptops.bare().with(Part.CHAINS, read(List.of(all))).with(Part.PROGRAMS, read(List.of()));
    assertEquals(
        List.of(),
        found(
            LeakVector.LAPTOP_FORWARDS,
            others.with(Part.FILTER, read(new FilterContent(List.of(docker), List.of())))));
    assertEquals(
        List.of(
            "FAIL p2p-wlan0-0: IPv4 from it is passed on",
            "FAIL p2p-wlan0-0: IPv6 from it is passed on"),
        found(
            LeakVector.LAPTOP_FORWARDS,
            others.with(Part.FILTER, read(new FilterContent(List.of(anybody), List.of())))));
  }

  @Test
  void aFenceWithAHoleIsNone() {
    List<FilterRule> holes =
        List.of(
            Laptops.rule("in", 1, Rules.ACCEPT),
            Laptops.rule("in", 1, Rules.eq(Source.IN_INDEX, Laptops.GROUP_HEX), Rules.ACCEPT),
            Laptops.rule("in", 1, Rules.tcp(), Rules.eq(Source.TO_PORT, "0016"), Rules.ACCEPT),
            Laptops.rule("in", 1, new FilterStep.Unknown("limit"), Rules.ACCEPT),
            Laptops.rule("in", 1, new FilterStep.Unknown("queue")),
            Laptops.rule("in", 1, new FilterStep.Verdict(Outcome.RETURN, Optional.empty())),
            Laptops.rule("in", 1, new FilterStep.Verdict(Outcome.GOTO, Optional.of("x"))));
    for (FilterRule hole : holes) {
      assertTrue(
          found(LeakVector.LAPTOP_SERVICES, fenced(hole))
              .contains("FAIL p2p-wlan0-0: no chain drops what else comes in by it"),
          hole.toString());
    }
    assertEquals(
        List.of(),
        found(
            LeakVector.LAPTOP_SERVICES,
            fenced(
                Laptops.rule("in", 1, Rules.eq(Source.IN_INDEX, "02000000"), Rules.ACCEPT),
                Laptops.rule("in", 2, new FilterStep.Counter(1, 1)))),
        "what other interfaces have is their own");
  }

  @Test
  void aDropThatAsksForMoreThanTheInterfaceIsNotTakenForOne() {
    for (List<FilterStep> less :
        List.of(
            Rules.tcp(),
            List.<FilterStep>of(new FilterStep.Unknown("limit")),
            List.<FilterStep>of(
                new FilterStep.Load(Source.IN_INDEX, 1),
                new FilterStep.Compare(1, false, "02000000")))) {
      List<FilterRule> rules = new ArrayList<>();
      for (FilterRule each : Laptops.fence().rules()) {
        boolean last = each.chain().equals("in") && each.handle() == 12;
        rules.add(last ? Laptops.rule("in", 12, less, Rules.DROP) : each);
      }
      Snapshot snapshot =
          Laptops.withFence().with(Part.FILTER, read(new FilterContent(rules, List.of())));
      assertEquals(
          List.of(
              "FAIL p2p-wlan0-0: no chain drops what else comes in by it",
              "FAIL sshd: TCP port 22 on 0.0.0.0 is reached",
              "FAIL net/ipv4/conf/p2p-wlan0-0/arp_ignore: 0: answers for any address"),
          found(LeakVector.LAPTOP_SERVICES, snapshot),
          less.toString());
    }
  }

  @Test
  void settingsThatLetStrangersInAndAFenceThatIsSwitchedOffAreFound() {
    Map<String, String> values = Laptops.sysctls();
    values.put("net/ipv4/conf/all/route_localnet", "1");
    values.put("net/ipv4/conf/" + GROUP_NAME + "/proxy_arp", "1");
    assertEquals(
        List.of(
            "FAIL net/ipv4/conf/all/route_localnet: 1",
            "FAIL net/ipv4/conf/p2p-wlan0-0/proxy_arp: 1"),
        found(LeakVector.LAPTOP_SERVICES, Laptops.withFence().with(Part.SYSCTLS, read(values))));
    DaemonFacts off = new DaemonFacts(false, 47100, List.of(), List.of());
    assertEquals(
        List.of("FAIL radio.fence: is false: no fence is put up"),
        found(LeakVector.LAPTOP_SERVICES, Laptops.withFence().with(Part.DAEMON, read(off))));
  }

  @Test
  void withoutAGroupThereIsNothingToJudgeOfIt() {
    Snapshot none =
        Laptops.bare()
            .with(Part.WIRELESS, read(List.of(Handhelds.station("home"))))
            .with(Part.CHAINS, Part.CHAINS.unreadable(Reading.Why.DENIED, "EPERM", "nf_tables"));
    assertEquals(
        List.of("NOT_APPLICABLE groups: no Wi-Fi Direct group stands"),
        found(LeakVector.LAPTOP_FORWARDS, none));
    assertTrue(judge(none).isClean());
  }

  @Test
  void whatCannotBeReadIsNeverAPass() {
    for (Part<?> part :
        List.of(
            Part.LINKS,
            Part.RADIOS,
            Part.WIRELESS,
            Part.ADDRESSES,
            Part.SYSCTLS,
            Part.CHAINS,
            Part.FILTER,
            Part.DAEMON)) {
      Verdict verdict = judge(without(part));
      assertEquals(
          List.of(part.toString()),
          verdict.of(State.ERROR).stream().map(Finding::subject).distinct().toList());
    }
    assertEquals(
        3, judge(Snapshot.EMPTY).findings().stream().map(Finding::vector).distinct().count());
    assertEquals(List.of(), judge(Snapshot.EMPTY).of(State.PASS));
  }

  private static <T> Snapshot without(Part<T> part) {
    return Laptops.withFence().with(part, part.unreadable(Reading.Why.DENIED, "EPERM", "/x"));
  }

  private static List<String> aimed(DaemonFacts.Target target) {
    return found(
        LeakVector.LAPTOP_DEPUTY,
        Laptops.withFence().with(Part.DAEMON, read(Laptops.daemon(target))));
  }

  @Test
  void servicesThatTheDaemonShouldNotBeSentToAreFound() {
    Map<String, String> wrong =
        Map.of(
            "a9fea9fe",
            "is a cloud's metadata service",
            "a9fe0102",
            "is a link-local address",
            "fe80" + "0".repeat(27) + "1",
            "is a link-local address",
            "e00000fb",
            "is a multicast or broadcast address",
            "ff02" + "0".repeat(27) + "1",
            "is a multicast or broadcast address",
            "00000000",
            "is no address of a machine",
            "c0a83180",
            "is in the group's own network");
    wrong.forEach(
        (hex, what) ->
            assertEquals(List.of("FAIL image.url: " + what), aimed(Laptops.target(hex, 80)), hex));
    assertEquals(
        List.of("FAIL image.url: is this daemon itself"), aimed(Laptops.target("7f000001", 47100)));
    assertEquals(List.of(), aimed(Laptops.target("7f000001", 7860)));
    assertEquals(List.of(), aimed(Laptops.target("0a070009", 80)));
    assertEquals(
        List.of("FAIL text.url: is a cloud's metadata service"),
        aimed(
            new DaemonFacts.Target("text.url", "metadata.google.internal", Optional.empty(), 80)));
    assertEquals(
        List.of(), aimed(new DaemonFacts.Target("text.url", "models.lan", Optional.empty(), 80)));
  }

  @Test
  void filesThatOthersCanUseOrNobodyCanWriteAreFound() {
    List<Kept> files =
        Stream.of(DaemonFacts.State.values())
            .map(each -> new Kept("trail", "/" + each.name().charAt(0), each, 0640, 0600))
            .toList();
    DaemonFacts facts = new DaemonFacts(true, 47100, List.of(), files);
    assertEquals(
        List.of(
            "FAIL trail /T: is open to others: mode 640",
            "FAIL trail /M: is missing",
            "FAIL trail /N: cannot be written",
            "ERROR trail /N: cannot be looked at, or is not there"),
        found(LeakVector.LAPTOP_DEPUTY, Laptops.withFence().with(Part.DAEMON, read(facts))));
  }
}
