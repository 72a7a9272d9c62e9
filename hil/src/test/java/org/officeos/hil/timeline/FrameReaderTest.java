package org.officeos.hil.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.officeos.hil.timeline.Captures.ALL;
import static org.officeos.hil.timeline.Captures.HANDHELD;
import static org.officeos.hil.timeline.Captures.LAPTOP;
import static org.officeos.hil.timeline.Captures.data;
import static org.officeos.hil.timeline.Captures.eapol;
import static org.officeos.hil.timeline.Captures.hex;
import static org.officeos.hil.timeline.Captures.key;
import static org.officeos.hil.timeline.Captures.management;
import static org.officeos.hil.timeline.Captures.p2p;
import static org.officeos.hil.timeline.Captures.wps;
import static org.officeos.hil.timeline.Captures.wpsName;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrameReaderTest {

  private static final String TIMESTAMP_INTERVAL_CAPABILITIES = "0000000000000000 6400 3104";
  private static final String SSID_DIRECT = "0007" + "4449524543542d";

  private static Frame read(byte[] frame) {
    return FrameReader.read(LinkType.RADIOTAP, Captures.radiotap(frame));
  }

  private static void is(FrameKind kind, String detail, byte[] frame) {
    Frame read = read(frame);
    assertEquals(kind, read.kind());
    assertEquals(detail, read.detail());
  }

  @Test
  void aProbeSaysWhoAsksWhomAndTheNameOfWhoAsks() {
    Frame probe = read(management(4, ALL, HANDHELD, SSID_DIRECT + wpsName("lab handheld")));
    assertEquals(
        new Frame(
            FrameKind.PROBE_REQUEST,
            Optional.of("02:00:00:00:00:00"),
            Optional.of("ff:ff:ff:ff:ff:ff"),
            "DIRECT-",
            Optional.of("lab handheld")),
        probe);
  }

  @Test
  void managementFramesAreToldApart() {
    String fixed = TIMESTAMP_INTERVAL_CAPABILITIES + SSID_DIRECT;
    is(FrameKind.BEACON, "DIRECT-", management(8, ALL, LAPTOP, fixed));
    is(FrameKind.PROBE_RESPONSE, "DIRECT-", management(5, HANDHELD, LAPTOP, fixed));
    is(FrameKind.AUTHENTICATION, "yes", management(11, LAPTOP, HANDHELD, "0000 0100 0000"));
    is(FrameKind.AUTHENTICATION, "status 17", management(11, LAPTOP, HANDHELD, "000002001100"));
    is(FrameKind.ASSOCIATION_REQUEST, "", management(0, LAPTOP, HANDHELD, "31040a00"));
    is(FrameKind.ASSOCIATION_REQUEST, "again", management(2, LAPTOP, HANDHELD, ""));
    is(FrameKind.ASSOCIATION_RESPONSE, "yes", management(1, HANDHELD, LAPTOP, "3104000001c0"));
    is(FrameKind.DEAUTHENTICATION, "reason 3", management(12, LAPTOP, HANDHELD, "0300"));
    is(FrameKind.DISASSOCIATION, "reason 8", management(10, LAPTOP, HANDHELD, "0800"));
    is(FrameKind.OTHER, "management 9", management(9, LAPTOP, HANDHELD, ""));
  }

  @Test
  void actionFramesOfP2pAreToldByName() {
    is(FrameKind.GO_NEGOTIATION_REQUEST, "intent 15", p2p(0, "0401001f"));
    is(FrameKind.GO_NEGOTIATION_RESPONSE, "yes, intent 1", p2p(1, "00010000 04010002"));
    is(FrameKind.GO_NEGOTIATION_RESPONSE, "status 1", p2p(1, "00010001"));
    is(FrameKind.GO_NEGOTIATION_CONFIRMATION, "yes", p2p(2, "00010000"));
    is(FrameKind.INVITATION_REQUEST, "", p2p(3, ""));
    is(FrameKind.INVITATION_RESPONSE, "status 8", p2p(4, "00010008"));
    is(FrameKind.DEVICE_DISCOVERABILITY, "", p2p(5, ""));
    is(FrameKind.DEVICE_DISCOVERABILITY, "", p2p(6, ""));
    is(FrameKind.PROVISION_DISCOVERY_REQUEST, "", p2p(7, ""));
    is(FrameKind.PROVISION_DISCOVERY_RESPONSE, "", p2p(8, ""));
    is(FrameKind.ACTION, "category 4", p2p(9, ""));
    is(FrameKind.SERVICE_DISCOVERY, "", management(13, LAPTOP, HANDHELD, "040a"));
    is(FrameKind.PRESENCE, "", management(13, LAPTOP, HANDHELD, "7f506f9a090101"));
    is(FrameKind.ACTION, "category 3", management(13, LAPTOP, HANDHELD, "0300"));
  }

  @Test
  void whatLetsAClientInIsToldMessageByMessage() {
    is(FrameKind.EAP, "start", data(0, 0, eapol(1, "")));
    is(FrameKind.EAP, "identity request", data(0, 0, eapol(0, "0101000501")));
    is(FrameKind.EAP, "identity response", data(8, 0, eapol(0, "0201000501")));
    is(FrameKind.EAP, "failure", data(0, 0, eapol(0, "04010004")));
    is(FrameKind.EAP, "success", data(0, 0, eapol(0, "03010004")));
    is(FrameKind.EAP, "WPS start", data(0, 0, wps(1, 0)));
    is(FrameKind.EAP, "WPS M1", data(0, 0, wps(4, 4)));
    is(FrameKind.EAP, "WPS M8", data(0, 0, wps(4, 12)));
    is(FrameKind.EAP, "WPS done", data(0, 0, wps(5, 15)));
    is(FrameKind.EAP, "WPS operation 2", data(0, 0, wps(2, 0)));
    is(FrameKind.EAP, "request of type 4", data(0, 0, eapol(0, "0101000504")));
    is(FrameKind.FOUR_WAY, "1 of 4", data(8, 0, key(0x008A)));
    is(FrameKind.FOUR_WAY, "2 of 4", data(8, 0, key(0x010A)));
    is(FrameKind.FOUR_WAY, "3 of 4", data(8, 0, key(0x13CA)));
    is(FrameKind.FOUR_WAY, "4 of 4", data(8, 0, key(0x030A)));
    is(FrameKind.EAPOL, "group key", data(8, 0, key(0x1382)));
    is(FrameKind.EAPOL, "type 2", data(0, 0, eapol(2, "")));
  }

  @Test
  void trafficIsDataWhetherEncryptedOrNot() {
    is(FrameKind.DATA, "", data(8, 0x40, eapol(1, "")));
    is(FrameKind.DATA, "not encrypted", data(8, 0, "aaaa030000000800 4500"));
    is(FrameKind.NO_DATA, "", data(4, 0, ""));
    is(FrameKind.NO_DATA, "", data(12, 0x10, ""));
  }

  @Test
  void theSenderOfDataIsWhoSentItFirst() {
    Frame up = read(data(0, 0x40, ""));
    assertEquals(Optional.of("02:00:00:00:00:00"), up.source());
    assertEquals(Optional.of("02:00:00:00:01:00"), up.destination());
    Frame down = read(hex("0802 0000" + HANDHELD + LAPTOP + "0a0a0a0a0a0a" + "1000"));
    assertEquals(Optional.of("0a:0a:0a:0a:0a:0a"), down.source());
    Frame relayed = read(hex("0803 0000" + HANDHELD + LAPTOP + HANDHELD + "1000" + "0b0b0b0b0b0b"));
    assertEquals(Optional.of("0b:0b:0b:0b:0b:0b"), relayed.source());
  }

  @Test
  void anAcknowledgementNamesItsReceiverOnly() {
    assertEquals(
        new Frame(
            FrameKind.CONTROL,
            Optional.empty(),
            Optional.of("02:00:00:00:00:00"),
            "",
            Optional.empty()),
        read(hex("d400 0000" + HANDHELD)));
  }

  @Test
  void whatIsTooShortIsUnreadableAndNothingIsReadPastItsEnd() {
    byte[] whole = Captures.radiotap(p2p(0, "0401001f"));
    for (int length = 0; length < whole.length; length++) {
      Frame frame = FrameReader.read(LinkType.RADIOTAP, Arrays.copyOf(whole, length));
      assertEquals(length < 34, frame.kind() == FrameKind.UNREADABLE, "of " + length);
    }
    for (String odd : List.of("01000800", "0000070000000000", "0000ff00 00000000 0000")) {
      assertEquals(Frame.UNREADABLE, FrameReader.read(LinkType.RADIOTAP, hex(odd)));
    }
  }

  @Test
  void elementsThatReachPastTheirEndEndTheReading() {
    Frame probe = read(management(4, ALL, HANDHELD, SSID_DIRECT + "ddff0050f204"));
    assertEquals("DIRECT-", probe.detail());
    assertEquals(Optional.empty(), probe.senderName());
    is(FrameKind.PROBE_REQUEST, "", management(4, ALL, HANDHELD, "00ff44"));
    is(FrameKind.GO_NEGOTIATION_REQUEST, "", p2p(0, "04ff001f"));
  }

  @Test
  void namesShowNothingButPrintableCharacters() {
    Frame probe = read(management(4, ALL, HANDHELD, "000441 0a 3c ff"));
    assertEquals("A?<?", probe.detail());
  }
}
