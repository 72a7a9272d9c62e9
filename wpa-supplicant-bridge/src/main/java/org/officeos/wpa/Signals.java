package org.officeos.wpa;

import java.util.Locale;
import java.util.Optional;
import org.officeos.hal.p2p.EapolAddressPlan;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.P2pState;
import org.officeos.hal.p2p.PersistentGroup;
import org.officeos.wpa.dbus.SupplicantRadio;
import org.officeos.wpa.dbus.SupplicantSignal;
import org.officeos.wpa.formation.FormationEvent;
import org.officeos.wpa.formation.StatusCodes;

/** What each signal of the supplicant means here; on the actor's thread. */
final class Signals {

  private final Engine engine;
  private Optional<MacAddress> lastPeer = Optional.empty();

  Signals(Engine engine) {
    this.engine = engine;
  }

  void expectOwner(MacAddress owner) {
    lastPeer = Optional.of(owner);
  }

  void on(SupplicantSignal signal) {
    if (signal instanceof SupplicantSignal.InterfaceChanged changed) {
      interfaceChanged(changed);
      return;
    }
    if (engine.radio().isEmpty()) {
      return;
    }
    if (signal instanceof SupplicantSignal.PeerFound found) {
      engine.board.found(found.device());
      feed(new FormationEvent.PeerFound(found.device().address()));
    } else if (signal instanceof SupplicantSignal.PeerLost lost) {
      engine.board.lost(lost.peer());
    } else if (signal instanceof SupplicantSignal.FindStopped) {
      engine.board.emit(new P2pEvent.FindStopped());
      feed(new FormationEvent.FindStopped());
    } else if (signal instanceof SupplicantSignal.GroupStarted started) {
      groupStarted(started);
    } else if (signal instanceof SupplicantSignal.GroupFinished finished) {
      groupFinished(finished.interfacePath());
    } else if (signal instanceof SupplicantSignal.MemberChanged changed) {
      memberChanged(changed);
    } else {
      negotiation(signal);
    }
  }

  private void negotiation(SupplicantSignal signal) {
    if (signal instanceof SupplicantSignal.NegotiationRequested request) {
      engine.board.emit(
          new P2pEvent.GoNegotiationRequested(
              request.peer(), request.method(), request.goIntent()));
    } else if (signal instanceof SupplicantSignal.NegotiationSucceeded agreed) {
      lastPeer = Optional.of(agreed.peer());
      engine.board.emit(new P2pEvent.GoNegotiationSucceeded(agreed.peer(), agreed.role()));
      feed(new FormationEvent.NegotiationSucceeded(agreed.peer()));
    } else if (signal instanceof SupplicantSignal.NegotiationFailed failed) {
      engine.board.emit(
          new P2pEvent.GoNegotiationFailed(
              failed.peer(), StatusCodes.reason(failed.status()), failed.status()));
      feed(new FormationEvent.NegotiationFailed(failed.status()));
    } else if (signal instanceof SupplicantSignal.FormationFailed failed) {
      boolean overlap = failed.reason().toLowerCase(Locale.ROOT).contains("overlap");
      P2pReason reason = overlap ? P2pReason.PBC_OVERLAP : P2pReason.FORMATION_FAILED;
      feed(new FormationEvent.FormationFailed(reason, failed.reason()));
    } else if (signal instanceof SupplicantSignal.ProvisioningFailed) {
      feed(new FormationEvent.ProvisioningFailed(P2pReason.PROVISIONING_FAILED));
    } else if (signal instanceof SupplicantSignal.InvitationAnswered answered) {
      Optional<P2pReason> reason =
          answered.status() == StatusCodes.SUCCESS
              ? Optional.empty()
              : Optional.of(StatusCodes.reason(answered.status()));
      engine.board.emit(new P2pEvent.InvitationResult(answered.status(), reason));
      feed(new FormationEvent.InvitationAnswered(answered.status()));
    } else {
      discovery(signal);
    }
  }

  private void discovery(SupplicantSignal signal) {
    if (signal instanceof SupplicantSignal.InvitationReceived received) {
      engine.board.emit(
          new P2pEvent.InvitationReceived(
              received.source(), received.owner(), received.known() || isFirst(received)));
    } else if (signal instanceof SupplicantSignal.ProvisionDiscovery told) {
      engine.provisioning.answered(told.peer(), told.request());
      engine.board.emit(
          new P2pEvent.ProvisionDiscovery(told.peer(), told.request(), told.method(), told.pin()));
    } else if (signal instanceof SupplicantSignal.ProvisionDiscoveryFailed failed) {
      engine.provisioning.answered(failed.peer(), false);
      engine.board.emit(
          new P2pEvent.ProvisionDiscoveryFailed(
              failed.peer(), ProvisionTimers.reason(failed.status())));
    } else if (signal instanceof SupplicantSignal.ServiceFound found) {
      engine.board.emit(
          new P2pEvent.ServiceFound(found.peer(), found.updateIndicator(), found.tlvs()));
    }
  }

  /** The supplicant tells the number of the remembered group that is meant, unless that is 0. */
  private boolean isFirst(SupplicantSignal.InvitationReceived received) {
    try {
      return engine.radio().orElseThrow().properties().persistentGroups().stream()
          .anyMatch(
              group ->
                  group.id() == 0
                      && received.owner().isPresent()
                      && received.owner().equals(owner(group)));
    } catch (P2pException e) {
      return false;
    }
  }

  private Optional<MacAddress> owner(PersistentGroup group) {
    return group.role() == P2pGroup.Role.GROUP_OWNER
        ? engine.ownAddress()
        : Optional.of(group.ownerAddress());
  }

  /** A group that stood before this object saw it; it is not ours to end. */
  void stands(SupplicantSignal.GroupStarted group) {
    groupStarted(group, false);
  }

  /** Ours is what a request of ours made, and what a peer brought back because we let it. */
  private void groupStarted(SupplicantSignal.GroupStarted signal) {
    boolean told =
        engine.groups.ofInterface(signal.interfacePath()).filter(e -> e.announced()).isPresent();
    if (!told) {
      boolean broughtBack = signal.persistent() && engine.letsPeersBringBack();
      groupStarted(signal, engine.formation.isBusy() || broughtBack);
    }
  }

  private void groupStarted(SupplicantSignal.GroupStarted signal, boolean ours) {
    SupplicantRadio radio = engine.radio().orElseThrow();
    try {
      P2pGroup group = complete(radio.properties().group(signal, engine.ownAddress()));
      engine.groups.add(group, signal.interfacePath(), signal.groupPath(), ours);
      feed(new FormationEvent.GroupStarted(group));
    } catch (P2pException e) {
      feed(
          new FormationEvent.FormationFailed(
              P2pReason.FORMATION_FAILED, "the group was gone before it could be read"));
    }
  }

  /** What the supplicant does not tell: the owner's own addresses, and who the owner is. */
  private P2pGroup complete(P2pGroup group) {
    Optional<P2pGroup.Addresses> addresses =
        group.isOwner() ? engine.plan().map(Signals::ofOwner) : group.addresses();
    boolean untold = !group.isOwner() && group.ownerAddress().equals(MacAddress.ZERO);
    return new P2pGroup(
        group.interfaceName(),
        group.role(),
        group.ssid(),
        group.frequency(),
        untold ? lastPeer.orElse(MacAddress.ZERO) : group.ownerAddress(),
        group.passphrase(),
        group.persistent(),
        addresses);
  }

  private static P2pGroup.Addresses ofOwner(EapolAddressPlan plan) {
    return new P2pGroup.Addresses(plan.owner(), plan.mask(), plan.owner());
  }

  private void groupFinished(String interfacePath) {
    Optional<GroupTable.Entry> entry = engine.groups.ofInterface(interfacePath);
    if (entry.isEmpty()) {
      feed(new FormationEvent.GroupFinished(""));
      return;
    }
    GroupTable.Entry gone = entry.get();
    engine.groups.remove(gone);
    if (gone.announced()) {
      if (!engine.formation.isBusy() && engine.groups.all().isEmpty()) {
        engine.board.foresee(P2pState.INACTIVE);
      }
      engine.board.removed(gone.group());
    }
    feed(new FormationEvent.GroupFinished(gone.group().interfaceName()));
    engine.lookAtRadio();
  }

  private void memberChanged(SupplicantSignal.MemberChanged changed) {
    Optional<GroupTable.Entry> entry = engine.groups.ofGroup(changed.groupPath());
    if (entry.isEmpty() || !entry.get().announced()) {
      return;
    }
    String name = entry.get().group().interfaceName();
    if (changed.joined()) {
      entry.get().members().add(changed.client());
      engine.board.emit(new P2pEvent.ClientJoined(name, changed.client()));
    } else if (entry.get().members().remove(changed.client())) {
      engine.board.emit(new P2pEvent.ClientLeft(name, changed.client()));
    }
  }

  private void interfaceChanged(SupplicantSignal.InterfaceChanged changed) {
    if (changed.added()) {
      engine.attach();
      return;
    }
    boolean ours = engine.radio().filter(r -> r.path().equals(changed.interfacePath())).isPresent();
    if (ours) {
      engine.detach(P2pReason.RADIO_LOST);
      engine.attachLater();
    } else if (engine.groups.ofInterface(changed.interfacePath()).isPresent()) {
      groupFinished(changed.interfacePath());
    }
  }

  private void feed(FormationEvent event) {
    engine.formation.feed(event);
  }
}
