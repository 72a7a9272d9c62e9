package org.officeos.wpa.formation;

import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pReason;

/** What can happen to a formation. */
public sealed interface FormationEvent {

  /**
   * A person wants a connection.
   *
   * @param peerKnown whether the peer was heard lately
   */
  record ConnectAsked(ConnectRequest request, boolean peerKnown) implements FormationEvent {}

  /**
   * A person wants a remembered group back with a peer.
   *
   * @param peerOwnsGroup whether the peer says that it owns a group now
   */
  record ReinvokeAsked(int persistentGroup, MacAddress peer, boolean peerOwnsGroup)
      implements FormationEvent {}

  /** A person wants a remembered group of our own back, on that channel or any. */
  record OwnReturnAsked(int persistentGroup, Frequency where) implements FormationEvent {}

  /** A person wants back into a remembered group that its owner has standing. */
  record ReturnAsked(int persistentGroup) implements FormationEvent {}

  /** A person wants a group of our own. */
  record CreateAsked(GroupConfig config) implements FormationEvent {}

  /** A person wants the request taken back. */
  record CancelAsked() implements FormationEvent {}

  /** The supplicant took the command of this number. */
  record Accepted(long sequence) implements FormationEvent {}

  /** The supplicant refused the command of this number. */
  record Refused(long sequence, P2pReason reason, String detail) implements FormationEvent {}

  /** A peer was heard. */
  record PeerFound(MacAddress peer) implements FormationEvent {}

  /** The supplicant stopped searching. */
  record FindStopped() implements FormationEvent {}

  /** GO negotiation ended well. */
  record NegotiationSucceeded(MacAddress peer) implements FormationEvent {}

  /**
   * GO negotiation ended otherwise.
   *
   * @param status the P2P status code (Wi-Fi P2P, table 9), -1 where none was sent
   */
  record NegotiationFailed(int status) implements FormationEvent {}

  /** The peer answered an invitation with this P2P status code, -1 for no answer. */
  record InvitationAnswered(int status) implements FormationEvent {}

  /**
   * Provisioning inside the group went wrong; the end of the formation follows.
   *
   * @param reason the better word for that end
   */
  record ProvisioningFailed(P2pReason reason) implements FormationEvent {}

  /** The supplicant says that the group was not formed. */
  record FormationFailed(P2pReason reason, String detail) implements FormationEvent {}

  /** A group stands. */
  record GroupStarted(P2pGroup group) implements FormationEvent {}

  /** A group ended. */
  record GroupFinished(String interfaceName) implements FormationEvent {}

  /** A phase timer is due. */
  record TimerDue(long sequence) implements FormationEvent {}

  /** The supplicant, the bus or the radio went away, and every group with it. */
  record Lost(P2pReason reason) implements FormationEvent {}
}
