package org.officeos.laptop.radio;

import org.officeos.hal.p2p.GroupNetwork;
import org.officeos.hal.p2p.GroupNetworkException;
import org.officeos.hal.p2p.GroupNetworkException.Reason;
import org.officeos.hal.p2p.Ipv4;

/** On a machine whose kernel cannot be asked: every question ends with {@code KERNEL}. */
record NoGroupNetwork(String why) implements GroupNetwork {

  @Override
  public void assign(String interfaceName, Ipv4 own, Ipv4 mask) throws GroupNetworkException {
    throw refusal();
  }

  @Override
  public boolean isTaken(Ipv4 address, Ipv4 mask) throws GroupNetworkException {
    throw refusal();
  }

  @Override
  public void requireOnlyWay(String interfaceName, Ipv4 peer) throws GroupNetworkException {
    throw refusal();
  }

  @Override
  public void openWay(String interfaceName, Ipv4 peer, int port) throws GroupNetworkException {
    throw refusal();
  }

  private GroupNetworkException refusal() {
    return new GroupNetworkException(Reason.KERNEL, why);
  }
}
