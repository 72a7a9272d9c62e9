package org.officeos.wpa.dbus;

import java.util.Optional;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pDevice;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.WpsMethod;
import org.officeos.hal.p2p.WpsPin;

/** What the supplicant told on the bus, decoded. */
public sealed interface SupplicantSignal {

  /** {@code DeviceFoundProperties}. */
  record PeerFound(P2pDevice device) implements SupplicantSignal {}

  /** {@code DeviceLost}. */
  record PeerLost(MacAddress peer) implements SupplicantSignal {}

  /** {@code FindStopped}. */
  record FindStopped() implements SupplicantSignal {}

  /** {@code GONegotiationRequest}. */
  record NegotiationRequested(MacAddress peer, WpsMethod method, int goIntent)
      implements SupplicantSignal {}

  /** {@code GONegotiationSuccess}. */
  record NegotiationSucceeded(MacAddress peer, P2pGroup.Role role) implements SupplicantSignal {}

  /** {@code GONegotiationFailure}. */
  record NegotiationFailed(Optional<MacAddress> peer, int status) implements SupplicantSignal {}

  /**
   * {@code GroupStarted}.
   *
   * @param interfacePath the object of the group's interface
   * @param groupPath the object of the group
   */
  record GroupStarted(
      String interfacePath,
      String groupPath,
      P2pGroup.Role role,
      boolean persistent,
      Optional<P2pGroup.Addresses> addresses)
      implements SupplicantSignal {}

  /** {@code GroupFinished}. */
  record GroupFinished(String interfacePath) implements SupplicantSignal {}

  /** {@code GroupFormationFailure}. */
  record FormationFailed(String reason) implements SupplicantSignal {}

  /** {@code WpsFailed}. */
  record ProvisioningFailed(String name) implements SupplicantSignal {}

  /** {@code InvitationResult}. */
  record InvitationAnswered(int status) implements SupplicantSignal {}

  /** {@code InvitationReceived}. */
  record InvitationReceived(MacAddress source, Optional<MacAddress> owner, boolean known)
      implements SupplicantSignal {}

  /** The six signals of provision discovery that tell of success. */
  record ProvisionDiscovery(
      MacAddress peer, boolean request, WpsMethod method, Optional<WpsPin> pin)
      implements SupplicantSignal {}

  /** {@code ProvisionDiscoveryFailure}. */
  record ProvisionDiscoveryFailed(MacAddress peer, int status) implements SupplicantSignal {}

  /** {@code PeerJoined} and {@code PeerDisconnected} of a group. */
  record MemberChanged(String groupPath, MacAddress client, boolean joined)
      implements SupplicantSignal {}

  /** {@code ServiceDiscoveryResponse}. */
  record ServiceFound(MacAddress peer, int updateIndicator, String tlvs)
      implements SupplicantSignal {}

  /** {@code InterfaceAdded} and {@code InterfaceRemoved} of the root object. */
  record InterfaceChanged(String interfacePath, boolean added) implements SupplicantSignal {}
}
