package org.officeos.handheld.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.officeos.hal.linux.DeviceAddressReader;
import org.officeos.hal.linux.LinuxGroupNetwork;
import org.officeos.hal.linux.NetlinkException;
import org.officeos.hal.linux.PreflightReader;
import org.officeos.hal.linux.RadioObstacleReader;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.GroupNetwork;
import org.officeos.hal.p2p.PreflightFacts;
import org.officeos.hal.p2p.WifiP2p;
import org.officeos.handheld.link.AirPatience;
import org.officeos.handheld.link.Dial;
import org.officeos.handheld.link.LinkException;
import org.officeos.handheld.link.RadioSetup;

/**
 * This machine's radios and its supplicant. Loads nothing of the message bus before it is asked.
 */
final class RealRadios implements Machine.Radios {

  @Override
  public PreflightFacts look(String interfaceName) {
    return PreflightReader.ofThisMachine().read().with(RealSupplicant.look(interfaceName));
  }

  @Override
  public WifiP2p watch(String interfaceName) {
    DeviceAddressReader addresses = DeviceAddressReader.ofThisMachine();
    return RealSupplicant.watch(interfaceName, () -> addresses.of(interfaceName));
  }

  @Override
  public RadioSetup setup(String interfaceName, DeviceSettings settings, AirPatience patience)
      throws LinkException {
    GroupNetwork network;
    try {
      network = LinuxGroupNetwork.ofThisMachine();
    } catch (NetlinkException e) {
      throw new LinkException(
          LinkException.Reason.RADIO_UNUSABLE, "The kernel cannot be asked: " + e.getMessage(), e);
    }
    DeviceAddressReader addresses = DeviceAddressReader.ofThisMachine();
    RadioObstacleReader obstacles = RadioObstacleReader.ofThisMachine();
    return new RadioSetup(
        interfaceName,
        () ->
            RealSupplicant.open(
                interfaceName,
                () -> addresses.of(interfaceName),
                () -> obstacles.of(interfaceName)),
        network,
        settings,
        System::nanoTime,
        new SecureRandom(),
        Path.of("/proc/self/net"),
        Dial.SYSTEM,
        patience);
  }
}
