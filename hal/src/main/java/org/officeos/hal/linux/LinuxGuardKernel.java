package org.officeos.hal.linux;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.officeos.hal.airgap.RadioSwitch;
import org.officeos.hal.fence.RuleLoader;
import org.officeos.hal.guard.GuardAction;
import org.officeos.hal.guard.GuardAnswer;
import org.officeos.hal.guard.GuardEvent;
import org.officeos.hal.guard.GuardKernel;
import org.officeos.hal.guard.GuardOrder;
import org.officeos.hal.linux.NetlinkException.Reason;
import org.officeos.hal.linux.lib.ErrnoException;
import org.officeos.hal.linux.lib.LibC;
import org.officeos.hal.linux.lib.NativeLibC;
import org.officeos.hal.netlink.FormatException;
import org.officeos.hal.netlink.Forwardings;
import org.officeos.hal.netlink.KernelRefusal;
import org.officeos.hal.netlink.LinkAddresses;
import org.officeos.hal.netlink.Links;
import org.officeos.hal.netlink.RfkillEvent;
import org.officeos.hal.netlink.RfkillEvent.Operation;

/**
 * The kernel of the calling thread's network namespace, for the guard. It switches interfaces off,
 * removes addresses and routes, blocks radios that are no Wi-Fi radios, and loads and holds the
 * packet filter; it can do nothing in the other direction. Acting takes {@code CAP_NET_ADMIN},
 * blocking the right to write {@code /dev/rfkill}.
 */
public final class LinuxGuardKernel implements GuardKernel {

  private static final Duration WITHIN = Duration.ofSeconds(2);
  private static final int SWITCHES_AT_ONCE = 256;

  /** What is waited on, by its place. */
  private static final int BELL = 0;

  private static final int RADIOS = 1;
  private static final int NETWORK = 2;
  private static final int RULES = 3;
  private static final int SWITCHES = 4;
  private static final int SOURCES = 5;

  private final LibC libc;
  private final String rfkill;
  private final Bell bell;
  private final GuardEars ears;
  private final GuardEyes eyes;
  private final Optional<GuardFilter> filter;

  /** Why there is none: a kernel without a packet filter is guarded all the same. */
  private final String noFilter;

  private Optional<RfkillDevice> switches = Optional.empty();

  LinuxGuardKernel(
      LibC libc,
      LongSupplier nanos,
      Path sys,
      String rfkill,
      int buffer,
      Optional<RuleLoader> loader)
      throws NetlinkException {
    this.libc = libc;
    this.rfkill = rfkill;
    bell = new Bell(libc);
    try {
      ears = new GuardEars(libc, nanos, sys, buffer);
    } catch (NetlinkException e) {
      bell.close();
      throw e;
    }
    try {
      eyes = new GuardEyes(libc, nanos, sys);
    } catch (NetlinkException e) {
      bell.close();
      ears.close();
      throw e;
    }
    Optional<GuardFilter> held = Optional.empty();
    String why = "not asked for";
    try {
      if (loader.isPresent()) {
        held = Optional.of(new GuardFilter(libc, nanos, sys, loader.get(), new NftHolder()));
      }
    } catch (NetlinkException e) {
      why = String.valueOf(e.getMessage());
    }
    filter = held;
    noFilter = why;
  }

  /**
   * Opens the kernel that this thread runs on.
   *
   * @param loader what loads the packet filter, where the guard is to keep it
   * @throws NetlinkException {@code NO_LIBRARY}, {@code NO_SOCKET}, {@code OPTION_REFUSED}
   */
  public static LinuxGuardKernel open(Optional<RuleLoader> loader) throws NetlinkException {
    try {
      return new LinuxGuardKernel(
          new NativeLibC(),
          System::nanoTime,
          Path.of("/sys"),
          RfkillDevice.PATH,
          NetlinkSocket.BUFFER,
          loader);
    } catch (LinkageError e) {
      throw new NetlinkException(Reason.NO_LIBRARY, "JNA cannot load the C library", e);
    }
  }

  @Override
  public List<GuardEvent> next(long nanos) {
    int[] descriptors = new int[SOURCES];
    descriptors[BELL] = bell.descriptor();
    descriptors[RADIOS] = ears.radios();
    descriptors[NETWORK] = ears.network();
    descriptors[RULES] = filter.map(GuardFilter::descriptor).orElse(LibC.NO_DESCRIPTOR);
    descriptors[SWITCHES] = switches.map(RfkillDevice::descriptor).orElse(LibC.NO_DESCRIPTOR);
    int millis = (int) Math.min(Integer.MAX_VALUE, (nanos + 999_999) / 1_000_000);
    int[] ready;
    try {
      ready = libc.poll(descriptors, LibC.POLLIN, millis);
    } catch (ErrnoException e) {
      return e.errno() == LibC.EINTR ? List.of() : List.of(new GuardEvent.Lost());
    }
    if (ready[BELL] != 0) {
      bell.heard();
    }
    List<GuardEvent> events = new ArrayList<>(ears.take(ready[RADIOS] != 0, ready[NETWORK] != 0));
    if (ready[RULES] != 0) {
      filter.flatMap(GuardFilter::changed).ifPresent(events::add);
    }
    if (ready[SWITCHES] != 0) {
      events.addAll(switched());
    }
    return events;
  }

  @Override
  public void wake() {
    bell.ring();
  }

  private List<GuardEvent> switched() {
    List<GuardEvent> events = new ArrayList<>();
    if (switches.isEmpty()) {
      return events;
    }
    try {
      for (int i = 0; i < SWITCHES_AT_ONCE; i++) {
        Optional<RfkillEvent> event = switches.get().next(Duration.ZERO);
        if (event.isEmpty()) {
          return events;
        }
        events.add(of(event.get()));
      }
    } catch (DeviceException e) {
      switches.get().close();
      switches = Optional.empty();
    }
    return events;
  }

  private static GuardEvent of(RfkillEvent event) {
    String name = RfkillBlocker.name(event.index());
    return event.operation() == Operation.REMOVED
        ? new GuardEvent.SwitchGone(name)
        : new GuardEvent.SwitchHere(
            new RadioSwitch(name, event.type(), event.soft() || event.hard()));
  }

  @Override
  public List<GuardEvent> look(GuardOrder.Look what) {
    if (what == GuardOrder.Look.FILTER) {
      return List.of(
          filter
              .map(each -> each.look(ears.told()))
              .orElseGet(() -> new GuardEvent.Blind(GuardOrder.Look.FILTER, noFilter)));
    }
    boolean whole = what == GuardOrder.Look.ALL;
    List<GuardEvent> seen = new ArrayList<>();
    seen.add(looked(GuardOrder.Look.RADIOS, () -> eyes.radios(ears, whole)));
    if (whole) {
      seen.add(looked(GuardOrder.Look.ALL, eyes::network));
      if (switches.isEmpty()) {
        openSwitches();
      }
      seen.addAll(switched());
    }
    return seen;
  }

  /** Looks, and may fail. */
  private interface Glance {

    GuardEvent look() throws NetlinkException, FormatException;
  }

  private static GuardEvent looked(GuardOrder.Look what, Glance glance) {
    try {
      return glance.look();
    } catch (NetlinkException | FormatException e) {
      return new GuardEvent.Blind(what, String.valueOf(e.getMessage()));
    }
  }

  /** A kernel without rfkill has no switches; one that gets them later has the device then. */
  private void openSwitches() {
    try {
      switches = Optional.of(RfkillDevice.open(libc, rfkill));
    } catch (DeviceException e) {
      switches = Optional.empty();
    }
  }

  @Override
  public GuardAnswer act(GuardAction action) {
    if (action instanceof GuardAction.SwitchOff off) {
      return ask(n -> Links.switchOff(off.index(), n));
    } else if (action instanceof GuardAction.RemoveAddress address) {
      return ask(n -> LinkAddresses.remove(address.address(), n));
    } else if (action instanceof GuardAction.RemoveRoute route) {
      return ask(n -> route.route().remove(n));
    } else if (action instanceof GuardAction.EndForwarding forwarding) {
      return ask(n -> Forwardings.switchOff(forwarding.index(), n));
    } else if (action instanceof GuardAction.Block block) {
      return RfkillBlocker.block(libc, rfkill, block.what());
    } else if (action instanceof GuardAction.LoadFilter load && filter.isPresent()) {
      return filter.get().load(load.rules());
    } else if (action instanceof GuardAction.HoldFilter hold && filter.isPresent()) {
      return filter.get().hold(hold.table());
    } else if (action instanceof GuardAction.RemoveTable table && filter.isPresent()) {
      return filter.get().load(table.rules());
    }
    throw new IllegalArgumentException("nothing that is done: " + action);
  }

  private GuardAnswer ask(NetlinkSocket.Request request) {
    try {
      eyes.route().question(request, WITHIN);
      return GuardAnswer.TAKEN;
    } catch (NetlinkException e) {
      int errno = e.refusal().map(KernelRefusal::errno).orElse(0);
      return switch (errno) {
        case KernelRefusal.ENODEV,
            KernelRefusal.ESRCH,
            KernelRefusal.ENXIO,
            KernelRefusal.EAFNOSUPPORT,
            KernelRefusal.EADDRNOTAVAIL ->
            GuardAnswer.GONE;
        default -> GuardAnswer.refused(String.valueOf(e.getMessage()));
      };
    }
  }

  @Override
  public void close() {
    bell.close();
    ears.close();
    eyes.close();
    filter.ifPresent(GuardFilter::close);
    switches.ifPresent(RfkillDevice::close);
    switches = Optional.empty();
  }
}
