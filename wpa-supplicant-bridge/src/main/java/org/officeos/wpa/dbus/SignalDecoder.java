package org.officeos.wpa.dbus;

import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.officeos.hal.p2p.Ipv4;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.WpsMethod;
import org.officeos.hal.p2p.WpsPin;

/** Decodes signals. What is unknown or malformed decodes to nothing; it never throws. */
final class SignalDecoder {

  private static final int DISPLAYED_BY_PEER = 5;
  private static final int PUSH_BUTTON = 4;
  private static final int NO_STATUS = -1;

  private SignalDecoder() {}

  /**
   * One signal.
   *
   * @param path the object that it came from
   * @param arguments as the bus library gives them
   */
  static Optional<SupplicantSignal> decode(
      String interfaceName, String member, String path, Object[] arguments) {
    return switch (interfaceName) {
      case Names.P2P_DEVICE -> device(member, arguments);
      case Names.GROUP -> group(member, path, arguments);
      case Names.SUPPLICANT -> root(member, arguments);
      default -> Optional.empty();
    };
  }

  private static Optional<SupplicantSignal> device(String member, Object[] arguments) {
    return switch (member) {
      case "DeviceFoundProperties" ->
          PeerProperties.read(at(arguments, 1)).map(SupplicantSignal.PeerFound::new);
      case "DeviceLost" -> peer(arguments).map(SupplicantSignal.PeerLost::new);
      case "FindStopped" -> Optional.of(new SupplicantSignal.FindStopped());
      case "GONegotiationRequest" -> negotiationRequest(arguments);
      case "GONegotiationSuccess" -> negotiated(Values.of(at(arguments, 0)));
      case "GONegotiationFailure" -> negotiationFailure(Values.of(at(arguments, 0)));
      case "GroupStarted" -> groupStarted(Values.of(at(arguments, 0)));
      case "GroupFinished" ->
          Values.of(at(arguments, 0))
              .path("interface_object")
              .map(SupplicantSignal.GroupFinished::new);
      case "GroupFormationFailure" ->
          Optional.of(
              new SupplicantSignal.FormationFailed(Values.text(at(arguments, 0)).orElse("")));
      case "WpsFailed" ->
          Optional.of(
              new SupplicantSignal.ProvisioningFailed(Values.text(at(arguments, 0)).orElse("")));
      case "InvitationResult" ->
          Optional.of(
              new SupplicantSignal.InvitationAnswered(
                  Values.of(at(arguments, 0)).number("status").orElse(NO_STATUS)));
      case "InvitationReceived" -> invitation(Values.of(at(arguments, 0)));
      case "ServiceDiscoveryResponse" -> service(Values.of(at(arguments, 0)));
      default -> ofProvisioning(member, arguments);
    };
  }

  private static Optional<SupplicantSignal> ofProvisioning(String member, Object[] arguments) {
    return switch (member) {
      case "ProvisionDiscoveryRequestDisplayPin" -> discovery(arguments, true, WpsMethod.DISPLAY);
      case "ProvisionDiscoveryResponseDisplayPin" -> discovery(arguments, false, WpsMethod.DISPLAY);
      case "ProvisionDiscoveryRequestEnterPin" -> discovery(arguments, true, WpsMethod.KEYPAD);
      case "ProvisionDiscoveryResponseEnterPin" -> discovery(arguments, false, WpsMethod.KEYPAD);
      case "ProvisionDiscoveryPBCRequest" -> discovery(arguments, true, WpsMethod.PBC);
      case "ProvisionDiscoveryPBCResponse" -> discovery(arguments, false, WpsMethod.PBC);
      case "ProvisionDiscoveryFailure" ->
          peer(arguments)
              .map(
                  peer ->
                      new SupplicantSignal.ProvisionDiscoveryFailed(
                          peer, Values.number(at(arguments, 1)).orElse(NO_STATUS)));
      default -> Optional.empty();
    };
  }

  private static Optional<SupplicantSignal> group(String member, String path, Object[] arguments) {
    return switch (member) {
      case "PeerJoined" ->
          peer(arguments).map(peer -> new SupplicantSignal.MemberChanged(path, peer, true));
      case "PeerDisconnected" ->
          peer(arguments).map(peer -> new SupplicantSignal.MemberChanged(path, peer, false));
      default -> Optional.empty();
    };
  }

  private static Optional<SupplicantSignal> root(String member, Object[] arguments) {
    Function<String, SupplicantSignal> changed =
        path -> new SupplicantSignal.InterfaceChanged(path, member.equals("InterfaceAdded"));
    return switch (member) {
      case "InterfaceAdded", "InterfaceRemoved" -> Values.path(at(arguments, 0)).map(changed);
      default -> Optional.empty();
    };
  }

  private static Optional<SupplicantSignal> negotiationRequest(Object[] arguments) {
    return peer(arguments)
        .map(
            peer ->
                new SupplicantSignal.NegotiationRequested(
                    peer,
                    method(Values.number(at(arguments, 1)).orElse(PUSH_BUTTON)),
                    Values.number(at(arguments, 2)).orElse(0) & 0x0f));
  }

  /** What we do when the peer's device password id is this one. */
  private static WpsMethod method(int passwordId) {
    return switch (passwordId) {
      case PUSH_BUTTON -> WpsMethod.PBC;
      case DISPLAYED_BY_PEER -> WpsMethod.KEYPAD;
      default -> WpsMethod.DISPLAY;
    };
  }

  private static Optional<SupplicantSignal> negotiated(Values values) {
    P2pGroup.Role role = role(values.text("role_go").orElse(""));
    return values
        .path("peer_object")
        .flatMap(Names::peer)
        .map(peer -> new SupplicantSignal.NegotiationSucceeded(peer, role));
  }

  private static Optional<SupplicantSignal> negotiationFailure(Values values) {
    return Optional.of(
        new SupplicantSignal.NegotiationFailed(
            values.path("peer_object").flatMap(Names::peer),
            values.number("status").orElse(NO_STATUS)));
  }

  private static Optional<SupplicantSignal> groupStarted(Values values) {
    P2pGroup.Role role = role(values.text("role").orElse(""));
    boolean persistent = values.flag("persistent").orElse(false);
    Optional<P2pGroup.Addresses> addresses =
        address(values, "IpAddr")
            .flatMap(
                own ->
                    address(values, "IpAddrMask")
                        .flatMap(
                            mask ->
                                address(values, "IpAddrGo")
                                    .map(go -> new P2pGroup.Addresses(own, mask, go))));
    return values
        .path("interface_object")
        .flatMap(
            path ->
                values
                    .path("group_object")
                    .map(
                        group ->
                            new SupplicantSignal.GroupStarted(
                                path, group, role, persistent, addresses)));
  }

  private static Optional<Ipv4> address(Values values, String key) {
    return values.bytes(key, Ipv4.LENGTH).map(Ipv4::of).filter(a -> a.bits() != 0);
  }

  private static Optional<SupplicantSignal> invitation(Values values) {
    boolean known = values.number("persistent_id").orElse(NO_STATUS) >= 0;
    Optional<MacAddress> owner =
        values
            .bytes("go_dev_addr", MacAddress.LENGTH)
            .map(MacAddress::of)
            .filter(a -> !a.equals(MacAddress.ZERO));
    return values
        .bytes("sa", MacAddress.LENGTH)
        .map(MacAddress::of)
        .map(source -> new SupplicantSignal.InvitationReceived(source, owner, known));
  }

  private static Optional<SupplicantSignal> service(Values values) {
    int indicator = values.number("update_indicator").orElse(0);
    String tlvs = HexFormat.of().formatHex(values.bytes("tlvs").orElse(new byte[0]));
    return values
        .path("peer_object")
        .flatMap(Names::peer)
        .map(peer -> new SupplicantSignal.ServiceFound(peer, indicator, tlvs));
  }

  private static Optional<SupplicantSignal> discovery(
      Object[] arguments, boolean request, WpsMethod method) {
    return peer(arguments)
        .map(
            peer ->
                new SupplicantSignal.ProvisionDiscovery(
                    peer, request, method, pin(at(arguments, 1))));
  }

  private static Optional<WpsPin> pin(@Nullable Object value) {
    Optional<String> digits = Values.text(value);
    if (digits.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(WpsPin.of(digits.get()));
    } catch (P2pException e) {
      return Optional.empty();
    }
  }

  private static P2pGroup.Role role(String text) {
    return text.equals("GO") ? P2pGroup.Role.GROUP_OWNER : P2pGroup.Role.CLIENT;
  }

  private static Optional<MacAddress> peer(Object[] arguments) {
    return Values.path(at(arguments, 0)).flatMap(Names::peer);
  }

  private static @Nullable Object at(Object[] arguments, int index) {
    return index < arguments.length ? arguments[index] : null;
  }
}
