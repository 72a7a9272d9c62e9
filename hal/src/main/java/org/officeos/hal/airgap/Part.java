package org.officeos.hal.airgap;

import java.util.List;
import java.util.Map;
import org.officeos.hal.netlink.FilterChain;
import org.officeos.hal.netlink.IpRoute;
import org.officeos.hal.netlink.LinkAddress;
import org.officeos.hal.netlink.Qdisc;
import org.officeos.hal.netlink.RoutingRule;
import org.officeos.hal.netlink.WirelessInterface;

/**
 * The name of one part of a snapshot, and with it what the part is.
 *
 * @param <T> what is read
 */
public final class Part<T> {

  /** The kernel's own release. */
  public static final Part<KernelRelease> KERNEL = new Part<>("kernel release");

  /** All network interfaces. */
  public static final Part<List<NetworkLink>> LINKS = new Part<>("network interfaces");

  /** All Wi-Fi radios; none where the kernel has no Wi-Fi. */
  public static final Part<List<Radio>> RADIOS = new Part<>("radios");

  /** Their interfaces, those without a network interface too. */
  public static final Part<List<WirelessInterface>> WIRELESS = new Part<>("radio interfaces");

  /** The radio switches. */
  public static final Part<List<RadioSwitch>> SWITCHES = new Part<>("radio switches");

  /** The functions of all USB devices. */
  public static final Part<List<UsbFunction>> USB = new Part<>("USB devices");

  /** The functions that this machine offers over USB, as {@code gadget/function}. */
  public static final Part<List<String>> GADGETS = new Part<>("USB gadget functions");

  /** The Bluetooth controllers' names. */
  public static final Part<List<String>> BLUETOOTH = new Part<>("Bluetooth controllers");

  /** Network namespaces other than the one that is audited. */
  public static final Part<List<OtherNamespace>> NAMESPACES = new Part<>("network namespaces");

  /** Addresses of both families. */
  public static final Part<List<LinkAddress>> ADDRESSES = new Part<>("addresses");

  /** Routes of both families in all tables. */
  public static final Part<List<IpRoute>> ROUTES = new Part<>("routes");

  /** Rules of both families that choose a table. */
  public static final Part<List<RoutingRule>> RULES = new Part<>("routing rules");

  /** Settings of the kernel by their path below {@code /proc/sys}. */
  public static final Part<Map<String, String>> SYSCTLS = new Part<>("sysctls");

  /** Multicast groups joined. */
  public static final Part<List<Membership>> MEMBERSHIPS = new Part<>("multicast groups");

  /** The packet filter's base chains. */
  public static final Part<List<FilterChain>> CHAINS = new Part<>("packet filter chains");

  /** The rules in the packet filter's chains, and their sets. */
  public static final Part<FilterContent> FILTER = new Part<>("packet filter rules");

  /** Queueing disciplines. */
  public static final Part<List<Qdisc>> QDISCS = new Part<>("traffic control");

  /** Sockets that reach further than a connection. */
  public static final Part<List<OpenSocket>> SOCKETS = new Part<>("sockets");

  /** Programs that run, by process. */
  public static final Part<List<RunningProgram>> PROGRAMS = new Part<>("programs");

  /** Names of the kernel modules that are loaded. */
  public static final Part<List<String>> MODULES = new Part<>("kernel modules");

  /** The words of the kernel's command line. */
  public static final Part<List<String>> COMMAND_LINE = new Part<>("kernel command line");

  /** What starts at boot. */
  public static final Part<BootUnits> UNITS = new Part<>("units");

  /** Networks and settings that programs keep. */
  public static final Part<StoredSettings> STORED = new Part<>("stored networks");

  /** How names are looked up. */
  public static final Part<NameLookup> NAMES = new Part<>("name lookup");

  /** Names of the environment's variables that tell of a proxy. */
  public static final Part<List<String>> PROXIES = new Part<>("proxy settings");

  /** What starts and keeps our own parts. */
  public static final Part<Lockdown> LOCKDOWN = new Part<>("own units and scripts");

  /** What programs are told that reach out by themselves. */
  public static final Part<List<ProgramSetting>> SETTINGS = new Part<>("settings of programs");

  /** What lets ordinary users do what takes root's rights. */
  public static final Part<Powers> POWERS = new Part<>("rights of ordinary users");

  /** The names of radios that listen while the device sleeps. */
  public static final Part<List<String>> WAKING = new Part<>("wake on wireless");

  /** What the laptop's daemon is told, and its files; the daemon's own room puts it in. */
  public static final Part<DaemonFacts> DAEMON = new Part<>("the daemon's settings");

  /** Every part there is. */
  public static final List<Part<?>> ALL =
      List.of(
          KERNEL,
          LINKS,
          RADIOS,
          WIRELESS,
          SWITCHES,
          USB,
          GADGETS,
          BLUETOOTH,
          NAMESPACES,
          ADDRESSES,
          ROUTES,
          RULES,
          SYSCTLS,
          MEMBERSHIPS,
          CHAINS,
          FILTER,
          QDISCS,
          SOCKETS,
          PROGRAMS,
          MODULES,
          COMMAND_LINE,
          UNITS,
          STORED,
          NAMES,
          PROXIES,
          LOCKDOWN,
          SETTINGS,
          POWERS,
          WAKING,
          DAEMON);

  private final String name;

  private Part(String name) {
    this.name = name;
  }

  /** That it was read. */
  public Reading<T> read(T value, String source) {
    return new Reading.Read<>(value, source);
  }

  /** That it was not, and why; see {@link Reading.Unreadable}. */
  public Reading<T> unreadable(Reading.Why why, String detail, String source) {
    return new Reading.Unreadable<>(why, detail, source);
  }

  /** In words. */
  @Override
  public String toString() {
    return name;
  }
}
