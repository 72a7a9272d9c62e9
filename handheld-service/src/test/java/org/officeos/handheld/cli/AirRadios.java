package org.officeos.handheld.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.PreflightFacts;
import org.officeos.hal.p2p.WifiP2p;
import org.officeos.hal.p2p.testing.FakeGroupNetwork;
import org.officeos.hal.p2p.testing.FakeWifiP2p;
import org.officeos.hal.p2p.testing.SimulatedAir;
import org.officeos.hal.p2p.testing.SimulatedRadio;
import org.officeos.handheld.group.StandingGroup;
import org.officeos.handheld.link.AirPatience;
import org.officeos.handheld.link.Dial;
import org.officeos.handheld.link.LinkException;
import org.officeos.handheld.link.RadioSetup;
import org.officeos.handheld.testing.AirNetwork;
import org.officeos.handheld.testing.FakeLinks;

/** A handheld's radio on simulated air; whoever opens it finds the same radio. */
final class AirRadios extends TestRadios {

  static final MacAddress OWN = MacAddress.parse("02:00:00:00:00:0a");

  final SimulatedRadio radio;
  final FakeGroupNetwork network = new FakeGroupNetwork();
  final FakeLinks sockets = new FakeLinks();
  private final SimulatedAir air;
  private final Path procNet;
  private final List<FakeWifiP2p> opened = new ArrayList<>();
  private final List<String> dialled = new ArrayList<>();
  private Optional<PreflightFacts> facts = Optional.empty();
  private Optional<P2pReason> away = Optional.empty();
  private Runnable beforeDialling = () -> {};
  private Duration patience = Duration.ofSeconds(10);

  AirRadios(SimulatedAir air, Path folder) {
    this.air = air;
    this.radio = air.radio(OWN.toString());
    this.procNet = folder.resolve("net");
    routes("");
  }

  /** What the kernel's table of routes says after its heading. */
  AirRadios routes(String lines) {
    try {
      Files.createDirectories(procNet);
      Files.writeString(procNet.resolve("route"), "heading\n" + lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  AirRadios patience(Duration other) {
    patience = other;
    return this;
  }

  /** What preflight sees. */
  AirRadios facts(PreflightFacts seen) {
    facts = Optional.of(seen);
    return this;
  }

  /** Radios opened from now on are away. */
  AirRadios away(P2pReason reason) {
    away = Optional.of(reason);
    return this;
  }

  /** Radios opened from now on are there. */
  AirRadios here() {
    away = Optional.empty();
    return this;
  }

  @Override
  public PreflightFacts look(String interfaceName) {
    return facts.orElseThrow(() -> new AssertionError("no test looks at radios here"));
  }

  /** What happens, once, when the next socket is asked for. */
  synchronized AirRadios beforeDialling(Runnable deed) {
    beforeDialling = deed;
    return this;
  }

  private synchronized Runnable deed(String dial) {
    dialled.add(dial);
    Runnable deed = beforeDialling;
    beforeDialling = () -> {};
    return deed;
  }

  /** Every socket asked for, as {@code own -> peer}. */
  synchronized List<String> dialled() {
    return List.copyOf(dialled);
  }

  /** Radios that commands opened so far. */
  synchronized List<FakeWifiP2p> opened() {
    return List.copyOf(opened);
  }

  private synchronized FakeWifiP2p open() {
    FakeWifiP2p wifi = AirNetwork.follow(new FakeWifiP2p(air, radio), network);
    if (away.isPresent()) {
      try {
        wifi.lose(away.get());
      } catch (P2pException e) {
        throw new AssertionError(e);
      }
    }
    opened.add(wifi);
    return wifi;
  }

  @Override
  public WifiP2p watch(String interfaceName) {
    return open();
  }

  @Override
  public RadioSetup setup(String interfaceName, DeviceSettings settings, AirPatience usual) {
    return new RadioSetup(
        interfaceName,
        this::open,
        network,
        settings,
        System::nanoTime,
        new Random(1),
        procNet,
        new Sockets(),
        new AirPatience(
            patience, Duration.ofMillis(200), Duration.ofMillis(50), Duration.ofSeconds(1)));
  }

  /** Sockets that end at nobody's; every group that the radio is in is there. */
  private final class Sockets implements Dial {
    @Override
    public SocketChannel open(InetSocketAddress own, InetSocketAddress peer, Duration timeout)
        throws LinkException {
      deed(own.getAddress().getHostAddress() + " -> " + peer).run();
      return sockets.connect(timeout).channel();
    }

    @Override
    public boolean isThere(StandingGroup group) {
      return radio.groups().stream()
          .anyMatch(each -> each.interfaceName().equals(group.interfaceName()));
    }
  }
}
