package org.officeos.hil.lab;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.P2pState;
import org.officeos.wpa.SupplicantConfig;
import org.officeos.wpa.SupplicantWifiP2p;

/** One host's Wi-Fi Direct through the product's own bridge, and what it was told. */
final class Party implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration FORMATION = Duration.ofSeconds(60);
  private static final Pattern P2P_DEVICE =
      Pattern.compile("addr (\\S+)\\s+type P2P-device", Pattern.MULTILINE);
  private static final Pattern ANY = Pattern.compile("addr (\\S+)", Pattern.MULTILINE);

  private final Hosts hosts;
  private final String host;
  private final Heard heard;
  private final SupplicantWifiP2p wifi;
  private final MacAddress address;

  private Party(Hosts hosts, String host, MacAddress address) {
    this.hosts = hosts;
    this.host = host;
    this.address = address;
    this.heard = new Heard(host, hosts.timeline());
    this.wifi =
        SupplicantWifiP2p.open(
            SupplicantConfig.of("wlan0")
                .on(Hosts.bus(host))
                .leavingInterfaces()
                .withKernelAddress(() -> Optional.of(address))
                .noticing(this::obstacle));
  }

  /** Opens the host's Wi-Fi Direct, waits until it is ready, and names the device. */
  static Party open(Hosts hosts, String host, DeviceSettings settings) throws IOException {
    Party party = new Party(hosts, host, kernelAddress(hosts, host));
    try {
      party.wifi.subscribe(party.heard);
      party.await(
          0, P2pEvent.StateChanged.class, told -> told.state() == P2pState.INACTIVE, PATIENCE);
      party.get(party.wifi.configure(settings));
      return party;
    } catch (RuntimeException | AssertionError e) {
      party.close();
      throw e;
    }
  }

  /** As RadioObstacleReader tells it there; this program sees its own namespace only. */
  private Optional<P2pReason> obstacle() {
    String seen;
    try {
      seen = hosts.on(host, "sh", "-c", "iw dev; grep -H . /sys/class/rfkill/*/soft; true");
    } catch (IOException e) {
      return Optional.empty();
    }
    if (!seen.contains("Interface wlan0")) {
      return Optional.of(P2pReason.RADIO_LOST);
    }
    return seen.contains("/soft:1") ? Optional.of(P2pReason.RADIO_BLOCKED_SOFT) : Optional.empty();
  }

  /** The P2P Device Address, as the kernel tells it. */
  private static MacAddress kernelAddress(Hosts hosts, String host) throws IOException {
    String devices = hosts.on(host, "iw", "dev");
    Matcher matcher = (Hosts.haveP2pDevice() ? P2P_DEVICE : ANY).matcher(devices);
    return matcher.find() ? MacAddress.parse(matcher.group(1)) : fail("no radio in: " + devices);
  }

  SupplicantWifiP2p wifi() {
    return wifi;
  }

  MacAddress address() {
    return address;
  }

  Heard heard() {
    return heard;
  }

  <T extends P2pEvent> T await(int first, Class<T> kind, Predicate<T> wanted, Duration limit) {
    return heard.await(first, kind, wanted, limit);
  }

  /** The next group that stands, from the event of that number on. */
  P2pGroup awaitGroup(int first) {
    return await(first, P2pEvent.GroupStarted.class, told -> true, FORMATION).group();
  }

  /** The end of that group. */
  void awaitEnd(int first, P2pGroup group) {
    await(
        first,
        P2pEvent.GroupRemoved.class,
        told -> told.interfaceName().equals(group.interfaceName()),
        PATIENCE);
  }

  /** Until that other is among the peers. */
  void awaitPeer(int first, Party other) {
    await(
        first,
        P2pEvent.DeviceFound.class,
        told -> told.device().address().equals(other.address),
        PATIENCE);
  }

  /** What a future ends with, which must be a value. */
  <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      return fail(host + ": " + e.getCause(), e);
    } catch (TimeoutException e) {
      return fail(host + ": no answer within " + PATIENCE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fail("interrupted while waiting for " + host, e);
    }
  }

  /** Gives the group's interface the address that came out of the handshake; nothing else does. */
  P2pGroup.Addresses takeAddress(P2pGroup group) throws IOException {
    P2pGroup.Addresses addresses =
        group.addresses().orElseGet(() -> fail(host + " was told no address: " + group));
    hosts.on(
        host,
        "ip",
        "address",
        "add",
        addresses.own() + "/" + addresses.mask().prefixLength(),
        "dev",
        group.interfaceName());
    return addresses;
  }

  /** Reaches that address, three times. */
  void ping(Object there) throws IOException {
    hosts.on(host, "ping", "-c", "3", "-i", "0.2", "-W", "5", there.toString());
  }

  @Override
  public void close() {
    wifi.close();
  }
}
