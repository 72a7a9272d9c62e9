package org.officeos.hal.p2p.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.officeos.hal.p2p.GroupNetwork;
import org.officeos.hal.p2p.GroupNetworkException;
import org.officeos.hal.p2p.GroupNetworkException.Reason;
import org.officeos.hal.p2p.Ipv4;

/**
 * A machine's interfaces and their addresses in memory. Strict: an interface that no test made is
 * not there. Every interface is switched on, and the only routes are those of the addresses.
 */
public final class FakeGroupNetwork implements GroupNetwork {

  /**
   * An address as it was set.
   *
   * @param own the interface's
   * @param mask its network's
   */
  public record Assigned(Ipv4 own, Ipv4 mask) {

    private boolean meets(Ipv4 address, Ipv4 other) {
      return ((own.bits() ^ address.bits()) & mask.bits() & other.bits()) == 0;
    }
  }

  private static final Ipv4 ONE = new Ipv4(-1);

  private record Known(boolean group, List<Assigned> addresses) {}

  private final Map<String, Known> interfaces = new LinkedHashMap<>();
  private Optional<Reason> refusal = Optional.empty();
  private Optional<String> way = Optional.empty();

  /** A machine without interfaces. */
  public FakeGroupNetwork() {}

  /** A group began: there is an interface of its own, without an address. */
  public synchronized void groupBegins(String interfaceName) {
    interfaces.put(interfaceName, new Known(true, new ArrayList<>()));
  }

  /** An interface that is no group's came, with an address. */
  public synchronized void otherComes(String interfaceName, Ipv4 own, Ipv4 mask) {
    interfaces.put(
        interfaceName, new Known(false, new ArrayList<>(List.of(new Assigned(own, mask)))));
  }

  /** An interface went, and its addresses with it. */
  public synchronized void gone(String interfaceName) {
    if (interfaces.remove(interfaceName) == null) {
      throw new AssertionError("no test made " + interfaceName);
    }
  }

  /** The next call fails like this: {@code NOT_PERMITTED} and {@code KERNEL} come no other way. */
  public synchronized void refuseNext(Reason reason) {
    refusal = Optional.of(reason);
  }

  /** Whether there is an interface of that name. */
  public synchronized boolean isThere(String interfaceName) {
    return interfaces.containsKey(interfaceName);
  }

  /** What an interface has; nothing where it is not there. */
  public synchronized List<Assigned> addresses(String interfaceName) {
    Known known = interfaces.get(interfaceName);
    return known == null ? List.of() : List.copyOf(known.addresses());
  }

  @Override
  public synchronized void assign(String interfaceName, Ipv4 own, Ipv4 mask)
      throws GroupNetworkException {
    refuseIfWanted();
    if (!own.isMachineIn(mask)) {
      throw failure(Reason.NO_GROUP_ADDRESS);
    }
    Known known = known(interfaceName);
    if (!known.group()) {
      throw failure(Reason.NOT_A_GROUP);
    }
    if (liesElsewhere(interfaceName, own, mask, true)) {
      throw failure(Reason.NETWORK_TAKEN);
    }
    Assigned wanted = new Assigned(own, mask);
    if (!known.addresses().contains(wanted)) {
      known.addresses().add(wanted);
    }
  }

  @Override
  public synchronized boolean isTaken(Ipv4 address, Ipv4 mask) throws GroupNetworkException {
    refuseIfWanted();
    if (mask.prefixLength() < 0) {
      throw new IllegalArgumentException("not a mask: " + mask);
    }
    return liesElsewhere("", address, mask, false);
  }

  @Override
  public synchronized void requireOnlyWay(String interfaceName, Ipv4 peer)
      throws GroupNetworkException {
    refuseIfWanted();
    boolean own = known(interfaceName).addresses().stream().anyMatch(a -> a.own().equals(peer));
    boolean straight =
        known(interfaceName).addresses().stream().anyMatch(each -> each.meets(peer, ONE));
    if (own || !straight || liesElsewhere(interfaceName, peer, ONE, true)) {
      throw failure(Reason.OTHER_WAY);
    }
  }

  @Override
  public synchronized void openWay(String interfaceName, Ipv4 peer, int port)
      throws GroupNetworkException {
    refuseIfWanted();
    if (!known(interfaceName).group()) {
      throw failure(Reason.NOT_A_GROUP);
    }
    way = Optional.of(interfaceName + " to " + peer + ":" + port);
  }

  /** The one way that is open, such as {@code p2p-wlan0-0 to 192.168.49.1:47100}. */
  public synchronized Optional<String> way() {
    return way;
  }

  private boolean liesElsewhere(String except, Ipv4 address, Ipv4 mask, boolean groupsToo) {
    return interfaces.entrySet().stream()
        .filter(each -> !each.getKey().equals(except))
        .filter(each -> groupsToo || !each.getValue().group())
        .flatMap(each -> each.getValue().addresses().stream())
        .anyMatch(each -> each.meets(address, mask));
  }

  private Known known(String interfaceName) throws GroupNetworkException {
    Known known = interfaces.get(interfaceName);
    if (known == null) {
      throw failure(Reason.NO_SUCH_INTERFACE);
    }
    return known;
  }

  private void refuseIfWanted() throws GroupNetworkException {
    Optional<Reason> wanted = refusal;
    refusal = Optional.empty();
    if (wanted.isPresent()) {
      throw failure(wanted.get());
    }
  }

  private static GroupNetworkException failure(Reason reason) {
    return new GroupNetworkException(reason, "by the fake: " + reason);
  }
}
