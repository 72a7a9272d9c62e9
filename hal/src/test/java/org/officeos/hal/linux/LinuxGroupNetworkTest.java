package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.officeos.hal.fence.RuleLoadException;
import org.officeos.hal.linux.lib.LibC;
import org.officeos.hal.linux.lib.NativeLibC;
import org.officeos.hal.linux.lib.NetworkNamespace;
import org.officeos.hal.netlink.Link;
import org.officeos.hal.p2p.EapolAddressPlan;
import org.officeos.hal.p2p.GroupNetwork;
import org.officeos.hal.p2p.GroupNetworkException;
import org.officeos.hal.p2p.GroupNetworkException.Reason;
import org.officeos.hal.p2p.Ipv4;
import org.officeos.hal.p2p.testing.GroupNetworkContract;

/**
 * The contract on the kernel that the tests run on, in a network namespace of the test's own, with
 * pairs of virtual Ethernet interfaces; which of them are groups, the test says, as no radio is
 * there.
 */
class LinuxGroupNetworkTest extends GroupNetworkContract implements GroupNetworkContract.Machine {

  private static final Pattern INET = Pattern.compile("inet (\\S+)");
  private static final EapolAddressPlan PLAN = EapolAddressPlan.USUAL;

  private final LibC libc = new NativeLibC();
  private final Set<String> groups = new HashSet<>();
  private final LinuxGroupNetwork network =
      new LinuxGroupNetwork(libc, System::nanoTime, this::indexes, this::loaded);
  private final List<String> loads = new ArrayList<>();
  private Optional<RuleLoadException> refusal = Optional.empty();
  private NetworkNamespace inside;

  private void loaded(String rules) throws RuleLoadException {
    loads.add(rules);
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    new NftProgram().load(rules);
  }

  private void filter() {
    assumeTrue(Files.isExecutable(Path.of("/usr/sbin/nft")), "needs nft");
    run("nft -f ../udev/nftables/officeos-airgap.nft");
  }

  @Test
  void withoutTheFilterNothingIsLoaded() throws Exception {
    groupBegins("p2p-wlan0-0");
    network().openWay("p2p-wlan0-0", PLAN.owner(), 47100);
    assertEquals(List.of(), loads);
  }

  @Test
  void withTheFilterTheOneWayIsOpenedAndFramesAreHeld() throws Exception {
    groupBegins("p2p-wlan0-0");
    filter();
    network().openWay("p2p-wlan0-0", PLAN.owner(), 47100);
    network().openWay("p2p-wlan0-0", PLAN.first(), 47100);
    String told = run("nft list ruleset");
    assertTrue(told.contains("elements = { \"p2p-wlan0-0\" . 192.168.49.128 . 47100 }"), told);
    assertTrue(told.contains("hook egress device \"p2p-wlan0-0\""), told);
  }

  @Test
  void aFilterThatDoesNotOpenHasAName() {
    groupBegins("p2p-wlan0-0");
    filter();
    for (RuleLoadException.Reason each : RuleLoadException.Reason.values()) {
      refusal = Optional.of(new RuleLoadException(each, ""));
      GroupNetworkException refused =
          assertThrows(
              GroupNetworkException.class,
              () -> network().openWay("p2p-wlan0-0", PLAN.owner(), 47100));
      assertEquals(
          each == RuleLoadException.Reason.NOT_PERMITTED ? Reason.NOT_PERMITTED : Reason.FILTER,
          refused.reason());
    }
  }

  private Set<Integer> indexes() throws NetlinkException {
    return new RadioReader(libc, System::nanoTime)
        .links().stream()
            .filter(each -> groups.contains(each.name()))
            .map(Link::index)
            .collect(Collectors.toSet());
  }

  @BeforeEach
  void enter() throws Exception {
    Optional<NetworkNamespace> made = NetworkNamespace.make();
    assumeTrue(made.isPresent(), "needs CAP_SYS_ADMIN for a network namespace");
    inside = made.get();
    inside.run("ip", "link", "set", "lo", "up");
  }

  @AfterEach
  void leave() {
    if (inside != null) {
      inside.close();
    }
  }

  @Override
  protected GroupNetworkContract.Machine machine() {
    return this;
  }

  /** Each call where the namespace is. */
  @Override
  public GroupNetwork network() {
    return new GroupNetwork() {
      @Override
      public void assign(String interfaceName, Ipv4 own, Ipv4 mask) throws GroupNetworkException {
        there(
            () -> {
              network.assign(interfaceName, own, mask);
              return true;
            });
      }

      @Override
      public boolean isTaken(Ipv4 address, Ipv4 mask) throws GroupNetworkException {
        return there(() -> network.isTaken(address, mask));
      }

      @Override
      public void requireOnlyWay(String interfaceName, Ipv4 peer) throws GroupNetworkException {
        there(
            () -> {
              network.requireOnlyWay(interfaceName, peer);
              return true;
            });
      }

      @Override
      public void openWay(String interfaceName, Ipv4 peer, int port) throws GroupNetworkException {
        there(
            () -> {
              network.openWay(interfaceName, peer, port);
              return true;
            });
      }
    };
  }

  /** A call on the kernel. */
  private interface Call {
    boolean run() throws GroupNetworkException;
  }

  private boolean there(Call call) throws GroupNetworkException {
    try {
      return inside.call(call::run);
    } catch (GroupNetworkException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private String run(String command) {
    try {
      return inside.run(command.split(" "));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void pair(String name) {
    run("ip link add " + name + " type veth peer name x" + name);
    run("ip link set " + name + " up");
    run("ip link set x" + name + " up");
  }

  @Override
  public void groupBegins(String interfaceName) {
    pair(interfaceName);
    groups.add(interfaceName);
  }

  @Override
  public void otherComes(String interfaceName, Ipv4 own, Ipv4 mask) {
    pair(interfaceName);
    run("ip addr add " + own + "/" + mask.prefixLength() + " dev " + interfaceName);
  }

  @Override
  public void gone(String interfaceName) {
    run("ip link delete " + interfaceName);
    groups.remove(interfaceName);
  }

  @Override
  public String addresses(String interfaceName) {
    return INET.matcher(run("ip -4 addr show dev " + interfaceName))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.joining(" "));
  }

  @Test
  void theKernelsOwnToolSeesAnAddressOfTheLinkAndNoBroadcast() throws Exception {
    groupBegins("p2p-wlan0-0");
    network().assign("p2p-wlan0-0", PLAN.first(), PLAN.mask());
    Matcher line = Pattern.compile("inet .*").matcher(run("ip -4 addr show dev p2p-wlan0-0"));
    assertEquals(
        "inet 192.168.49.128/24 scope link p2p-wlan0-0",
        line.results().map(found -> found.group().strip()).collect(Collectors.joining("; ")));
    assertEquals(
        "192.168.49.0/24 dev p2p-wlan0-0 proto kernel scope link src 192.168.49.128",
        run("ip -4 route").strip().replaceAll("\\s+", " "));
  }

  @Test
  void aGatewayBesideChangesNothingButIsNoWayToThePeer() throws Exception {
    otherComes("eth7", Ipv4.of(10, 1, 1, 1), PLAN.mask());
    run("ip route add default via 10.1.1.2");
    groupBegins("p2p-wlan0-0");
    assertRefused(Reason.OTHER_WAY, () -> network().requireOnlyWay("p2p-wlan0-0", PLAN.owner()));
    network().assign("p2p-wlan0-0", PLAN.first(), PLAN.mask());
    network().requireOnlyWay("p2p-wlan0-0", PLAN.owner());
  }

  @Test
  void aRouteOfAnotherKindToThePeerIsAnotherWay() throws Exception {
    otherComes("eth7", Ipv4.of(10, 1, 1, 1), PLAN.mask());
    groupBegins("p2p-wlan0-0");
    network().assign("p2p-wlan0-0", PLAN.first(), PLAN.mask());
    run("ip route add 192.168.49.1/32 via 10.1.1.2");
    assertRefused(Reason.OTHER_WAY, () -> network().requireOnlyWay("p2p-wlan0-0", PLAN.owner()));
    run("ip route del 192.168.49.1/32");
    run("ip route add unreachable 192.168.49.1/32");
    assertRefused(Reason.OTHER_WAY, () -> network().requireOnlyWay("p2p-wlan0-0", PLAN.owner()));
  }

  @Test
  void aRuleThatLeadsTheOwnAddressElsewhereIsAnotherWay() throws Exception {
    otherComes("eth7", Ipv4.of(10, 1, 1, 1), PLAN.mask());
    groupBegins("p2p-wlan0-0");
    network().assign("p2p-wlan0-0", PLAN.first(), PLAN.mask());
    run("ip route add default via 10.1.1.2 table 77");
    run("ip rule add from 192.168.49.128 table 77");
    assertRefused(Reason.OTHER_WAY, () -> network().requireOnlyWay("p2p-wlan0-0", PLAN.owner()));
  }

  @Test
  void aMachineWithoutRadiosHasNoGroups() throws Exception {
    assertEquals(
        Set.of(),
        inside.call(() -> LinuxGroupNetwork.groups(new RadioReader(libc, System::nanoTime))));
  }
}
