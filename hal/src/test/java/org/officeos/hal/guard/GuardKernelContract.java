package org.officeos.hal.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.officeos.hal.airgap.NetworkLink;
import org.officeos.hal.netlink.Forwarding;
import org.officeos.hal.netlink.IpPrefix;
import org.officeos.hal.netlink.LinkAddress;
import org.officeos.hal.netlink.RouteEntry;

/** What any kernel must do for the guard; run over the fake and over the real one. */
public abstract class GuardKernelContract {

  private static final long SOON = 2_000_000_000L;
  private static final long HOUR = 3_600_000_000_000L;

  /** Nothing is made before the first question. */
  protected GuardKernelContract() {}

  /** The one under test. */
  protected abstract GuardKernel kernel() throws Exception;

  /** The clock that its waits are by. */
  protected abstract long nanos();

  /** Makes a virtual interface that is down; its number. */
  protected abstract int made(String name) throws Exception;

  /** Switches it on. */
  protected abstract void up(int index) throws Exception;

  /** Gives it 10.7.0.2/24. */
  protected abstract void addressed(int index) throws Exception;

  /** Adds a route to 172.16.0.0/12 straight out of it. */
  protected abstract void routed(int index) throws Exception;

  /** Makes the kernel pass on what comes in by it, of IPv4. */
  protected abstract void forwarding(int index) throws Exception;

  /** Events until one is as wanted. */
  private List<GuardEvent> heard(Predicate<GuardEvent> wanted) throws Exception {
    List<GuardEvent> all = new ArrayList<>();
    for (int i = 0; i < 200 && all.stream().noneMatch(wanted); i++) {
      all.addAll(kernel().next(SOON / 200));
    }
    assertTrue(all.stream().anyMatch(wanted), "only " + all);
    return all;
  }

  private GuardEvent.NetworkSeen network() throws Exception {
    return kernel().look(GuardOrder.Look.ALL).stream()
        .filter(GuardEvent.NetworkSeen.class::isInstance)
        .map(GuardEvent.NetworkSeen.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private NetworkLink link(int index) throws Exception {
    return network().links().stream()
        .filter(each -> each.index() == index)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isUp(GuardEvent event, int index, boolean up) {
    return event instanceof GuardEvent.LinkHere here
        && here.link().index() == index
        && here.link().up() == up;
  }

  @Test
  void aLookAtAllTellsOfRadiosFirst() throws Exception {
    List<GuardEvent> seen = kernel().look(GuardOrder.Look.ALL);
    assertTrue(seen.get(0) instanceof GuardEvent.RadiosSeen, seen.toString());
    assertTrue(seen.get(1) instanceof GuardEvent.NetworkSeen, seen.toString());
    assertEquals(1, kernel().look(GuardOrder.Look.RADIOS).size());
  }

  @Test
  void tellsOfAnInterfaceThatIsSetUpAndSwitchesItOff() throws Exception {
    int index = made("eth7");
    up(index);
    heard(event -> isUp(event, index, true));
    assertTrue(link(index).up());
    assertEquals(GuardAnswer.TAKEN, kernel().act(new GuardAction.SwitchOff(index)));
    assertFalse(link(index).up());
    heard(event -> isUp(event, index, false));
    assertEquals(GuardAnswer.TAKEN, kernel().act(new GuardAction.SwitchOff(index)));
  }

  @Test
  void aWaitEndsWhenAnotherThreadWantedItTo() throws Exception {
    while (!kernel().next(0).isEmpty()) {
      // What was told before is no answer.
    }
    GuardKernel kernel = kernel();
    Thread other = new Thread(kernel::wake, "other");
    other.start();
    other.join();
    assertTrue(waited(HOUR) < HOUR, "it did not count before the wait began");
    kernel.wake();
    kernel.wake();
    assertTrue(waited(HOUR) < HOUR);
    assertTrue(waited(SOON / 100) >= SOON / 100, "one wish ended two waits");
  }

  private long waited(long atMost) throws Exception {
    long before = nanos();
    assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> assertEquals(List.of(), kernel().next(atMost)));
    return nanos() - before;
  }

  @Test
  void namesAnInterfaceThatIsNotThere() throws Exception {
    assertEquals(GuardAnswer.GONE, kernel().act(new GuardAction.SwitchOff(4711)));
  }

  @Test
  void tellsOfAnAddressAndRemovesItOnce() throws Exception {
    int index = made("eth7");
    LinkAddress address = new LinkAddress(index, new IpPrefix("0a070002", 24));
    addressed(index);
    heard(new GuardEvent.AddressHere(address)::equals);
    assertTrue(network().addresses().contains(address));
    GuardAction remove = new GuardAction.RemoveAddress(address);
    assertEquals(GuardAnswer.TAKEN, kernel().act(remove));
    assertFalse(network().addresses().contains(address));
    heard(new GuardEvent.AddressGone(address)::equals);
    assertEquals(GuardAnswer.GONE, kernel().act(remove));
  }

  @Test
  void tellsOfARouteAndRemovesItOnce() throws Exception {
    int index = made("eth7");
    up(index);
    routed(index);
    RouteEntry route =
        heard(event -> route(event, index)).stream()
            .filter(event -> route(event, index))
            .map(event -> ((GuardEvent.RouteHere) event).route())
            .findFirst()
            .orElseThrow();
    assertEquals("172.16.0.0/12", route.route().to().toString());
    GuardAction remove = new GuardAction.RemoveRoute(route);
    assertEquals(GuardAnswer.TAKEN, kernel().act(remove));
    assertTrue(network().routes().stream().noneMatch(each -> each.route().equals(route.route())));
    assertEquals(GuardAnswer.GONE, kernel().act(remove));
  }

  @Test
  void tellsOfForwardingAndEndsIt() throws Exception {
    int index = made("eth7");
    forwarding(index);
    Forwarding on = new Forwarding(false, index, true);
    heard(new GuardEvent.ForwardingHere(on)::equals);
    assertTrue(network().forwarding().contains(on));
    GuardAction end = new GuardAction.EndForwarding(index);
    assertEquals(GuardAnswer.TAKEN, kernel().act(end));
    assertTrue(network().forwarding().contains(new Forwarding(false, index, false)));
    assertFalse(link(index).up(), "nothing else of it is changed");
    assertEquals(GuardAnswer.TAKEN, kernel().act(end));
    assertEquals(GuardAnswer.GONE, kernel().act(new GuardAction.EndForwarding(4711)));
  }

  @Test
  void tellsOfForwardingWithAnInterfaceThatIsUp() throws Exception {
    int index = made("eth7");
    forwarding(index);
    up(index);
    heard(event -> isUp(event, index, true));
    assertEquals(GuardAnswer.TAKEN, kernel().act(new GuardAction.EndForwarding(index)));
    heard(new GuardEvent.ForwardingHere(new Forwarding(false, index, false))::equals);
    assertTrue(link(index).up(), "nothing else of it is changed");
  }

  private static boolean route(GuardEvent event, int index) {
    return event instanceof GuardEvent.RouteHere here
        && here.route().route().index().orElse(0) == index
        && here.route().route().to().length() == 12;
  }

  @Test
  void nothingComesWhereNothingHappens() throws Exception {
    kernel().look(GuardOrder.Look.ALL);
    for (int i = 0; i < 20; i++) {
      kernel().next(0);
    }
    assertEquals(List.of(), kernel().next(2_000_000));
  }
}
