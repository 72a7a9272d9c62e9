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
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.EapolAddressPlan;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.GroupNetwork;
import org.officeos.hal.p2p.Ipv4;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.testing.FakeWifiP2p;
import org.officeos.hal.p2p.testing.SimulatedAir;
import org.officeos.hal.p2p.testing.SimulatedRadio;
import org.officeos.laptop.control.ControlClient;
import org.officeos.laptop.control.Json;
import org.officeos.laptop.link.LinkListener;
import org.officeos.laptop.radio.RadioParts;
import org.officeos.session.EndpointConfig;
import org.officeos.session.EstablishedLink;
import org.officeos.session.PairingOffer;
import org.officeos.session.Session;
import org.officeos.session.SessionEndpoint;
import org.officeos.session.SessionException;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.netty.SessionEndpoints;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.testing.InMemoryRelationshipStore;

/** The whole daemon with a radio: the air is simulated, the sockets are real ones on loopback. */
final class DaemonRadioTest {

  private static final String RADIO = "radio = { interface = \"wlan0\", name = \"Ada's radio\" }";
  private static final String LAPTOP = "02:00:00:00:00:0a";
  private static final Ipv4 OWNER = Ipv4.of(127, 83, 49, 1);
  private static final Ipv4 MEMBER = Ipv4.of(127, 83, 49, 130);

  private static final MacAddress MEMBER_STATION = MacAddress.parse("06:00:00:00:00:01");

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
                (address, name) -> Optional.of(MEMBER_STATION),
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

  /** Pairs over the group; the handheld's radio, which is in it then. */
  private FakeWifiP2p paired(DaemonRig rig) throws Exception {
    standing(rig);
    FakeWifiP2p handheld = new FakeWifiP2p(air, air.radio("02:00:00:00:00:01"));
    handheld.find(FindRequest.social()).join();
    handheld.connect(ConnectRequest.pbc(laptop.address()).joining()).join();
    pair(rig, rig.handheld, this::link);
    assertEquals(1, handheld.groups().size());
    return handheld;
  }

  /** Pairs when one handheld is in the group, by button or since before. */
  private static void pair(DaemonRig rig, SessionEndpoint end, Callable<EstablishedLink> link)
      throws Exception {
    try (ControlClient client = rig.ask(Json.object().put("do", "pair"))) {
      DaemonRig.expect(client.next(), "open");
      awaitClients(rig, 1);
      CompletableFuture<Relationship> pairing =
          end.pair(
              link.call(),
              code -> CompletableFuture.completedFuture(true),
              new PairingOffer("Ada's handheld", PairingOffer.DEFAULT_LIFETIME));
      String code = DaemonRig.expect(client.next(), "code").path("code").asText();
      client.say(Json.object().put("confirm", true).put("code", code));
      DaemonRig.expect(client.next(), "paired");
      pairing.get(20, TimeUnit.SECONDS);
    }
  }

  private EstablishedLink link() throws Exception {
    return new EstablishedLink(connect(MEMBER), EstablishedLink.Medium.WIFI_DIRECT, "p2p-wlan0-0");
  }

  private static void awaitNone(Callable<List<?>> what) throws Exception {
    for (int i = 0; i < 500 && !what.call().isEmpty(); i++) {
      Thread.sleep(20);
    }
    assertEquals(List.of(), what.call());
  }

  @Test
  void revokingEndsTheSessionWithAReasonAndSendsTheClientOutAfterIt() throws Exception {
    SessionEndpoint other =
        SessionEndpoints.create(
            EndpointConfig.handheld(
                new InMemoryRelationshipStore(
                    IdentityKey.generate(new SecureRandom()), InstantSource.system())));
    try (DaemonRig rig = rig();
        other) {
      FakeWifiP2p handheld = paired(rig);
      pair(rig, other, rig::link);
      Relationship first = rig.handheldStore.all().get(0);
      String before = standing(rig).path("ssid").asText();
      Session session = rig.handheld.open(link(), first.id()).get(20, TimeUnit.SECONDS);
      rig.askOnce(Json.object().put("do", "revoke").put("id", first.id().toString()));
      assertEquals(
          SessionException.Reason.REVOKED_BY_PEER, session.ended().get(20, TimeUnit.SECONDS));
      awaitNone(handheld::groups);
      awaitNone(() -> rig.handheldStore.find(first.id()).stream().toList());
      assertEquals(before, standing(rig).path("ssid").asText(), "another is paired still");
      assertEquals("forget " + before + "\n", Files.readString(rig.state.resolve("radio-group")));
    }
  }

  @Test
  void revokingTheOnlyOneMakesAGroupWithAnotherKey() throws Exception {
    try (DaemonRig rig = rig()) {
      FakeWifiP2p handheld = paired(rig);
      String before = standing(rig).path("ssid").asText();
      String id = rig.handheldStore.all().get(0).id().toString();
      rig.askOnce(Json.object().put("do", "revoke").put("id", id));
      awaitNone(handheld::groups);
      for (int i = 0; i < 500 && standing(rig).path("ssid").asText().equals(before); i++) {
        Thread.sleep(20);
      }
      String after = standing(rig).path("ssid").asText();
      assertFalse(after.equals(before), after);
      assertEquals(List.of(after), laptop.remembered().inFile());
    }
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
