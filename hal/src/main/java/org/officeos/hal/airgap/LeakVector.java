package org.officeos.hal.airgap;

import static org.officeos.hal.airgap.Area.FLT;
import static org.officeos.hal.airgap.Area.IFC;
import static org.officeos.hal.airgap.Area.LAP;
import static org.officeos.hal.airgap.Area.RTE;
import static org.officeos.hal.airgap.Area.SVC;
import static org.officeos.hal.airgap.Provocation.GUEST;
import static org.officeos.hal.airgap.Provocation.NO_FIRMWARE;
import static org.officeos.hal.airgap.Provocation.X86_64;
import static org.officeos.hal.airgap.Severity.CRITICAL;
import static org.officeos.hal.airgap.Severity.HIGH;
import static org.officeos.hal.airgap.Severity.MEDIUM;
import static org.officeos.hal.airgap.Side.BOTH;
import static org.officeos.hal.airgap.Side.HANDHELD;
import static org.officeos.hal.airgap.Side.LAPTOP;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The known ways out of the air gap: the one table behind the audit's ids, its documentation and
 * its tests. An id never changes its meaning; one that is no longer looked for stays reserved.
 */
public enum LeakVector {
  LINK_UP(1, IFC, CRITICAL, HANDHELD, "237", GUEST, "An interface is up that is not the group's"),
  WRONG_MODE(2, IFC, CRITICAL, HANDHELD, "237", GUEST, "A radio interface of a forbidden type"),
  ASSOCIATED(
      3, IFC, HIGH, HANDHELD, "23", GUEST, "A radio interface in a network that is no group"),
  STORED_NETWORK(4, IFC, HIGH, HANDHELD, "4", GUEST, "A stored network that can be joined"),
  PROBES(5, IFC, MEDIUM, HANDHELD, "4", GUEST, "Searches on the air that name networks"),
  INTERWORKING(6, IFC, HIGH, HANDHELD, "4", GUEST, "Automatic hotspot roaming"),
  BLUETOOTH(7, IFC, HIGH, HANDHELD, "7", X86_64, "Bluetooth that can carry a network"),
  OTHER_RADIO(8, IFC, HIGH, HANDHELD, "7", GUEST, "A modem or another radio that is not Wi-Fi"),
  USB_HOST(9, IFC, CRITICAL, HANDHELD, "7", GUEST, "A network adapter on USB"),
  USB_GADGET(10, IFC, CRITICAL, HANDHELD, "7", GUEST, "A network function offered over USB"),
  VIRTUAL_LINK(11, IFC, HIGH, HANDHELD, "7", GUEST, "A tunnel, bridge or other made-up interface"),
  NAMESPACE(12, IFC, MEDIUM, HANDHELD, "57", GUEST, "Devices in another network namespace"),
  OFFLOAD(13, IFC, MEDIUM, HANDHELD, "7", NO_FIRMWARE, "The radio's firmware acts by itself"),

  DEFAULT_ROUTE(14, RTE, CRITICAL, HANDHELD, "6", GUEST, "A default route in some table"),
  FOREIGN_ROUTE(15, RTE, CRITICAL, HANDHELD, "6", GUEST, "A route beyond the group's own network"),
  POLICY_RULE(16, RTE, HIGH, HANDHELD, "6", GUEST, "A rule that chooses another routing table"),
  IPV6(17, RTE, CRITICAL, HANDHELD, "6", GUEST, "IPv6 on something other than loopback"),
  FORWARDING(18, RTE, HIGH, BOTH, "69", GUEST, "Packets of others are passed on"),
  REDIRECTS(19, RTE, MEDIUM, HANDHELD, "6", GUEST, "Strangers can change where packets go"),
  ARP(20, RTE, MEDIUM, BOTH, "69", GUEST, "Addresses of other interfaces are answered for"),
  DHCP_CLIENT(21, RTE, HIGH, HANDHELD, "6", GUEST, "A DHCP client runs"),
  MULTICAST(22, RTE, MEDIUM, HANDHELD, "6", GUEST, "Multicast groups are joined on the link"),

  BASE_CHAIN(
      23, FLT, CRITICAL, HANDHELD, "68", GUEST, "The packet filter does not drop by default"),
  WIDE_ACCEPT(24, FLT, CRITICAL, HANDHELD, "6", GUEST, "The packet filter accepts too much"),
  PACKET_SOCKET(25, FLT, CRITICAL, HANDHELD, "6", GUEST, "Frames can get around the packet filter"),
  RAW_SOCKET(26, FLT, HIGH, HANDHELD, "6", GUEST, "Raw sockets, or protocols besides TCP and UDP"),
  REDIRECTED_FRAMES(27, FLT, HIGH, HANDHELD, "6", GUEST, "BPF or traffic control can move frames"),
  KERNEL_TRAFFIC(28, FLT, HIGH, HANDHELD, "68", GUEST, "The kernel itself sends"),
  BOOT_WINDOW(29, FLT, CRITICAL, HANDHELD, "8", GUEST, "Interfaces before the rules at boot"),
  STOP_WINDOW(30, FLT, HIGH, HANDHELD, "8", GUEST, "Rules go away when a unit stops"),
  RULE_OWNER(31, FLT, HIGH, HANDHELD, "48", GUEST, "Another program owns the packet filter"),
  RESUME_WINDOW(
      32, FLT, HIGH, HANDHELD, "8", GUEST, "Interfaces come back after suspend or reload"),
  ATTEMPTS(33, FLT, MEDIUM, HANDHELD, "6", GUEST, "Something tried, and was dropped"),

  RESOLVERS(34, SVC, CRITICAL, HANDHELD, "6", GUEST, "Names are looked up over the network"),
  DISCOVERY(35, SVC, HIGH, HANDHELD, "6", GUEST, "The device announces itself by multicast"),
  TIME_SYNC(36, SVC, HIGH, HANDHELD, "6", GUEST, "The clock is set over the network"),
  CONNECTIVITY_CHECK(37, SVC, HIGH, HANDHELD, "4", GUEST, "A program tests for the internet"),
  REMOTE_ACCESS(38, SVC, HIGH, HANDHELD, "6", GUEST, "A service listens on the link"),
  PHONING_HOME(
      39, SVC, MEDIUM, HANDHELD, "6", GUEST, "Timers for updates, saves, scores, telemetry"),
  PROXY(40, SVC, MEDIUM, HANDHELD, "6", GUEST, "Programs are told of a proxy"),
  MANAGER(41, SVC, MEDIUM, HANDHELD, "4", GUEST, "A network manager runs, or starts at boot"),
  UNDOING(42, SVC, MEDIUM, HANDHELD, "8", GUEST, "Ordinary users can undo the lockdown"),
  OWN_UNIT(43, SVC, MEDIUM, HANDHELD, "8", GUEST, "Our own units have more rights than they need"),

  LAPTOP_FORWARDS(44, LAP, CRITICAL, LAPTOP, "9", GUEST, "The laptop passes on or translates"),
  LAPTOP_SERVICES(
      45, LAP, CRITICAL, LAPTOP, "9", GUEST, "The laptop's other services are reachable"),
  LAPTOP_DEPUTY(46, LAP, HIGH, LAPTOP, "9", GUEST, "The laptop's daemon can be sent elsewhere");

  private final int number;
  private final Area area;
  private final Severity severity;
  private final Side side;
  private final String invariants;
  private final Provocation provocation;
  private final String title;

  LeakVector(
      int number,
      Area area,
      Severity severity,
      Side side,
      String invariants,
      Provocation provocation,
      String title) {
    this.number = number;
    this.area = area;
    this.severity = severity;
    this.side = side;
    this.invariants = invariants;
    this.provocation = provocation;
    this.title = title;
  }

  /** 1 to 46. */
  public int number() {
    return number;
  }

  /** Such as {@code AGL-IFC-01}: the area, and the place in it. */
  public String id() {
    int place = 0;
    for (LeakVector each : values()) {
      place += each.area == area && each.number <= number ? 1 : 0;
    }
    return "AGL-" + area + (place < 10 ? "-0" : "-") + place;
  }

  /** The vector of this id, in any case of letters. */
  public static Optional<LeakVector> ofId(String id) {
    return Stream.of(values()).filter(each -> each.id().equalsIgnoreCase(id)).findFirst();
  }

  /** What it is about. */
  public Area area() {
    return area;
  }

  /** How bad it is. */
  public Severity severity() {
    return severity;
  }

  /** Where it is looked for. */
  public Side side() {
    return side;
  }

  /** What it breaks, at least one. */
  public List<Invariant> invariants() {
    return Stream.of(Invariant.values())
        .filter(each -> invariants.indexOf('0' + each.number()) >= 0)
        .toList();
  }

  /** Whether it can be made to happen in the lab. */
  public Provocation provocation() {
    return provocation;
  }

  /** What is wrong when it is found, in one line. */
  public String title() {
    return title;
  }
}
