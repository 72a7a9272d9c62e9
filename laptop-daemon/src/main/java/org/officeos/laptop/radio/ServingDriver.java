package org.officeos.laptop.radio;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.officeos.hal.fence.LaptopFence;
import org.officeos.hal.fence.RuleLoadException;
import org.officeos.hal.p2p.EapolAddressPlan;
import org.officeos.hal.p2p.GroupNetworkException;
import org.officeos.hal.p2p.Ipv4;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.laptop.link.LinkException;
import org.officeos.session.EstablishedLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What makes a group that stands of use: its fence, its address, its socket. One thread. */
final class ServingDriver {

  private static final Logger LOG = LoggerFactory.getLogger(ServingDriver.class);

  private final RadioParts parts;
  private final boolean fence;
  private EapolAddressPlan plan;
  private GroupListening.@Nullable Open listener;
  private Optional<String> fenced = Optional.empty();
  private boolean listening = true;

  /**
   * Nothing stands yet.
   *
   * @param fence whether all but the session is kept from the group's interface
   */
  ServingDriver(RadioParts parts, boolean fence) {
    this.parts = parts;
    this.fence = fence;
    this.plan = parts.plans().get(0);
  }

  /** The network that was chosen last. */
  EapolAddressPlan plan() {
    return plan;
  }

  /** Chooses a network that is free; {@code NETWORK_TAKEN}. */
  void chooseNetwork() throws GroupNetworkException {
    plan = freePlan();
  }

  private EapolAddressPlan freePlan() throws GroupNetworkException {
    for (EapolAddressPlan each : parts.plans()) {
      if (!parts.network().isTaken(each.owner(), each.mask())) {
        return each;
      }
    }
    throw new GroupNetworkException(
        GroupNetworkException.Reason.NETWORK_TAKEN,
        "every network that a group could have is in use on this machine; free "
            + parts.plans().get(0).owner()
            + "/"
            + parts.plans().get(0).mask().prefixLength());
  }

  /** Fence, address, socket, in this order; why it cannot be served, if so. */
  Optional<Trouble> serve(P2pGroup group, Consumer<EstablishedLink> taker) {
    try {
      raiseFence(group);
      parts.network().assign(group.interfaceName(), plan.owner(), plan.mask());
      if (listening) {
        InetSocketAddress where = new InetSocketAddress(plan.owner().toInet(), parts.port());
        listener = parts.listening().open(where, group.interfaceName(), plan.mask(), taker);
      }
      return Optional.empty();
    } catch (GroupNetworkException e) {
      return Optional.of(Trouble.of(e));
    } catch (LinkException e) {
      return Optional.of(Trouble.of(e));
    } catch (RuleLoadException e) {
      return Optional.of(Trouble.of(e));
    }
  }

  /** Before the interface has an address: nothing is ever reached through it but the session. */
  private void raiseFence(P2pGroup group) throws RuleLoadException {
    if (fence) {
      fenced = Optional.of(group.interfaceName());
      parts
          .rules()
          .load(new LaptopFence(group.interfaceName(), plan.owner(), parts.port()).raising());
    }
  }

  /** Not before the group has gone; until then it is better to have one too many. */
  void lowerFence() {
    if (fenced.isPresent()) {
      fenced = Optional.empty();
      try {
        parts.rules().load(LaptopFence.lowering());
      } catch (RuleLoadException e) {
        LOG.warn("radio: the fence around a group that is gone is still there: {}", e.reason());
      }
    }
  }

  /** Whether another interface came into the network. */
  Optional<Trouble> taken() {
    try {
      return parts.network().isTaken(plan.owner(), plan.mask())
          ? Optional.of(Trouble.of(networkTaken()))
          : Optional.empty();
    } catch (GroupNetworkException e) {
      LOG.debug("radio: the network cannot be looked at now: {}", e.reason());
      return Optional.empty();
    }
  }

  private GroupNetworkException networkTaken() {
    return new GroupNetworkException(
        GroupNetworkException.Reason.NETWORK_TAKEN,
        "another interface came into the network of "
            + plan.owner()
            + "; the group moves to another one");
  }

  /** Listens no more. */
  void closeListener() {
    GroupListening.Open open = listener;
    listener = null;
    if (open != null) {
      open.close();
    }
  }

  /** Which interface in the group that link comes from, where it comes from there. */
  Optional<MacAddress> station(P2pGroup group, InetSocketAddress remote) {
    byte[] address = remote.getAddress() == null ? new byte[0] : remote.getAddress().getAddress();
    if (address.length != Ipv4.LENGTH) {
      return Optional.empty();
    }
    Ipv4 peer = Ipv4.of(address);
    boolean member =
        (peer.bits() & plan.mask().bits()) == (plan.owner().bits() & plan.mask().bits());
    return member ? parts.neighbours().at(peer, group.interfaceName()) : Optional.empty();
  }

  /** The group's interface is gone, and what was around it may go. */
  void onRemoved(String interfaceName) {
    if (fenced.equals(Optional.of(interfaceName))) {
      lowerFence();
    }
  }

  /** Listens no more, now and later. */
  void takeNobodyMore() {
    listening = false;
    closeListener();
  }
}
