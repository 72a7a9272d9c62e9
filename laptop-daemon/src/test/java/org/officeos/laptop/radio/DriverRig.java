package org.officeos.laptop.radio;

import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.officeos.hal.fence.LaptopFence;
import org.officeos.hal.fence.RuleLoadException;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.Ipv4;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.WifiP2p;
import org.officeos.hal.p2p.testing.FakeGroupNetwork;
import org.officeos.hal.p2p.testing.FakeWifiP2p;
import org.officeos.hal.p2p.testing.SimulatedAir;
import org.officeos.hal.p2p.testing.SimulatedRadio;
import org.officeos.laptop.config.RadioConfig;
import org.officeos.laptop.link.LinkException;

/** A driver on simulated air, with a clock that is turned by hand. */
final class DriverRig implements AutoCloseable {

  static final MacAddress LAPTOP = MacAddress.parse("02:00:00:00:00:0a");

  final SimulatedAir air = new SimulatedAir();
  final SimulatedRadio radio = air.radio(LAPTOP.toString());
  final FakeGroupNetwork network = new FakeGroupNetwork();
  final List<String> listening = new CopyOnWriteArrayList<>();
  final List<String> fences = new CopyOnWriteArrayList<>();
  final Map<Ipv4, MacAddress> neighbours = new ConcurrentHashMap<>();
  volatile boolean fence = true;
  volatile boolean unforgetting;
  volatile Optional<Frequency> wish = Optional.empty();
  volatile Optional<RuleLoadException.Reason> refusedFence = Optional.empty();
  final List<Integer> askedFor = new CopyOnWriteArrayList<>();
  final List<Long> admitted = new CopyOnWriteArrayList<>();
  volatile Predicate<Frequency> refusedChannels = where -> false;
  volatile Optional<LinkException> refusedSocket = Optional.empty();
  volatile boolean broken;
  volatile boolean faulty;
  volatile Optional<P2pReason> blocked = Optional.empty();
  volatile P2pReason refusal = P2pReason.CHANNEL_UNAVAILABLE;
  volatile FakeWifiP2p wifi = new FakeWifiP2p(air, radio);
  final List<FakeWifiP2p> opened = new CopyOnWriteArrayList<>();
  private final AtomicLong nanos = new AtomicLong(77);
  private final BlockingQueue<RadioStatus> told = new LinkedBlockingQueue<>();
  private final Path folder;
  private GroupDriver driver;

  DriverRig(Path folder) {
    this.folder = folder;
    this.driver = made();
  }

  private GroupDriver made() {
    RadioParts parts =
        new RadioParts(
            new Source(),
            network,
            this::load,
            (address, name) -> Optional.ofNullable(neighbours.get(address)),
            (where, name, mask, taker) -> listen(where, name),
            AddressPlans.TABLE,
            47100,
            nanos::get);
    RadioConfig config = new RadioConfig("wlan0", "Test laptop", wish, fence);
    return new GroupDriver(config, parts, folder, told::add);
  }

  private final class Source implements RadioSource {

    @Override
    public WifiP2p open() {
      if (faulty) {
        throw new IllegalStateException("by the test");
      }
      return DriverRig.this.open();
    }

    @Override
    public Optional<P2pReason> obstacle() {
      return blocked;
    }
  }

  DriverRig start() {
    driver.start(link -> fail("nobody connects here"));
    return this;
  }

  /** Another daemon on the same machine, after the first was closed. */
  DriverRig startAgain() {
    driver.close();
    told.clear();
    driver = made();
    return start();
  }

  GroupDriver driver() {
    return driver;
  }

  /** Strict: a fence around an interface that is not there is refused, as {@code nft} does. */
  private void load(String rules) throws RuleLoadException {
    if (refusedFence.isPresent()) {
      throw new RuleLoadException(refusedFence.get(), "");
    }
    if (rules.equals(LaptopFence.lowering())) {
      fences.add("down");
      return;
    }
    String name = rules.split("iif \"", 2)[1].split("\"", 2)[0];
    if (!network.isThere(name)) {
      throw new RuleLoadException(RuleLoadException.Reason.REFUSED, "no " + name);
    }
    boolean early = network.addresses(name).isEmpty() && listening.isEmpty();
    String where = rules.split("ip daddr ", 2)[1].split(" accept", 2)[0];
    fences.add((early ? "up " : "late ") + name + " " + where);
  }

  private GroupListening.Open listen(InetSocketAddress where, String name) throws LinkException {
    if (refusedSocket.isPresent()) {
      throw refusedSocket.get();
    }
    String what = where.getAddress().getHostAddress() + ":" + where.getPort() + " " + name;
    listening.add(what);
    return () -> listening.remove(what);
  }

  /** A new connection to the same radio; the kernel's interfaces follow its groups. */
  private WifiP2p open() {
    FakeWifiP2p fake = new FakeWifiP2p(air, radio);
    if (broken) {
      try {
        fake.lose(P2pReason.BUS_DENIED);
      } catch (P2pException e) {
        throw new AssertionError(e);
      }
    }
    fake.subscribe(
        event -> {
          if (event instanceof P2pEvent.GroupStarted started) {
            network.groupBegins(started.group().interfaceName());
          } else if (event instanceof P2pEvent.GroupRemoved removed) {
            network.gone(removed.interfaceName());
          }
        });
    wifi = fake;
    opened.add(fake);
    return watched(fake);
  }

  /** The same, except that channels can be refused and presses of the button are noted. */
  private WifiP2p watched(WifiP2p inner) {
    return (WifiP2p)
        Proxy.newProxyInstance(
            WifiP2p.class.getClassLoader(),
            new Class<?>[] {WifiP2p.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("createGroup")) {
                Frequency where = ((GroupConfig) arguments[0]).frequency();
                askedFor.add(where.megahertz());
                if (refusedChannels.test(where)) {
                  return CompletableFuture.failedFuture(new P2pException(refusal, "by the test"));
                }
              } else if (unforgetting && method.getName().equals("deletePersistentGroup")) {
                return CompletableFuture.failedFuture(
                    new P2pException(P2pReason.NOT_SAVED, "by the test"));
              } else if (method.getName().equals("admit")) {
                admitted.add(nanos.get());
              }
              try {
                return method.invoke(inner, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  void pass(Duration time) throws P2pException {
    nanos.addAndGet(time.toNanos());
    air.advance(time);
    settle();
  }

  /** Waits until all that was asked for before is done. */
  void settle() {
    driver.wake().orTimeout(20, TimeUnit.SECONDS).join();
  }

  RadioStatus await(String what, Predicate<RadioStatus> fits) throws InterruptedException {
    List<RadioStatus> heard = new ArrayList<>();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (true) {
      RadioStatus next = told.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        return fail("no " + what + " in " + heard + ", now " + driver.status());
      }
      heard.add(next);
      if (fits.test(next)) {
        return next;
      }
    }
  }

  RadioStatus await(RadioPhase phase) throws InterruptedException {
    return await(phase.name(), status -> status.phase() == phase);
  }

  String awaitGroup() throws InterruptedException {
    return await(RadioPhase.STANDING).group().orElseThrow().interfaceName();
  }

  String awaitTrouble() throws InterruptedException {
    Function<RadioStatus, String> word = s -> s.trouble().map(Trouble::word).orElse("");
    return word.apply(await("trouble", status -> status.trouble().isPresent()));
  }

  @Override
  public void close() {
    driver.close();
  }
}
