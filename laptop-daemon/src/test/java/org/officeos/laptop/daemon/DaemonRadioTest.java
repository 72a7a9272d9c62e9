package org.officeos.laptop.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.EapolAddressPlan;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.GroupNetwork;
import org.officeos.hal.p2p.Ipv4;
import org.officeos.hal.p2p.testing.FakeWifiP2p;
import org.officeos.hal.p2p.testing.SimulatedAir;
import org.officeos.hal.p2p.testing.SimulatedRadio;
import org.officeos.laptop.control.ControlClient;
import org.officeos.laptop.control.Json;
import org.officeos.laptop.link.LinkListener;
import org.officeos.laptop.radio.RadioParts;
import org.officeos.session.EstablishedLink;
import org.officeos.session.PairingOffer;
import org.officeos.session.relationship.Relationship;

/** The whole daemon with a radio: the air is simulated, the sockets are real ones on loopback. */
final class DaemonRadioTest {

  private static final String RADIO = "radio = { interface = \"wlan0\", name = \"Ada's radio\" }";
  private static final String LAPTOP = "02:00:00:00:00:0a";
  private static final Ipv4 OWNER = Ipv4.of(127, 83, 49, 1);
  private static final Ipv4 MEMBER = Ipv4.of(127, 83, 49, 130);

  /** A kernel that has every address of 127.0.0.0/8, as Linux does, and no rights to ask for. */
  private static final class Loopback implements GroupNetwork {

    @Override
    public void assign(String interfaceName, Ipv4 own, Ipv4 mask) {}

    @Override
    public boolean isTaken(Ipv4 address, Ipv4 mask) {
      return false;
    }

    @Override
    public void requireOnlyWay(String interfaceName, Ipv4 peer) {
      throw new AssertionError("an owner waits to be come to");
    }

    @Override
    public void openWay(String interfaceName, Ipv4 peer, int port) {
      throw new AssertionError("an owner waits to be come to");
    }
  }

  @TempDir Path folder;
  private final SimulatedAir air = new SimulatedAir();
  private final SimulatedRadio laptop = air.radio(LAPTOP);
  private final int port = freePort();

  private static int freePort() {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("127.83.49.1"))) {
      return probe.getLocalPort();
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private DaemonParts parts() {
    DaemonParts real = DaemonParts.real();
    EapolAddressPlan plan =
        new EapolAddressPlan(OWNER, EapolAddressPlan.USUAL.mask(), MEMBER, MEMBER);
    return new DaemonParts(
        real.clock(),
        real.nanoTime(),
        real.store(),
        real.endpoint(),
        config ->
            new RadioParts(
                () -> new FakeWifiP2p(air, laptop),
                new Loopback(),
                rules -> {},
                (where, name, mask, taker) ->
                    LinkListener.openInGroup(where, name, mask, taker)::close,
                List.of(plan),
                port,
                System::nanoTime),
        real.pace());
  }

  private DaemonRig rig() throws Exception {
    return new DaemonRig(folder, Duration.ZERO, parts(), RADIO);
  }

  private SocketChannel connect(Ipv4 from) throws Exception {
    SocketChannel channel = SocketChannel.open();
    channel.bind(new InetSocketAddress(from.toInet(), 0));
    channel.connect(new InetSocketAddress(OWNER.toInet(), port));
    return channel;
  }

  private static JsonNode radio(DaemonRig rig) throws Exception {
    return rig.askOnce(Json.object().put("do", "status")).path("radio");
  }

  private static JsonNode standing(DaemonRig rig) throws Exception {
    for (int i = 0; i < 500; i++) {
      JsonNode radio = radio(rig);
      if (radio.path("state").asText().equals("standing")) {
        return radio;
      }
      Thread.sleep(20);
    }
    throw new AssertionError(radio(rig));
  }

  @Test
  void pairsOverTheGroupAndSaysWhereItIs() throws Exception {
    try (DaemonRig rig = rig()) {
      JsonNode status = standing(rig);
      assertEquals("wlan0", status.path("interface").asText());
      assertEquals("Ada's radio", status.path("name").asText());
      assertEquals(2412, status.path("frequency").asInt());
      assertTrue(status.path("reason").isNull());
      FakeWifiP2p handheld = new FakeWifiP2p(air, air.radio("02:00:00:00:00:01"));
      handheld.find(FindRequest.social()).join();
      handheld.connect(ConnectRequest.pbc(laptop.address()).joining()).join();
      try (ControlClient client = rig.ask(Json.object().put("do", "pair"))) {
        JsonNode open = DaemonRig.expect(client.next(), "open").path("radio");
        assertEquals(status.path("ssid"), open.path("ssid"));
        awaitClients(rig, 1);
        CompletableFuture<Relationship> pairing =
            rig.handheld.pair(
                new EstablishedLink(
                    connect(MEMBER), EstablishedLink.Medium.WIFI_DIRECT, "p2p-wlan0-0"),
                code -> CompletableFuture.completedFuture(true),
                new PairingOffer("Ada's handheld", PairingOffer.DEFAULT_LIFETIME));
        String code = DaemonRig.expect(client.next(), "code").path("code").asText();
        client.say(Json.object().put("confirm", true).put("code", code));
        DaemonRig.expect(client.next(), "paired");
        assertEquals("Test laptop", pairing.get(20, TimeUnit.SECONDS).peerName());
      }
    }
    assertEquals(List.of(), laptop.groups(), "the group ends with the daemon");
  }

  private static void awaitClients(DaemonRig rig, int wanted) throws Exception {
    for (int i = 0; i < 500 && radio(rig).path("clients").asInt() != wanted; i++) {
      Thread.sleep(20);
    }
    assertEquals(wanted, radio(rig).path("clients").asInt());
  }

  @Test
  void hearsNobodyFromOutsideTheGroup() throws Exception {
    try (DaemonRig rig = rig()) {
      standing(rig);
      try (SocketChannel stranger = connect(Ipv4.of(127, 0, 0, 1))) {
        assertEquals(-1, stranger.read(ByteBuffer.allocate(1)));
      }
    }
  }

  @Test
  void servesOnWithoutItsRadioAndSaysWhy() throws Exception {
    FakeWifiP2p absent = new FakeWifiP2p(air, laptop);
    absent.lose(org.officeos.hal.p2p.P2pReason.BUS_DENIED);
    DaemonParts real = parts();
    DaemonParts parts =
        new DaemonParts(
            real.clock(),
            real.nanoTime(),
            real.store(),
            real.endpoint(),
            config -> RadioParts.of(() -> absent, new Loopback(), rules -> {}),
            real.pace());
    try (DaemonRig rig = new DaemonRig(folder, Duration.ZERO, parts, RADIO)) {
      JsonNode radio = radio(rig);
      for (int i = 0; i < 500 && !radio.path("reason").isTextual(); i++) {
        Thread.sleep(20);
        radio = radio(rig);
      }
      assertEquals("BUS_DENIED", radio.path("reason").asText());
      assertEquals("radio_away", radio.path("state").asText());
      assertTrue(radio.path("ssid").isNull());
      rig.pair();
    }
  }

  @Test
  void hasNoRadioWhereNoneIsConfigured() throws Exception {
    try (DaemonRig rig = new DaemonRig(folder, Duration.ZERO, parts())) {
      JsonNode radio = radio(rig);
      assertFalse(radio.path("configured").asBoolean());
      assertEquals("off", radio.path("state").asText());
      assertEquals(Optional.empty(), laptop.groups().stream().findFirst());
    }
  }

  @Test
  void tellsNobodyItsKey() throws Exception {
    try (DaemonRig rig = rig()) {
      standing(rig);
      String key = laptop.groups().get(0).passphrase().orElseThrow().characters();
      assertFalse(radio(rig).toString().contains(key));
    }
  }
}
