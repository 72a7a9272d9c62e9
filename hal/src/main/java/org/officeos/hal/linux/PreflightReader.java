package org.officeos.hal.linux;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.officeos.hal.linux.NetlinkException.Reason;
import org.officeos.hal.netlink.InterfaceType;
import org.officeos.hal.netlink.Radios;
import org.officeos.hal.netlink.Wiphy;
import org.officeos.hal.netlink.WirelessInterface;
import org.officeos.hal.p2p.PreflightBus;
import org.officeos.hal.p2p.PreflightFacts;
import org.officeos.hal.p2p.PreflightFacts.Sight;
import org.officeos.hal.p2p.PreflightManager;
import org.officeos.hal.p2p.PreflightMode;
import org.officeos.hal.p2p.PreflightRadio;
import org.officeos.hal.p2p.PreflightSwitch;

/**
 * Gathers what this machine's kernel and files tell of Wi-Fi Direct. It never fails: what cannot be
 * looked at is a fact too. The message bus is left to who speaks to it; see {@link
 * PreflightFacts#with}.
 */
public final class PreflightReader {

  /** Where the radios come from; {@link RadioReader#radios} on a machine. */
  interface Source {

    Radios radios() throws NetlinkException;
  }

  private final Source source;
  private final SysfsRadios sysfs;
  private final NetworkManagers managers;

  PreflightReader(Source source, SysfsRadios sysfs, NetworkManagers managers) {
    this.source = source;
    this.sysfs = sysfs;
    this.managers = managers;
  }

  /** One that looks at the machine it runs on. */
  public static PreflightReader ofThisMachine() {
    return new PreflightReader(
        () -> RadioReader.ofThisMachine().radios(),
        new SysfsRadios(Path.of("/sys")),
        new NetworkManagers(Path.of("/proc"), Path.of("/run"), Path.of("/etc")));
  }

  /** Looks now. */
  public PreflightFacts read() {
    Radios radios;
    try {
      radios = source.radios();
    } catch (NetlinkException e) {
      boolean absent = e.reason() == Reason.FAMILY_ABSENT;
      Sight sight = absent ? Sight.NO_WIFI_IN_KERNEL : Sight.NOT_SEEN;
      return facts(sight, String.valueOf(e.getMessage()), List.of(), List.of());
    }
    List<RfkillSwitch> switches = sysfs.switches();
    List<PreflightRadio> seen = new ArrayList<>();
    List<PreflightManager> managing = new ArrayList<>();
    for (Wiphy radio : radios.radios()) {
      List<WirelessInterface> interfaces = radios.of(radio);
      seen.add(radio(radio, interfaces, switches));
      for (WirelessInterface each : interfaces) {
        if (each.name().isPresent() && each.index().isPresent()) {
          managing.addAll(managers.of(each.name().get(), each.index().getAsInt()));
        }
      }
    }
    return facts(Sight.SEEN, "", seen, managing);
  }

  private PreflightRadio radio(
      Wiphy radio, List<WirelessInterface> interfaces, List<RfkillSwitch> switches) {
    Set<PreflightMode> modes = EnumSet.noneOf(PreflightMode.class);
    radio.types().forEach(type -> modes.add(mode(type)));
    return new PreflightRadio(
        radio.name(),
        sysfs.driver(radio.name()).orElse("unknown"),
        modes,
        interfaces.stream().flatMap(each -> each.name().stream()).toList(),
        switches.stream()
            .filter(each -> each.concerns(radio.name()))
            .map(each -> new PreflightSwitch(each.name(), each.soft(), each.hard()))
            .toList());
  }

  private static PreflightMode mode(InterfaceType type) {
    return switch (type) {
      case STATION -> PreflightMode.STATION;
      case AP -> PreflightMode.AP;
      case P2P_CLIENT -> PreflightMode.P2P_CLIENT;
      case P2P_GO -> PreflightMode.P2P_GO;
      case P2P_DEVICE -> PreflightMode.P2P_DEVICE;
      case ADHOC -> PreflightMode.ADHOC;
      case MONITOR -> PreflightMode.MONITOR;
      case UNKNOWN, AP_VLAN, WDS, MESH_POINT, OCB, NAN -> PreflightMode.OTHER;
    };
  }

  private static PreflightFacts facts(
      Sight sight, String detail, List<PreflightRadio> radios, List<PreflightManager> managers) {
    return new PreflightFacts(sight, detail, radios, managers, PreflightBus.NOT_LOOKED_AT);
  }
}
