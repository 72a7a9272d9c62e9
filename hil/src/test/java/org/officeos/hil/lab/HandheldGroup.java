package org.officeos.hil.lab;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.officeos.hal.linux.DeviceAddressReader;
import org.officeos.hal.linux.LinuxGroupNetwork;
import org.officeos.hal.linux.NetlinkException;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.GroupNetworkException;
import org.officeos.hal.p2p.WifiP2p;
import org.officeos.handheld.group.GroupKeeper;
import org.officeos.handheld.group.GroupStatus;
import org.officeos.handheld.group.StandingGroup;
import org.officeos.handheld.link.Dial;
import org.officeos.handheld.link.LinkException;
import org.officeos.handheld.radio.KnownLaptop;
import org.officeos.session.EstablishedLink;
import org.officeos.wpa.SupplicantConfig;
import org.officeos.wpa.SupplicantWifiP2p;

/**
 * The handheld's way into the laptop's group and back to it, of the parts that {@code officeos
 * link} is made of: the bridge, the keeper of the group, the kernel's side of it, and one socket.
 */
final class HandheldGroup {

  private static final Logger LOG = System.getLogger("lab");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final WifiP2p wifi;
  private final LinuxGroupNetwork network;
  private @Nullable KnownLaptop laptop;
  private @Nullable GroupKeeper keeper;

  HandheldGroup(String bus) throws NetlinkException {
    DeviceAddressReader addresses = DeviceAddressReader.ofThisMachine();
    network = LinuxGroupNetwork.ofThisMachine();
    wifi =
        SupplicantWifiP2p.open(
            SupplicantConfig.of("wlan0").on(bus).withKernelAddress(() -> addresses.of("wlan0")));
  }

  /** Into the group of that laptop, by button where none is remembered. */
  StandingGroup sought(KnownLaptop whom) throws InterruptedException {
    laptop = whom;
    GroupKeeper seeking =
        new GroupKeeper(
            wifi,
            network,
            whom,
            DeviceSettings.handheld("lab handheld"),
            System::nanoTime,
            new SecureRandom(),
            status -> LOG.log(Level.INFO, status));
    keeper = seeking;
    seeking.seek(Optional.empty());
    long end = System.nanoTime() + PATIENCE.toNanos();
    GroupStatus status = seeking.status();
    while (status.standing().isEmpty()) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException("no group within " + PATIENCE + ": " + status);
      }
      status = seeking.awaitChange(status, Duration.ofSeconds(1));
    }
    return status.standing().get();
  }

  /** The same laptop's, by what is known of it. */
  StandingGroup soughtAgain() throws InterruptedException {
    return sought(requireNonNull(laptop));
  }

  /** The one socket that the group is there for. */
  EstablishedLink socket(StandingGroup group) throws GroupNetworkException, LinkException {
    network.requireOnlyWay(group.interfaceName(), group.owner());
    return new EstablishedLink(
        Dial.SYSTEM.open(
            new InetSocketAddress(group.own().toInet(), 0),
            new InetSocketAddress(group.owner().toInet(), EstablishedLink.DEFAULT_PORT),
            PATIENCE),
        EstablishedLink.Medium.WIFI_DIRECT,
        group.interfaceName());
  }

  /** Out of the group; its channel is known from now on. */
  void leave() {
    if (keeper != null) {
      laptop = requireNonNull(laptop).on(keeper.status().channel());
      keeper.close();
    }
  }
}
