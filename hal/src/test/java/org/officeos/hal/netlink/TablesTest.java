package org.officeos.hal.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.officeos.hal.netlink.AttributesTest.assertRefused;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.officeos.hal.netlink.FilterChain.Family;
import org.officeos.hal.netlink.FilterChain.Hook;
import org.officeos.hal.netlink.FormatException.Reason;

/** Addresses, routes, rules, queues and chains of all families, as the kernel tells them. */
class TablesTest {

  private static final HexFormat HEX = HexFormat.of();
  private static final int NEWADDR = 20;
  private static final int NEWROUTE = 24;
  private static final int NEWRULE = 32;
  private static final int NEWQDISC = 36;
  private static final int NEWCHAIN = 0xa03;
  private static final String LINK = "00000000030000000000000000000000";

  private static NetlinkMessage message(int type, String fixed, AttributeWriter attributes) {
    byte[] head = HEX.parseHex(fixed);
    byte[] body = attributes.toBytes();
    byte[] payload = ByteBuffer.allocate(head.length + body.length).put(head).put(body).array();
    return new NetlinkMessage(type, 0, 0, 0, payload);
  }

  private static byte[] hex(String text) {
    return HEX.parseHex(text);
  }

  private static AttributeWriter none() {
    return new AttributeWriter();
  }

  @Test
  void addressesHaveTheirUsualText() {
    assertEquals("192.168.49.1/24", new IpPrefix("c0a83101", 24).toString());
    assertEquals("::/0", IpPrefix.everything(true).toString());
    assertEquals("0.0.0.0/0", IpPrefix.everything(false).toString());
    assertEquals("::1", new IpPrefix("0".repeat(31) + "1", 128).address());
    assertEquals("fe80::1", new IpPrefix("fe80" + "0".repeat(27) + "1", 64).address());
    assertEquals("2001:db8::", new IpPrefix("20010db8" + "0".repeat(24), 32).address());
    assertEquals("2001:0:0:1::2", new IpPrefix("20010000000000010000000000000002", 64).address());
    assertEquals("1:2:3:4:5:6:7:8", new IpPrefix("00010002000300040005000600070008", 1).address());
    assertThrows(IllegalArgumentException.class, () -> new IpPrefix("c0a831", 24));
    assertThrows(IllegalArgumentException.class, () -> new IpPrefix("c0a83101", 33));
  }

  @Test
  void aNetworkCoversWhatLiesInIt() {
    IpPrefix network = new IpPrefix("c0a83180", 24);
    assertTrue(network.covers(new IpPrefix("c0a83100", 24)));
    assertTrue(network.covers(new IpPrefix("c0a83101", 32)));
    assertFalse(network.covers(new IpPrefix("c0a83001", 32)));
    assertFalse(network.covers(new IpPrefix("c0a80000", 16)));
    assertTrue(IpPrefix.everything(false).covers(network));
    assertFalse(IpPrefix.everything(true).covers(network));
  }

  @Test
  void asksForAllOfEach() {
    assertEquals("0000000000000000", HEX.formatHex(LinkAddresses.request(1).payload()));
    assertEquals(
        "1c000000" + "1a00" + "0103" + "07000000" + "00000000" + "0a" + "00".repeat(11),
        HEX.formatHex(RouteTables.request(true, 7).encoded()));
    assertEquals(
        "1c000000" + "2200" + "0103" + "07000000" + "00000000" + "02" + "00".repeat(11),
        HEX.formatHex(RoutingRules.request(false, 7).encoded()));
    assertEquals(38, Qdiscs.request(1).type());
    assertEquals(20, Qdiscs.request(1).payload().length);
    assertEquals(
        "14000000" + "040a" + "0103" + "07000000" + "00000000" + "00000000",
        HEX.formatHex(FilterChains.request(7).encoded()));
  }

  @Test
  void readsAddressesOfBothFamiliesAndPassesOverOthers() throws Exception {
    String six = "fe80" + "0".repeat(27) + "1";
    assertEquals(
        List.of(
            new LinkAddress(3, new IpPrefix("c0a83180", 24)),
            new LinkAddress(4, new IpPrefix(six, 64))),
        LinkAddresses.read(
            List.of(
                message(
                    NEWADDR,
                    "021880fd03000000",
                    none().bytes(1, hex("c0a83101")).bytes(2, hex("c0a83180"))),
                message(NEWADDR, "0a4080fd04000000", none().bytes(1, hex(six))),
                message(NEWADDR, "110000fd04000000", none()))));
  }

  @Test
  void tellsOfAddressesThatComeAndGoAndRemovesThem() throws Exception {
    String six = "fe80" + "0".repeat(27) + "1";
    LinkAddress four = new LinkAddress(3, new IpPrefix("c0a83180", 24));
    AttributeWriter own = none().bytes(1, hex("c0a83101")).bytes(2, hex("c0a83180"));
    assertEquals(
        Optional.of(new AddressEvent.Here(four)),
        LinkAddresses.event(message(NEWADDR, "021880fd03000000", own)));
    assertEquals(
        Optional.of(new AddressEvent.Gone(four)),
        LinkAddresses.event(message(NEWADDR + 1, "021880fd03000000", own)));
    assertEquals(
        Optional.empty(), LinkAddresses.event(message(NEWADDR, "110000fd04000000", none())));
    assertEquals(
        "20000000"
            + "1500"
            + "0500"
            + "07000000"
            + "00000000"
            + "0218000003000000"
            + "08000200"
            + "c0a83180",
        HEX.formatHex(LinkAddresses.remove(four, 7).encoded()));
    assertEquals(
        "0a40000004000000" + "14000200" + six,
        HEX.formatHex(
            LinkAddresses.remove(new LinkAddress(4, new IpPrefix(six, 64)), 7).payload()));
  }

  @Test
  void tellsWherePacketsArePassedOn() throws Exception {
    AttributeWriter on = none().u32(1, 3).u32(2, 1);
    assertEquals(
        List.of(new Forwarding(false, 3, true), new Forwarding(true, Forwarding.DEFAULT, false)),
        Forwardings.read(
            List.of(
                message(80, "02000000", on),
                message(80, "0a000000", none().u32(1, -2).u32(2, 0)),
                message(80, "02000000", none().u32(1, 3).u32(3, 1)),
                message(80, "1c000000", on))));
    assertEquals("0a000000", HEX.formatHex(Forwardings.request(true, 1).payload()));
    NetlinkMessage nowhere = message(80, "02000000", none().u32(1, 0).u32(2, 1));
    assertRefused(Reason.OUT_OF_RANGE, () -> Forwardings.event(nowhere));
    assertRefused(Reason.WRONG_SIZE, () -> Forwardings.event(bare(80)));
    assertRefused(Reason.WRONG_KIND, () -> Forwardings.event(bare(99)));
  }

  @Test
  void endsItForOneInterfaceAndIpv4Only() {
    assertEquals(
        "34000000"
            + "1300"
            + "0500"
            + "09000000"
            + "00000000"
            + "00000000"
            + "03000000"
            + "00000000"
            + "00000000"
            + "14001a80"
            + "10000280"
            + "0c000180"
            + "08000100"
            + "00000000",
        HEX.formatHex(Forwardings.switchOff(3, 9).encoded()));
    assertThrows(IllegalArgumentException.class, () -> Forwardings.switchOff(0, 1));
    assertThrows(IllegalArgumentException.class, () -> Forwardings.switchOff(Forwarding.ALL, 1));
  }

  @Test
  void anInterfaceTellsWhetherItPassesOn() throws Exception {
    assertEquals(
        Optional.of(new Forwarding(false, 3, true)),
        Forwardings.ofLink(linkWith(0, 3, HEX.parseHex("0100000000000000"))));
    assertEquals(
        Optional.of(new Forwarding(false, 3, false)),
        Forwardings.ofLink(linkWith(0, 3, HEX.parseHex("0000000001000000"))));
    assertEquals(Optional.empty(), Forwardings.ofLink(linkWith(7, 3, new byte[3])), "a port");
    AttributeWriter six = none().nested(26, none().nested(10, none().u32(1, 1)));
    assertEquals(Optional.empty(), Forwardings.ofLink(message(16, LINK, six)));
    assertEquals(Optional.empty(), Forwardings.ofLink(message(16, LINK, none())));
    assertRefused(Reason.WRONG_SIZE, () -> Forwardings.ofLink(linkWith(0, 3, new byte[3])));
    assertRefused(Reason.OUT_OF_RANGE, () -> Forwardings.ofLink(linkWith(0, 0, new byte[4])));
    assertRefused(Reason.WRONG_KIND, () -> Forwardings.ofLink(bare(80)));
    assertRefused(Reason.WRONG_SIZE, () -> Forwardings.ofLink(bare(16)));
  }

  private static NetlinkMessage linkWith(int family, int index, byte[] settings) {
    String fixed = String.format("%02x000000%02x0000000000000000000000", family, index);
    AttributeWriter four = none().nested(2, none().bytes(1, settings));
    return message(16, fixed, none().nested(26, four));
  }

  @Test
  void aRouteIsRemovedByTheKernelsOwnWordsForIt() throws Exception {
    NetlinkMessage told =
        message(NEWROUTE, "02180000fe02fd0100000000", none().bytes(1, hex("c0a83100")).u32(6, 7));
    RouteEntry entry = RouteTables.event(told).orElseThrow();
    assertEquals(entry, RouteTables.entries(List.of(told)).get(0));
    NetlinkMessage remove = entry.remove(9);
    assertEquals(25, remove.type());
    assertEquals(NetlinkMessage.F_REQUEST | NetlinkMessage.F_ACK, remove.flags());
    assertEquals(9, remove.sequence());
    assertEquals(HEX.formatHex(told.payload()), HEX.formatHex(remove.payload()));
    assertEquals(
        Optional.empty(),
        RouteTables.event(new NetlinkMessage(25, 0, 0, 0, told.payload())),
        "one that went");
    assertEquals(
        Optional.empty(),
        RouteTables.event(message(NEWROUTE, "02200000fe03000100020000", none())),
        "one looked up");
  }

  @Test
  void readsRoutesWithTheirTables() throws Exception {
    List<IpRoute> read =
        RouteTables.read(
            List.of(
                message(
                    NEWROUTE,
                    "020000006403000100000000",
                    none().u32(15, 1000).u32(4, 3).bytes(5, hex("c0a83101"))),
                message(NEWROUTE, "02180000fe02fd0100000000", none().bytes(1, hex("c0a83100"))),
                message(NEWROUTE, "0a000000fe03000700000000", none().u32(4, 1)),
                message(NEWROUTE, "02000000fe03000100000000", none().u32(4, 3).flag(9)),
                message(NEWROUTE, "02200000fe03000100020000", none().bytes(1, hex("c0a83100"))),
                message(NEWROUTE, "80000000fe03000100000000", none())));
    assertEquals(
        List.of(
            new IpRoute(
                IpPrefix.everything(false),
                1000,
                1,
                OptionalInt.of(3),
                Optional.of("192.168.49.1")),
            new IpRoute(
                new IpPrefix("c0a83100", 24), 254, 1, OptionalInt.empty(), Optional.empty()),
            new IpRoute(IpPrefix.everything(true), 254, 7, OptionalInt.of(1), Optional.empty()),
            new IpRoute(
                IpPrefix.everything(false), 254, 1, OptionalInt.empty(), Optional.of("several"))),
        read);
    assertTrue(read.get(2).leadsNowhere());
    assertFalse(read.get(0).leadsNowhere());
  }

  @Test
  void tellsStockRulesFromOthers() throws Exception {
    AttributeWriter main = none().u32(6, 32766).u32(15, 254).u32(14, -1).u8(21, 2);
    assertTrue(rule("020000000000000100000000", none().u32(15, 255)).isStock());
    assertTrue(rule("02000000fe00000100000000", main).isStock());
    assertTrue(rule("02000000fd00000100000000", none().u32(6, 32767)).isStock());
    assertFalse(rule("0a000000fd00000100000000", none().u32(6, 32767)).isStock());
    assertFalse(rule("02000000fe00000100000000", none().u32(6, 32766).u32(10, 7)).isStock());
    assertFalse(rule("02002000fe00000100000000", none().u32(6, 32766)).isStock());
    RoutingRule odd = rule("020000006400000100000000", none().u32(6, 50));
    assertEquals(new RoutingRule(false, 50, 100, false), odd);
    assertEquals(0, rule("02000000fe00000600000000", none().u32(6, 5)).table());
  }

  private static RoutingRule rule(String fixed, AttributeWriter attributes) throws Exception {
    return RoutingRules.read(List.of(message(NEWRULE, fixed, attributes))).get(0);
  }

  @Test
  void readsQueues() throws Exception {
    String fixed = "00000000" + "03000000" + "00".repeat(12);
    Qdisc read = Qdiscs.read(List.of(message(NEWQDISC, fixed, none().text(1, "clsact")))).get(0);
    assertEquals(new Qdisc(3, "clsact"), read);
    assertTrue(read.holdsPrograms());
    assertFalse(new Qdisc(3, "fq_codel").holdsPrograms());
  }

  @Test
  void readsBaseChainsAndPassesOverOthers() throws Exception {
    AttributeWriter plain = none().text(1, "airgap").text(3, "helper");
    List<FilterChain> read =
        FilterChains.read(
            List.of(
                message(NEWCHAIN, "01000000", chain("output", 3, 0, "")),
                message(NEWCHAIN, "01000000", plain),
                message(NEWCHAIN, "05000000", chain("eg", 1, 0, "wlan0")),
                message(NEWCHAIN, "0a000000", chain("input", 1, 1, ""))));
    assertEquals(
        List.of(
            new FilterChain(
                Family.INET, "airgap", "output", "filter", Hook.OUTPUT, true, List.of()),
            new FilterChain(
                Family.NETDEV, "airgap", "eg", "filter", Hook.EGRESS, true, List.of("wlan0")),
            new FilterChain(Family.IP6, "airgap", "input", "filter", Hook.INPUT, false, List.of())),
        read);
    assertTrue(read.get(0).sees(true) && read.get(0).sees(false));
    assertTrue(read.get(2).sees(true) && !read.get(2).sees(false));
  }

  private static AttributeWriter chain(String name, int hook, int policy, String device) {
    AttributeWriter of = none().bytes(1, big(hook)).bytes(2, big(0));
    if (!device.isEmpty()) {
      of.nested(4, none().text(1, device));
    }
    return none()
        .text(1, "airgap")
        .text(3, name)
        .nested(4, of)
        .bytes(5, big(policy))
        .text(7, "filter");
  }

  private static byte[] big(int number) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
  }

  @Test
  void readsWhatMadeAndHoldsAnInterface() throws Exception {
    String fixed = "00000100" + "03000000" + "43100100" + "00000000";
    AttributeWriter bare = none().text(3, "p2p-fake");
    AttributeWriter full =
        none()
            .text(3, "p2p-fake")
            .u32(10, 9)
            .nested(18, none().text(1, "dummy"))
            .nested(43, none().u8(2, 1));
    List<LinkDetail> read =
        Links.details(List.of(message(16, fixed, full), message(16, fixed, bare)));
    assertEquals(Optional.of("dummy"), read.get(0).kind());
    assertEquals(OptionalInt.of(9), read.get(0).master());
    assertTrue(read.get(0).xdp());
    assertEquals("p2p-fake", read.get(0).link().name());
    assertEquals(Optional.empty(), read.get(1).kind());
    assertEquals(OptionalInt.empty(), read.get(1).master());
    assertFalse(read.get(1).xdp());
  }

  @Test
  void refusesByNameWhatIsNoneOfThem() {
    NetlinkMessage other = new NetlinkMessage(99, 0, 0, 0, new byte[20]);
    NetlinkMessage address = message(NEWADDR, "021880fd03000000", none().bytes(1, new byte[3]));
    NetlinkMessage route = message(NEWROUTE, "02180000fe02fd0100000000", none());
    assertRefused(Reason.WRONG_KIND, () -> LinkAddresses.read(List.of(other)));
    assertRefused(Reason.WRONG_KIND, () -> RouteTables.read(List.of(other)));
    assertRefused(Reason.WRONG_KIND, () -> RoutingRules.read(List.of(other)));
    assertRefused(Reason.WRONG_KIND, () -> Qdiscs.read(List.of(other)));
    assertRefused(Reason.WRONG_KIND, () -> FilterChains.read(List.of(other)));
    assertRefused(Reason.WRONG_SIZE, () -> LinkAddresses.read(List.of(address)));
    assertRefused(Reason.ATTRIBUTE_MISSING, () -> RouteTables.read(List.of(route)));
    assertRefused(Reason.WRONG_SIZE, () -> RouteTables.read(List.of(bare(NEWROUTE))));
    assertRefused(Reason.WRONG_SIZE, () -> RoutingRules.read(List.of(bare(NEWRULE))));
    assertRefused(Reason.WRONG_SIZE, () -> Qdiscs.read(List.of(bare(NEWQDISC))));
    assertRefused(Reason.WRONG_SIZE, () -> FilterChains.read(List.of(bare(NEWCHAIN))));
    assertRefused(Reason.WRONG_SIZE, () -> LinkAddresses.read(List.of(bare(NEWADDR))));
    assertRefused(Reason.WRONG_SIZE, () -> LinkAddresses.event(bare(NEWADDR)));
    assertRefused(Reason.WRONG_KIND, () -> LinkAddresses.event(bare(99)));
    assertRefused(Reason.WRONG_SIZE, () -> RouteTables.event(bare(NEWROUTE)));
    assertRefused(Reason.WRONG_KIND, () -> RouteTables.event(bare(99)));
  }

  private static NetlinkMessage bare(int type) {
    return new NetlinkMessage(type, 0, 0, 0, new byte[3]);
  }
}
