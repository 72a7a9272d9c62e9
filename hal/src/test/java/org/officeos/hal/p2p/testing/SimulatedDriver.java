package org.officeos.hal.p2p.testing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pReason;

/** What a simulated radio's driver can and cannot, and how its supplicant was told to use it. */
public final class SimulatedDriver {

  private static final Frequency FIRST_SOCIAL = new Frequency(2412);

  private final Set<Frequency> refused = ConcurrentHashMap.newKeySet();
  private boolean withoutGroupInterface;
  private boolean needsNoGroupInterface;

  SimulatedDriver() {}

  /** Makes it refuse interfaces of their own for groups. */
  public void refuseGroupInterfaces() {
    needsNoGroupInterface = true;
  }

  public void useGroupInterface(boolean own) {
    withoutGroupInterface = !own;
  }

  /** Makes it refuse groups of our own there. */
  public void refuse(Frequency channel) {
    refused.add(channel);
  }

  void needInterface() throws P2pException {
    if (needsNoGroupInterface && !withoutGroupInterface) {
      throw new P2pException(P2pReason.GROUP_INTERFACE_FAILED);
    }
  }

  /** The channel of a group that is wanted there; the first social one where any will do. */
  Frequency channel(Frequency wanted) throws P2pException {
    if (refused.contains(wanted)) {
      throw new P2pException(P2pReason.CHANNEL_UNAVAILABLE);
    }
    return wanted.isChannel() ? wanted : FIRST_SOCIAL;
  }
}
