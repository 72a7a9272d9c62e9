package org.officeos.handheld.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.officeos.hal.p2p.GroupNetwork;
import org.officeos.hal.p2p.GroupNetworkException;
import org.officeos.hal.p2p.GroupNetworkException.Reason;
import org.officeos.hal.p2p.Ipv4;

/** A kernel that remembers what it was asked, and refuses on demand. */
public final class OwnGroupNetwork implements GroupNetwork {

  private final List<String> asked = new ArrayList<>();
  private final Deque<Reason> refusals = new ArrayDeque<>();

  /** What it refuses next, in order; after them it takes all. */
  public synchronized OwnGroupNetwork refusing(Reason... reasons) {
    refusals.addAll(List.of(reasons));
    return this;
  }

  /** What it was asked. */
  public synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  private synchronized void take(String what) throws GroupNetworkException {
    asked.add(what);
    Reason refusal = refusals.poll();
    if (refusal != null) {
      throw new GroupNetworkException(refusal, "the test asked for it");
    }
  }

  @Override
  public void assign(String interfaceName, Ipv4 own, Ipv4 mask) throws GroupNetworkException {
    take("assign " + interfaceName + " " + own + " " + mask);
  }

  @Override
  public boolean isTaken(Ipv4 address, Ipv4 mask) {
    throw new AssertionError("a handheld makes no plan");
  }

  @Override
  public void requireOnlyWay(String interfaceName, Ipv4 peer) throws GroupNetworkException {
    take("only " + interfaceName + " " + peer);
  }
}
