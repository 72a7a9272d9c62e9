package org.officeos.wpa.dbus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.Test;
import org.officeos.hal.p2p.Ipv4;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.WpsMethod;

/** Signals as wpa_supplicant 2.10 writes them, and as nobody should. */
class SignalDecoderTest {

  private static final String MAIN = "/fi/w1/wpa_supplicant1/Interfaces/0";
  private static final MacAddress PEER = MacAddress.parse("02:00:00:00:00:01");
  private static final DBusPath PEER_PATH = new DBusPath(MAIN + "/Peers/020000000001");

  private static Optional<SupplicantSignal> device(String member, Object... arguments) {
    return SignalDecoder.decode(Names.P2P_DEVICE, member, MAIN, arguments);
  }

  @Test
  void aClientsGroupBringsItsAddresses() {
    Map<String, Variant<?>> told =
        Map.of(
            "interface_object", new Variant<>(new DBusPath("/g")),
            "group_object", new Variant<>(new DBusPath("/g/Groups/xy")),
            "role", new Variant<>("client"),
            "persistent", new Variant<>(true),
            "IpAddr", new Variant<>(new byte[] {10, 0, 0, 2}),
            "IpAddrMask", new Variant<>(new byte[] {-1, -1, -1, 0}),
            "IpAddrGo", new Variant<>(List.of((byte) 10, (byte) 0, (byte) 0, (byte) 1), "ay"));
    assertEquals(
        Optional.of(
            new SupplicantSignal.GroupStarted(
                "/g",
                "/g/Groups/xy",
                P2pGroup.Role.CLIENT,
                true,
                Optional.of(
                    new P2pGroup.Addresses(
                        Ipv4.of(10, 0, 0, 2), Ipv4.of(255, 255, 255, 0), Ipv4.of(10, 0, 0, 1))))),
        device("GroupStarted", told));
  }

  @Test
  void addressesOfAnotherLengthAreNone() {
    Map<String, Variant<?>> told =
        Map.of(
            "interface_object", new Variant<>(new DBusPath("/g")),
            "group_object", new Variant<>(new DBusPath("/g/Groups/xy")),
            "role", new Variant<>("client"),
            "IpAddr", new Variant<>(new byte[] {10, 0, 0}),
            "IpAddrMask", new Variant<>("255.255.255.0"),
            "IpAddrGo", new Variant<>(new byte[4]));
    assertEquals(
        Optional.of(
            new SupplicantSignal.GroupStarted(
                "/g", "/g/Groups/xy", P2pGroup.Role.CLIENT, false, Optional.empty())),
        device("GroupStarted", told));
  }

  @Test
  void whatThePeersPasswordIdAsksOfUs() {
    assertEquals(WpsMethod.PBC, method(4));
    assertEquals(WpsMethod.KEYPAD, method(5));
    assertEquals(WpsMethod.DISPLAY, method(1));
  }

  private static WpsMethod method(int passwordId) {
    SupplicantSignal signal =
        device("GONegotiationRequest", PEER_PATH, new UInt16(passwordId), (byte) 15).orElseThrow();
    SupplicantSignal.NegotiationRequested request = (SupplicantSignal.NegotiationRequested) signal;
    assertEquals(PEER, request.peer());
    assertEquals(15, request.goIntent());
    return request.method();
  }

  @Test
  void aPinWithAWrongChecksumIsNotShown() {
    assertEquals(
        Optional.of(
            new SupplicantSignal.ProvisionDiscovery(
                PEER, true, WpsMethod.DISPLAY, Optional.empty())),
        device("ProvisionDiscoveryRequestDisplayPin", PEER_PATH, "12345678"));
  }

  @Test
  void whatIsMalformedIsNothing() {
    assertEquals(Optional.empty(), device("DeviceLost"));
    assertEquals(Optional.empty(), device("DeviceLost", "not a path"));
    assertEquals(Optional.empty(), device("DeviceLost", new DBusPath("/short")));
    assertEquals(Optional.empty(), device("DeviceFoundProperties", PEER_PATH, Map.of()));
    assertEquals(Optional.empty(), device("GroupStarted", 7));
    assertEquals(Optional.empty(), device("GroupFinished", Map.of("interface_object", "text")));
    assertEquals(Optional.empty(), device("NobodyKnows", 1));
    assertEquals(
        Optional.empty(), SignalDecoder.decode("org.other", "DeviceLost", "/", new Object[0]));
  }

  @Test
  void aNameTooLongForTheStandardIsNotTaken() {
    Map<String, Variant<?>> told =
        Map.of(
            "DeviceAddress", new Variant<>(PEER.octets()),
            "DeviceName", new Variant<>("x".repeat(33)));
    SupplicantSignal.PeerFound found =
        (SupplicantSignal.PeerFound) device("DeviceFoundProperties", PEER_PATH, told).orElseThrow();
    assertEquals("", found.device().name());
  }

  @Test
  void eachErrorHasItsReason() {
    Faults.Meaning meaning =
        new Faults.Meaning(P2pReason.UNKNOWN_PEER, P2pReason.BUSY, P2pReason.UNKNOWN_GROUP);
    Map<String, P2pReason> reasons =
        Map.ofEntries(
            Map.entry("fi.w1.wpa_supplicant1.InvalidArgs", P2pReason.UNKNOWN_PEER),
            Map.entry("fi.w1.wpa_supplicant1.UnknownError", P2pReason.BUSY),
            Map.entry("fi.w1.wpa_supplicant1.InterfaceUnknown", P2pReason.RADIO_LOST),
            Map.entry("fi.w1.wpa_supplicant1.NetworkUnknown", P2pReason.UNKNOWN_PERSISTENT_GROUP),
            Map.entry(
                "fi.w1.wpa_supplicant1.ConnectChannelUnavailable", P2pReason.CHANNEL_UNAVAILABLE),
            Map.entry(
                "fi.w1.wpa_supplicant1.ConnectChannelUnsupported", P2pReason.CHANNEL_UNAVAILABLE),
            Map.entry("org.freedesktop.DBus.Error.AccessDenied", P2pReason.BUS_DENIED),
            Map.entry("org.freedesktop.DBus.Error.ServiceUnknown", P2pReason.SUPPLICANT_LOST),
            Map.entry("org.freedesktop.DBus.Error.NoReply", P2pReason.SUPPLICANT_LOST),
            Map.entry("org.freedesktop.DBus.Error.UnknownObject", P2pReason.UNKNOWN_GROUP),
            Map.entry("org.freedesktop.DBus.Error.UnknownMethod", P2pReason.UNKNOWN_GROUP),
            Map.entry("org.freedesktop.DBus.Error.NoMemory", P2pReason.SUPPLICANT_FAULT));
    reasons.forEach((name, reason) -> assertEquals(reason, Faults.reason(name, meaning), name));
  }
}
