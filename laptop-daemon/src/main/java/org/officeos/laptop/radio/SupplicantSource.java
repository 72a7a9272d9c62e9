package org.officeos.laptop.radio;

import java.util.List;
import java.util.Optional;
import org.officeos.hal.linux.DeviceAddressReader;
import org.officeos.hal.linux.LinuxGroupNetwork;
import org.officeos.hal.linux.NetlinkException;
import org.officeos.hal.linux.NftProgram;
import org.officeos.hal.linux.PreflightReader;
import org.officeos.hal.linux.RadioObstacleReader;
import org.officeos.hal.p2p.GroupNetwork;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.PreflightManager;
import org.officeos.hal.p2p.WifiP2p;
import org.officeos.laptop.config.RadioConfig;
import org.officeos.wpa.SupplicantConfig;
import org.officeos.wpa.SupplicantFacts;
import org.officeos.wpa.SupplicantWifiP2p;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The radio through this machine's wpa_supplicant. The interface that another program gave to the
 * supplicant is used as it is; it is given here only where nobody else manages it.
 */
public final class SupplicantSource implements RadioSource {

  private static final Logger LOG = LoggerFactory.getLogger(SupplicantSource.class);

  private final String interfaceName;

  private SupplicantSource(String interfaceName) {
    this.interfaceName = interfaceName;
  }

  /** What drives the configured radio on this machine. */
  public static RadioParts parts(RadioConfig config) {
    return RadioParts.of(new SupplicantSource(config.interfaceName()), network(), new NftProgram());
  }

  private static GroupNetwork network() {
    try {
      return LinuxGroupNetwork.ofThisMachine();
    } catch (NetlinkException e) {
      return new NoGroupNetwork(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public WifiP2p open() {
    SupplicantConfig leaving =
        SupplicantConfig.of(interfaceName)
            .leavingInterfaces()
            .withKernelAddress(() -> DeviceAddressReader.ofThisMachine().of(interfaceName))
            .noticing(this::obstacle);
    SupplicantFacts facts = SupplicantFacts.gather(leaving);
    boolean give = mayGive(facts, PreflightReader.ofThisMachine().read().managers(), interfaceName);
    if (give) {
      LOG.info("radio {}: nobody manages it; the supplicant is given it", interfaceName);
    }
    return SupplicantWifiP2p.open(leaving.giving(give));
  }

  @Override
  public Optional<P2pReason> obstacle() {
    return RadioObstacleReader.ofThisMachine().of(interfaceName);
  }

  /** Whether the supplicant is there without the interface, and no program has it or may have. */
  static boolean mayGive(
      SupplicantFacts facts, List<PreflightManager> managers, String interfaceName) {
    return facts.obstacle().isEmpty()
        && !facts.hasInterface()
        && managers.stream().noneMatch(each -> each.interfaceName().equals(interfaceName));
  }
}
