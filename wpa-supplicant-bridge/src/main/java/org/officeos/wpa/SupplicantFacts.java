package org.officeos.wpa;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.PreflightBus;
import org.officeos.wpa.dbus.BusListener;
import org.officeos.wpa.dbus.SupplicantBus;
import org.officeos.wpa.dbus.SupplicantRadio;
import org.officeos.wpa.dbus.SupplicantRoot;
import org.officeos.wpa.dbus.SupplicantSignal;

/**
 * What preflight wants to know of the bus and of the supplicant. Looking changes nothing: no
 * interface is given to the supplicant, and no service is started.
 *
 * @param obstacle why there can be no Wi-Fi Direct here, as far as the bus tells; empty when
 *     nothing is in the way. {@code BUS_ABSENT}, {@code BUS_DENIED}, {@code SUPPLICANT_ABSENT},
 *     {@code SUPPLICANT_TOO_OLD}, {@code SUPPLICANT_WITHOUT_P2P}, {@code DRIVER_WITHOUT_P2P},
 *     {@code SUPPLICANT_LOST}, {@code SUPPLICANT_FAULT}
 * @param detail what was found, for a person; empty when nothing is in the way
 * @param capabilities what the supplicant was built with, in its own words
 * @param hasInterface whether the supplicant has the interface already; when not, the driver was
 *     not judged
 * @param modes what the driver can do, in the supplicant's words; {@code p2p} is the one wanted
 */
public record SupplicantFacts(
    Optional<P2pReason> obstacle,
    String detail,
    List<String> capabilities,
    boolean hasInterface,
    List<String> modes) {

  private static final String P2P = "p2p";

  private static final Map<P2pReason, PreflightBus.Step> STEPS =
      Map.of(
          P2pReason.BUS_ABSENT, PreflightBus.Step.NO_BUS,
          P2pReason.BUS_DENIED, PreflightBus.Step.DENIED,
          P2pReason.SUPPLICANT_ABSENT, PreflightBus.Step.NO_SUPPLICANT,
          P2pReason.SUPPLICANT_LOST, PreflightBus.Step.NO_SUPPLICANT,
          P2pReason.SUPPLICANT_TOO_OLD, PreflightBus.Step.TOO_OLD,
          P2pReason.SUPPLICANT_WITHOUT_P2P, PreflightBus.Step.WITHOUT_P2P,
          P2pReason.DRIVER_WITHOUT_P2P, PreflightBus.Step.READY);

  /** Copies. */
  public SupplicantFacts {
    capabilities = List.copyOf(capabilities);
    modes = List.copyOf(modes);
  }

  /** The same for hal's preflight; of the driver, the kernel tells better. */
  public PreflightBus toPreflight() {
    PreflightBus.Step step =
        obstacle
            .map(reason -> STEPS.getOrDefault(reason, PreflightBus.Step.NOT_LOOKED_AT))
            .orElse(PreflightBus.Step.READY);
    return new PreflightBus(step, detail);
  }

  /** Looks, on the calling thread; waits for each answer as long as the configuration says. */
  public static SupplicantFacts gather(SupplicantConfig config) {
    try (SupplicantBus bus =
        SupplicantBus.open(config.busAddress(), config.patience(), new Deaf())) {
      Optional<String> owner = bus.owner();
      if (owner.isEmpty()) {
        return none(P2pReason.SUPPLICANT_ABSENT, "nobody owns fi.w1.wpa_supplicant1");
      }
      return gather(new SupplicantRoot(bus, owner.get()), config.interfaceName());
    } catch (P2pException e) {
      return none(e.reason(), e.detail());
    }
  }

  private static SupplicantFacts gather(SupplicantRoot root, String interfaceName)
      throws P2pException {
    List<String> capabilities = root.capabilities();
    Optional<P2pReason> built = ofBuild(capabilities);
    if (!root.has(interfaceName)) {
      return new SupplicantFacts(
          built,
          built.map(r -> "it has " + capabilities).orElse(""),
          capabilities,
          false,
          List.of());
    }
    SupplicantRadio radio = root.radio(interfaceName, false);
    List<String> modes = radio.properties().modes();
    Optional<P2pReason> obstacle = built.or(() -> ofDriver(modes));
    String found = obstacle.map(r -> "built with " + capabilities + ", driver " + modes).orElse("");
    return new SupplicantFacts(obstacle, found, capabilities, true, modes);
  }

  /** What stands in the way of using this radio. */
  static Optional<P2pReason> obstacle(SupplicantRoot root, SupplicantRadio radio)
      throws P2pException {
    Optional<P2pReason> built = ofBuild(root.capabilities());
    return built.isPresent() ? built : ofDriver(radio.properties().modes());
  }

  private static Optional<P2pReason> ofBuild(List<String> capabilities) {
    if (capabilities.isEmpty()) {
      return Optional.of(P2pReason.SUPPLICANT_TOO_OLD);
    }
    return capabilities.contains(P2P)
        ? Optional.empty()
        : Optional.of(P2pReason.SUPPLICANT_WITHOUT_P2P);
  }

  private static Optional<P2pReason> ofDriver(List<String> modes) {
    return modes.contains(P2P) ? Optional.empty() : Optional.of(P2pReason.DRIVER_WITHOUT_P2P);
  }

  private static SupplicantFacts none(P2pReason reason, String detail) {
    return new SupplicantFacts(Optional.of(reason), detail, List.of(), false, List.of());
  }

  private static final class Deaf implements BusListener {
    @Override
    public void onSignal(SupplicantSignal signal) {}

    @Override
    public void onOwner(Optional<String> owner) {}

    @Override
    public void onDisconnected() {}
  }
}
