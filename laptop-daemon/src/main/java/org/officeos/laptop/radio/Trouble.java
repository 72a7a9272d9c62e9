package org.officeos.laptop.radio;

import java.util.Optional;
import org.officeos.hal.fence.RuleLoadException;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.GroupNetworkException;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.laptop.link.LinkException;

/**
 * Why the group does not stand, or not as configured. The words are those of four closed lists,
 * which share none: {@link P2pReason}, {@link GroupNetworkException.Reason}, {@link
 * LinkException.Reason} and, with {@code FENCE_} before them, {@link RuleLoadException.Reason}.
 *
 * @param word the reason's name, such as {@code BUS_DENIED}
 * @param explanation what happened and what to do, for a person; no credential in it
 * @param onTheAir the reason, where it is one of Wi-Fi Direct's
 */
public record Trouble(String word, String explanation, Optional<P2pReason> onTheAir) {

  static Trouble of(P2pReason reason) {
    return new Trouble(reason.name(), reason.cause() + ": " + reason.next(), Optional.of(reason));
  }

  /** The group stands, and not where the configuration wants it. */
  static Trouble elsewhere(P2pReason reason, Frequency wanted, Frequency where) {
    return new Trouble(
        reason.name(),
        "not at the configured "
            + wanted.megahertz()
            + " MHz, "
            + reason.cause()
            + "; the group is at "
            + where.megahertz()
            + " MHz: "
            + reason.next(),
        Optional.of(reason));
  }

  static Trouble of(P2pException fault) {
    return new Trouble(
        fault.reason().name(), String.valueOf(fault.getMessage()), Optional.of(fault.reason()));
  }

  static Trouble of(GroupNetworkException fault) {
    return new Trouble(fault.reason().name(), String.valueOf(fault.getMessage()), Optional.empty());
  }

  static Trouble of(RuleLoadException fault) {
    return new Trouble(
        "FENCE_" + fault.reason().name(),
        "nothing is opened without the fence around the group: "
            + fault.getMessage()
            + "; or set fence = false in [radio], and handhelds reach whatever listens here",
        Optional.empty());
  }

  static Trouble of(LinkException fault) {
    return new Trouble(fault.reason().name(), String.valueOf(fault.getMessage()), Optional.empty());
  }
}
