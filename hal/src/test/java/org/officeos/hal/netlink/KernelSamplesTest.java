package org.officeos.hal.netlink;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What Linux 6.1 said of mac80211_hwsim while two devices formed a group, recorded in the lab. Each
 * line of a file is one message in hexadecimal. What is expected stands as {@code iw} printed it.
 */
class KernelSamplesTest {

  private static final int FAMILY = 32;

  @Test
  void readsTheRadioAsIwDoes() throws Exception {
    List<Wiphy> radios = WiphyDump.read(messages("wiphy"), FAMILY);
    assertEquals(1, radios.size());
    Wiphy radio = radios.get(0);
    assertEquals("phy0", radio.name());
    assertEquals(
        "IBSS, managed, AP, AP/VLAN, monitor, mesh point, P2P-client, P2P-GO, P2P-device,"
            + " outside context of a BSS",
        radio.modes());
    assertEquals(Set.of(InterfaceType.AP_VLAN, InterfaceType.MONITOR), radio.softwareTypes());
    InterfaceCombination only = radio.combinations().get(0);
    assertEquals(1, radio.combinations().size());
    assertEquals(2050, only.max());
    assertEquals(1, only.channels());
    assertEquals(List.of(1, 2048, 1), only.limits().stream().map(InterfaceLimit::max).toList());
    assertTrue(radio.holds(List.of(InterfaceType.P2P_DEVICE, InterfaceType.P2P_CLIENT)));
    assertTrue(radio.commands().contains(89), "start_p2p_device");
  }

  @Test
  void readsTheClientsInterfaces() throws Exception {
    assertEquals(
        List.of("p2p-wlan0-0 P2P-client", "P2P-device 2 P2P-device", "wlan0 managed"),
        labels("client"));
  }

  @Test
  void readsTheOwnersInterfacesAndItsGroup() throws Exception {
    assertEquals(
        List.of("p2p-wlan0-0 P2P-GO", "P2P-device 100000002 P2P-device", "wlan0 managed"),
        labels("owner"));
    WirelessInterface owner = WirelessInterfaces.read(messages("owner"), FAMILY).get(0);
    assertTrue(owner.ssid().orElseThrow().isOfP2pGroup());
  }

  @Test
  void readsAGroupsLifeAsItWasTold() throws Exception {
    List<String> told = new ArrayList<>();
    for (NetlinkMessage message : messages("events")) {
      RadioEvent event = RadioEvent.of(message, FAMILY);
      if (event instanceof RadioEvent.Acted acted) {
        told.add(acted.action().name());
      } else if (event instanceof RadioEvent.Other other) {
        told.add("other " + other.command());
      } else {
        told.add(event.getClass().getSimpleName());
      }
    }
    assertEquals(
        List.of(
            "SCAN_STARTED",
            "SCAN_DONE",
            "OFF_CHANNEL",
            "OFF_CHANNEL_ENDED",
            "other 67",
            "InterfaceHere",
            "FRAME_SENT",
            "STATION_ADDED",
            "AUTHENTICATED",
            "ASSOCIATED",
            "CONNECTED",
            "other 139",
            "STATION_REMOVED",
            "DEAUTHENTICATED",
            "DISCONNECTED",
            "SCAN_ABORTED",
            "InterfaceGone"),
        told);
  }

  @Test
  void whatIsCutOffAnywhereIsRejectedByName() throws Exception {
    for (NetlinkMessage message : messages("events")) {
      byte[] whole = message.payload();
      for (int length = 0; length < whole.length; length++) {
        readOrRejected(Arrays.copyOf(whole, length));
      }
    }
  }

  @Test
  void whatIsFlippedAnywhereIsReadOrRejectedByName() throws Exception {
    Random random = new Random(4);
    List<NetlinkMessage> samples = new ArrayList<>(messages("events"));
    samples.addAll(messages("wiphy").subList(0, 20));
    samples.addAll(messages("owner"));
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = samples.get(random.nextInt(samples.size())).payload();
      for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      readOrRejected(bytes);
    }
  }

  /** Anything but a value or a rejection fails the test by itself. */
  private static void readOrRejected(byte[] payload) {
    NetlinkMessage message = new NetlinkMessage(FAMILY, 0, 0, 0, payload);
    List<NetlinkMessage> one = List.of(message);
    int read = 0;
    try {
      read += RadioEvent.of(message, FAMILY).toString().length();
      read += WiphyDump.read(one, FAMILY).size();
    } catch (FormatException e) {
      assertTrue(e.offset() <= payload.length, e.getMessage());
    }
    try {
      read += WirelessInterfaces.read(one, FAMILY).size();
    } catch (FormatException e) {
      assertTrue(e.offset() <= payload.length, e.getMessage());
    }
    assertTrue(read >= 0);
  }

  private static List<String> labels(String file) throws Exception {
    return WirelessInterfaces.read(messages(file), FAMILY).stream()
        .map(each -> each.label() + " " + each.type().word())
        .toList();
  }

  private static List<NetlinkMessage> messages(String file) throws IOException, FormatException {
    List<NetlinkMessage> messages = new ArrayList<>();
    String name = "linux-6.1-hwsim/" + file + ".hex";
    try (InputStream in =
        Objects.requireNonNull(KernelSamplesTest.class.getResourceAsStream(name), name)) {
      for (String line : new String(in.readAllBytes(), US_ASCII).lines().toList()) {
        messages.addAll(NetlinkMessage.split(HexFormat.of().parseHex(line)));
      }
    }
    return messages;
  }
}
