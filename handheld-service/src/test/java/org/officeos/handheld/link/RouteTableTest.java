package org.officeos.handheld.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.officeos.handheld.link.LinkException.Reason;
import org.officeos.handheld.link.RouteTable.WayOut;

class RouteTableTest {

  private static final String HEADING =
      "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n";
  private static final String LAN = "veth0\t0001A8C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0\n";
  private static final String DEFAULT =
      "eth0\t00000000\t0101A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0\n";

  private static final String ZERO = "00000000000000000000000000000000";
  private static final String V6_LINK_LOCAL =
      "fe800000000000000000000000000000 40 "
          + ZERO
          + " 00 "
          + ZERO
          + " 00000100 00000001 00000000 00000001    veth0\n";
  private static final String V6_REJECT =
      ZERO + " 00 " + ZERO + " 00 " + ZERO + " ffffffff 00000001 00000000 00200200       lo\n";
  private static final String V6_DEFAULT =
      ZERO
          + " 00 "
          + ZERO
          + " 00 fe800000000000000000000000000001"
          + " 00000400 00000001 00000000 00000003    wlan0\n";
  private static final String V6_MULTICAST =
      "ff000000000000000000000000000000 08 "
          + ZERO
          + " 00 "
          + ZERO
          + " 00000100 00000001 00000000 00000001    veth0\n";

  private static List<WayOut> waysOut(String v4, String v6) throws LinkException {
    return RouteTable.waysOut(v4, v6);
  }

  private static void refuses(String v4, String v6) {
    LinkException e = assertThrows(LinkException.class, () -> RouteTable.waysOut(v4, v6));
    assertEquals(Reason.ROUTES_UNREADABLE, e.reason());
  }

  @Test
  void findsNoneWhereOnlyThePeersNetworkIsReached() throws LinkException {
    assertEquals(List.of(), waysOut(HEADING + LAN, V6_LINK_LOCAL + V6_REJECT + V6_MULTICAST));
    assertEquals(List.of(), waysOut(HEADING, ""));
  }

  @Test
  void findsTheDefaultRouteOfEitherFamily() throws LinkException {
    assertEquals(
        List.of(new WayOut("eth0", "0.0.0.0/0")), waysOut(HEADING + LAN + DEFAULT, V6_REJECT));
    assertEquals(
        List.of(new WayOut("wlan0", "IPv6 /0")), waysOut(HEADING + LAN, V6_REJECT + V6_DEFAULT));
    assertEquals(2, waysOut(HEADING + DEFAULT, V6_DEFAULT).size());
  }

  @Test
  void findsADefaultRouteCutInHalves() throws LinkException {
    String lower = "tun0\t00000000\t00000000\t0001\t0\t0\t0\t00000080\t0\t0\t0\n";
    String halves = lower + lower.replace("tun0\t00000000", "tun0\t00000080");
    assertEquals(
        List.of(new WayOut("tun0", "0.0.0.0/1"), new WayOut("tun0", "128.0.0.0/1")),
        waysOut(HEADING + halves, ""));
    String global = V6_DEFAULT.replaceFirst("^0{32} 00", "20" + "0".repeat(30) + " 03");
    assertEquals(List.of(new WayOut("wlan0", "IPv6 /3")), waysOut(HEADING, global));
  }

  @Test
  void passesOverRoutesThatRejectOrAreDown() throws LinkException {
    assertEquals(List.of(), waysOut(HEADING + DEFAULT.replace("\t0003\t", "\t0200\t"), V6_REJECT));
    assertEquals(List.of(), waysOut(HEADING + DEFAULT.replace("\t0003\t", "\t0201\t"), ""));
  }

  @Test
  void acceptsTheWholeTenNetwork() throws LinkException {
    String ten = "veth0\t0000000A\t00000000\t0001\t0\t0\t0\t000000FF\t0\t0\t0\n";
    assertEquals(List.of(), waysOut(HEADING + ten, ""));
  }

  @Test
  void refusesWhatItCannotUnderstand() {
    refuses(HEADING + "eth0\t00000000\n", "");
    refuses(HEADING + DEFAULT.replace("00000000\t0101A8C0", "zzzzzzzz\t0101A8C0"), "");
    refuses(HEADING + LAN.replace("00FFFFFF", "00FF00FF"), "");
    refuses(HEADING, "what is this\n");
    refuses(
        HEADING,
        V6_DEFAULT.replace(" 00 fe80", " 00 00 fe80").replaceFirst("^0{32} 00", ZERO + " ff"));
  }
}
