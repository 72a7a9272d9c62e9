package org.officeos.wpa.formation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pReason;

/** One machine in each phase, and one of each kind of event. */
final class Samples {

  static final MacAddress PEER = MacAddress.parse("02:00:00:00:00:01");
  static final MacAddress OTHER = MacAddress.parse("02:00:00:00:00:02");
  static final long NUMBER = 7;
  static final long NOW = 1_000_000_000L;
  static final Timings TIMINGS = Timings.USUAL;

  private static final long LATER = 60 * NOW;
  private static final PhaseTimer DUE = PhaseTimer.after(NUMBER, Duration.ofSeconds(1), 0);
  private static final ConnectRequest REQUEST = ConnectRequest.pbc(PEER);
  static final Goal.Connection GOAL = Goal.Connection.of(REQUEST, P2pReason.FORMATION_TIMED_OUT);
  private static final Goal.Connection SEARCHED = GOAL.afterSearch();
  private static final Goal.Connection JOINING =
      Goal.Connection.of(REQUEST.joining(), P2pReason.FORMATION_TIMED_OUT).afterSearch();

  private Samples() {}

  static P2pGroup group(String name) {
    return new P2pGroup(
        name,
        P2pGroup.Role.CLIENT,
        "DIRECT-xy",
        Frequency.ANY,
        PEER,
        Optional.empty(),
        true,
        Optional.empty());
  }

  static Formation in(Phase phase, String... groups) {
    return new Formation(phase, Set.of(groups), NUMBER, Optional.empty(), TIMINGS);
  }

  static Map<String, Formation> phases() {
    Map<String, Formation> all = new LinkedHashMap<>();
    all.put("Idle", in(new Phase.Idle()));
    all.put("Searching", in(new Phase.Searching(SEARCHED, DUE)));
    all.put("Negotiating", in(new Phase.Negotiating(GOAL, 1, LATER, DUE)));
    all.put("NegotiatingSearched", in(new Phase.Negotiating(SEARCHED, 2, LATER, DUE)));
    all.put("NegotiatingLastTime", in(new Phase.Negotiating(GOAL, 3, LATER, DUE)));
    all.put("NegotiatingAskedAgain", in(new Phase.Negotiating(GOAL, 0, LATER, DUE)));
    all.put("NegotiatingToTheEnd", in(new Phase.Negotiating(GOAL.onceMore(), 0, 0, DUE)));
    all.put("Joining", in(new Phase.Joining(JOINING, 1, DUE)));
    all.put("Pausing", in(new Phase.Pausing(GOAL, 1, DUE)));
    all.put("PausingAgain", in(new Phase.Pausing(GOAL, 2, DUE)));
    all.put("Inviting", in(new Phase.Inviting(new Goal.Return(3, PEER, false), DUE)));
    all.put("InvitingOwner", in(new Phase.Inviting(new Goal.Return(3, PEER, true), DUE)));
    all.put(
        "Creating", in(new Phase.Creating(new Goal.Creation(GroupConfig.anyTemporary()), 1, DUE)));
    all.put(
        "CreatingOwnAgain", in(new Phase.Creating(new Goal.OwnReturn(3, Frequency.ANY), 2, DUE)));
    all.put("Returning", in(new Phase.Returning(new Goal.ClientReturn(3), 1, DUE)));
    all.put("ReturningAgain", in(new Phase.Returning(new Goal.ClientReturn(3), 2, DUE), "g0"));
    all.put("Forming", in(new Phase.Forming(Optional.of(GOAL), DUE)));
    all.put("FormingBesideAGroup", in(new Phase.Forming(Optional.empty(), DUE), "g0"));
    all.put("FormingOnceMore", in(new Phase.Forming(Optional.of(GOAL.onceMore()), DUE)));
    all.put("Standing", in(new Phase.Standing(), "g0"));
    all.put(
        "Cancelling",
        in(new Phase.Cancelling(new Outcome.Failed(P2pReason.CANCELLED, "asked"), DUE)));
    return all;
  }

  static Formation phase(String name) {
    return Objects.requireNonNull(phases().get(name), name);
  }

  static Map<String, FormationEvent> events() {
    Map<String, FormationEvent> all = new LinkedHashMap<>();
    all.put("ConnectAsked(known)", new FormationEvent.ConnectAsked(REQUEST, true));
    all.put("ConnectAsked(unseen)", new FormationEvent.ConnectAsked(REQUEST, false));
    all.put("ConnectAsked(join)", new FormationEvent.ConnectAsked(REQUEST.joining(), true));
    all.put("ReinvokeAsked(peer)", new FormationEvent.ReinvokeAsked(3, PEER, false));
    all.put("OwnReturnAsked", new FormationEvent.OwnReturnAsked(3, Frequency.ANY));
    all.put("ReturnAsked", new FormationEvent.ReturnAsked(3));
    all.put("CreateAsked", new FormationEvent.CreateAsked(GroupConfig.anyPersistent()));
    all.put("CancelAsked", new FormationEvent.CancelAsked());
    all.put("Accepted", new FormationEvent.Accepted(NUMBER));
    for (P2pReason reason :
        new P2pReason[] {
          P2pReason.UNKNOWN_PEER, P2pReason.GROUP_INTERFACE_FAILED, P2pReason.CHANNEL_UNAVAILABLE
        }) {
      all.put("Refused(" + reason + ")", new FormationEvent.Refused(NUMBER, reason, "so"));
    }
    all.put(
        "Refused(stale)",
        new FormationEvent.Refused(NUMBER - 1, P2pReason.CHANNEL_UNAVAILABLE, "so"));
    all.put("PeerFound(wanted)", new FormationEvent.PeerFound(PEER));
    all.put("PeerFound(other)", new FormationEvent.PeerFound(OTHER));
    all.put("FindStopped", new FormationEvent.FindStopped());
    all.put("NegotiationSucceeded(wanted)", new FormationEvent.NegotiationSucceeded(PEER));
    all.put("NegotiationSucceeded(other)", new FormationEvent.NegotiationSucceeded(OTHER));
    for (int status : new int[] {-1, 1, 7, 9, 11}) {
      all.put("NegotiationFailed(" + status + ")", new FormationEvent.NegotiationFailed(status));
    }
    for (int status : new int[] {-1, 0, 1, 7, 8}) {
      all.put("InvitationAnswered(" + status + ")", new FormationEvent.InvitationAnswered(status));
    }
    all.put(
        "ProvisioningFailed", new FormationEvent.ProvisioningFailed(P2pReason.PROVISIONING_FAILED));
    all.put(
        "FormationFailed", new FormationEvent.FormationFailed(P2pReason.FORMATION_FAILED, "so"));
    all.put("GroupStarted", new FormationEvent.GroupStarted(group("g1")));
    all.put("GroupFinished(known)", new FormationEvent.GroupFinished("g0"));
    all.put("GroupFinished(unknown)", new FormationEvent.GroupFinished("g9"));
    all.put("TimerDue", new FormationEvent.TimerDue(NUMBER));
    all.put("TimerDue(stale)", new FormationEvent.TimerDue(NUMBER - 1));
    all.put("Lost", new FormationEvent.Lost(P2pReason.SUPPLICANT_LOST));
    return all;
  }
}
