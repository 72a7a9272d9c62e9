package org.officeos.hal.p2p;

import java.util.Optional;

/**
 * What happens on the air, as Android's ISupplicantP2pIfaceCallback tells it. Events come in the
 * order in which they happened, one at a time.
 */
public sealed interface P2pEvent {

  /**
   * The state changed; {@code reason} tells why it became {@code UNSUPPORTED} or {@code DISABLED}.
   */
  record StateChanged(P2pState state, Optional<P2pReason> reason) implements P2pEvent {}

  /** {@code onDeviceFound}, and again when what a peer tells of itself changed. */
  record DeviceFound(P2pDevice device) implements P2pEvent {}

  /** {@code onDeviceLost}: not heard for 60 s. */
  record DeviceLost(MacAddress peer) implements P2pEvent {}

  /** {@code onFindStopped}. */
  record FindStopped() implements P2pEvent {}

  /**
   * {@code onGoNegotiationRequest}: a peer wants a group with us, and nobody said yes here yet.
   *
   * @param method the method that the peer's password id implies
   */
  record GoNegotiationRequested(MacAddress peer, WpsMethod method, int goIntent)
      implements P2pEvent {}

  /** {@code onGoNegotiationCompleted} with success. */
  record GoNegotiationSucceeded(MacAddress peer, P2pGroup.Role role) implements P2pEvent {}

  /** {@code onGoNegotiationCompleted} with a status other than success. */
  record GoNegotiationFailed(Optional<MacAddress> peer, P2pReason reason, int status)
      implements P2pEvent {}

  /**
   * {@code onGroupFormationFailure}, and every other way in which a request to connect, to invite
   * or to make a group came to nothing. Exactly one ends each such request that does not end in
   * {@link GroupStarted}.
   */
  record FormationFailed(P2pReason reason, String detail) implements P2pEvent {}

  /** {@code onGroupStartedWithParams}. On a client, with the address that the owner handed out. */
  record GroupStarted(P2pGroup group) implements P2pEvent {}

  /** {@code onGroupRemoved}. */
  record GroupRemoved(String interfaceName, P2pGroup.Role role) implements P2pEvent {}

  /**
   * {@code onInvitationReceived}: a peer asks us into a group.
   *
   * @param known whether it is a persistent group that we remember
   */
  record InvitationReceived(MacAddress source, Optional<MacAddress> owner, boolean known)
      implements P2pEvent {}

  /** {@code onInvitationResult}; empty for success. */
  record InvitationResult(int status, Optional<P2pReason> reason) implements P2pEvent {}

  /**
   * {@code onProvisionDiscoveryCompleted}, or the peer's own request for it.
   *
   * @param request whether the peer asks us, rather than answers
   * @param pin the PIN to show here, with {@code DISPLAY}
   */
  record ProvisionDiscovery(
      MacAddress peer, boolean request, WpsMethod method, Optional<WpsPin> pin)
      implements P2pEvent {}

  /** {@code onProvisionDiscoveryCompleted} with a status other than success. */
  record ProvisionDiscoveryFailed(MacAddress peer, P2pReason reason) implements P2pEvent {}

  /** {@code onStaAuthorized}: a client joined a group that we own. */
  record ClientJoined(String interfaceName, MacAddress client) implements P2pEvent {}

  /** {@code onStaDeauthorized}: a client left it. */
  record ClientLeft(String interfaceName, MacAddress client) implements P2pEvent {}

  /**
   * {@code onServiceDiscoveryResponse}.
   *
   * @param tlvs hexadecimal of the service TLVs as they came (Wi-Fi P2P, table 67)
   */
  record ServiceFound(MacAddress peer, int updateIndicator, String tlvs) implements P2pEvent {}
}
