package org.officeos.laptop.radio;

import java.util.List;
import java.util.function.LongSupplier;
import org.officeos.hal.fence.RuleLoader;
import org.officeos.hal.p2p.EapolAddressPlan;
import org.officeos.hal.p2p.GroupNetwork;
import org.officeos.laptop.link.LinkListener;
import org.officeos.session.EstablishedLink;

/**
 * What {@link GroupDriver} does not make itself.
 *
 * @param source opens the way to the radio
 * @param network the kernel's side
 * @param rules gives the fence to the packet filter
 * @param neighbours tells which interface has an address in the group
 * @param listening listens in the group
 * @param plans networks for the group, in order of preference
 * @param port that is listened on in the group
 * @param nanoTime nanoseconds that only move forward
 */
public record RadioParts(
    RadioSource source,
    GroupNetwork network,
    RuleLoader rules,
    Neighbours neighbours,
    GroupListening listening,
    List<EapolAddressPlan> plans,
    int port,
    LongSupplier nanoTime) {

  /** Copies. */
  public RadioParts {
    plans = List.copyOf(plans);
  }

  /** With the usual networks and port. */
  public static RadioParts of(RadioSource source, GroupNetwork network, RuleLoader rules) {
    return new RadioParts(
        source,
        network,
        rules,
        ArpFile.ofThisMachine(),
        (where, name, mask, taker) -> LinkListener.openInGroup(where, name, mask, taker)::close,
        AddressPlans.TABLE,
        EstablishedLink.DEFAULT_PORT,
        System::nanoTime);
  }
}
