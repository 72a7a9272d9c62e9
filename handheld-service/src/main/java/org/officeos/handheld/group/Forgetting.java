package org.officeos.handheld.group;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.P2pState;
import org.officeos.hal.p2p.PersistentGroup;
import org.officeos.hal.p2p.WifiP2p;

/** Has the supplicant forget what the {@link ForgetList} names, on the calling thread. */
public final class Forgetting {

  private static final long LOOK_AGAIN_MILLIS = 50;

  private final ForgetList list;
  private final Set<MacAddress> needed;

  /**
   * Work on that list.
   *
   * @param needed laptops of relationships in force: their groups stay
   */
  public Forgetting(ForgetList list, Set<MacAddress> needed) {
    this.list = list;
    this.needed = Set.copyOf(needed);
  }

  /**
   * Does what can be done now.
   *
   * @param patience how long the radio may take to be there, and each answer
   * @return whether nothing is left to do
   */
  public boolean run(WifiP2p wifi, Duration patience) throws InterruptedException {
    List<ForgetList.Entry> entries = list.all();
    if (entries.isEmpty()) {
      return true;
    }
    boolean here = awaitRadio(wifi, patience);
    for (ForgetList.Entry entry : entries) {
      if (needed.contains(entry.laptop()) || (here && forget(wifi, entry, patience))) {
        remove(entry);
      }
    }
    return list.all().isEmpty();
  }

  private static boolean awaitRadio(WifiP2p wifi, Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (isAway(wifi.state()) && System.nanoTime() - end < 0) {
      Thread.sleep(LOOK_AGAIN_MILLIS);
    }
    return !isAway(wifi.state());
  }

  private static boolean isAway(P2pState state) {
    return state == P2pState.DISABLED || state == P2pState.UNSUPPORTED;
  }

  private static boolean forget(WifiP2p wifi, ForgetList.Entry entry, Duration patience)
      throws InterruptedException {
    try {
      for (PersistentGroup each : await(wifi.persistentGroups(), patience)) {
        if (each.role() == P2pGroup.Role.CLIENT
            && each.ownerAddress().equals(entry.laptop())
            && !entry.kept().contains(each.ssid())) {
          await(wifi.deletePersistentGroup(each.id()), patience);
        }
      }
      return true;
    } catch (P2pException triedAgainLater) {
      return false;
    }
  }

  private void remove(ForgetList.Entry entry) {
    try {
      list.remove(entry.reason());
    } catch (IOException doneOnceMoreLater) {
      // Forgetting what is forgotten changes nothing.
    }
  }

  private static <T> T await(Future<T> future, Duration patience)
      throws P2pException, InterruptedException {
    try {
      return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new P2pException(Failures.reasonOf(e.getCause()), "while a group was forgotten", e);
    } catch (TimeoutException e) {
      throw new P2pException(P2pReason.SUPPLICANT_LOST, "no answer", e);
    }
  }
}
