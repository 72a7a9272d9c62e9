package org.officeos.hal.linux;

import org.officeos.hal.airgap.KernelRelease;
import org.officeos.hal.fence.GroupWay;
import org.officeos.hal.fence.RuleLoadException;
import org.officeos.hal.fence.RuleLoader;
import org.officeos.hal.netlink.KernelRefusal;
import org.officeos.hal.p2p.GroupNetworkException;
import org.officeos.hal.p2p.GroupNetworkException.Reason;

/** Opens the air gap's packet filter, where it is loaded. */
final class WayFilter {

  private final FilterReader reader;
  private final RuleLoader loader;

  WayFilter(FilterReader reader, RuleLoader loader) {
    this.reader = reader;
    this.loader = loader;
  }

  /** Frames are held first, in the same step: the interface never has the one without the other. */
  void open(GroupWay way) throws GroupNetworkException {
    if (!stands()) {
      return;
    }
    boolean hook = KernelRelease.ofThisMachine().map(KernelRelease::hasEgressHook).orElse(true);
    try {
      loader.load(hook ? way.frames() + way.opening() : way.opening());
    } catch (RuleLoadException e) {
      Reason reason =
          switch (e.reason()) {
            case NOT_PERMITTED -> Reason.NOT_PERMITTED;
            case NO_PROGRAM, REFUSED, TIMED_OUT -> Reason.FILTER;
          };
      throw new GroupNetworkException(reason, String.valueOf(e.getMessage()), e);
    }
  }

  /** A kernel without nf_tables has no filter either. */
  private boolean stands() throws GroupNetworkException {
    try {
      return reader.has(GroupWay.TABLE, GroupWay.WAYS);
    } catch (NetlinkException e) {
      int errno = e.refusal().map(KernelRefusal::errno).orElse(0);
      if (e.reason() == NetlinkException.Reason.NO_SOCKET || PartReader.isMissing(errno)) {
        return false;
      }
      Reason reason = errno == KernelRefusal.EPERM ? Reason.NOT_PERMITTED : Reason.KERNEL;
      throw new GroupNetworkException(reason, String.valueOf(e.getMessage()), e);
    }
  }
}
