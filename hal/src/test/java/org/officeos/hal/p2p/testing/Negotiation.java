package org.officeos.hal.p2p.testing;

import java.util.Optional;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.WpsMethod;

/** What two radios agree on: GO negotiation (Wi-Fi P2P, 3.1.4.2) and invitation (3.1.5). */
final class Negotiation {

  private static final int BOTH_WANT_IT = 9;
  private static final int OTHER_METHOD = 10;
  private static final int WAITS = 1;
  private static final int FORGOTTEN = 8;
  private static final Frequency FIRST_SOCIAL = new Frequency(2412);

  private Negotiation() {}

  static void between(SimulatedRadio asking, SimulatedRadio other, ConnectRequest wish) {
    Optional<ConnectRequest> answer = other.pendingWith(asking);
    if (answer.isEmpty()) {
      if (!wish.authorizeOnly()) {
        other.news(
            new P2pEvent.GoNegotiationRequested(
                asking.address(), theirs(wish.method()), intent(asking, wish)));
      }
      return;
    }
    if (theirs(wish.method()) != answer.get().method()) {
      fail(asking, other, P2pReason.PROVISIONING_FAILED, OTHER_METHOD);
      return;
    }
    int ours = intent(asking, wish);
    int its = intent(other, answer.get());
    if (ours == its && ours == DeviceSettings.HIGHEST_INTENT) {
      fail(asking, other, P2pReason.NEGOTIATION_FAILED, BOTH_WANT_IT);
      return;
    }
    boolean askingOwns = ours >= its;
    agree(askingOwns ? asking : other, askingOwns ? other : asking, wish, answer.get());
  }

  private static WpsMethod theirs(WpsMethod method) {
    return switch (method) {
      case PBC -> WpsMethod.PBC;
      case DISPLAY -> WpsMethod.KEYPAD;
      case KEYPAD -> WpsMethod.DISPLAY;
    };
  }

  private static int intent(SimulatedRadio radio, ConnectRequest wish) {
    return wish.goIntent() == ConnectRequest.DEVICE_SETTING
        ? radio.settings().goIntent()
        : wish.goIntent();
  }

  private static void fail(SimulatedRadio one, SimulatedRadio two, P2pReason reason, int status) {
    one.settle();
    two.settle();
    one.news(new P2pEvent.GoNegotiationFailed(Optional.of(two.address()), reason, status));
    two.news(new P2pEvent.GoNegotiationFailed(Optional.of(one.address()), reason, status));
  }

  private static void agree(
      SimulatedRadio owner, SimulatedRadio client, ConnectRequest one, ConnectRequest two) {
    owner.news(new P2pEvent.GoNegotiationSucceeded(client.address(), P2pGroup.Role.GROUP_OWNER));
    client.news(new P2pEvent.GoNegotiationSucceeded(owner.address(), P2pGroup.Role.CLIENT));
    if (!one.pin().equals(two.pin())) {
      owner.settle();
      client.settle();
      owner.news(new P2pEvent.FormationFailed(P2pReason.PROVISIONING_FAILED, "wrong PIN"));
      client.news(new P2pEvent.FormationFailed(P2pReason.PROVISIONING_FAILED, "wrong PIN"));
      return;
    }
    boolean persistent = one.persistent() && two.persistent();
    Frequency where = one.frequency().isChannel() ? one.frequency() : two.frequency();
    RememberedGroups.Remembered naming = owner.made();
    if (persistent) {
      owner.remembered().keep(naming);
      client.remembered().keep(asClient(naming, owner));
    }
    client.enter(owner.start(naming, where.isChannel() ? where : FIRST_SOCIAL, persistent));
  }

  private static RememberedGroups.Remembered asClient(
      RememberedGroups.Remembered naming, SimulatedRadio owner) {
    return new RememberedGroups.Remembered(
        naming.ssid(), naming.passphrase(), owner.address(), P2pGroup.Role.CLIENT);
  }

  static void invitation(
      SimulatedRadio asking, SimulatedRadio other, RememberedGroups.Remembered group) {
    Optional<RememberedGroups.Remembered> there = other.remembered().called(group.ssid());
    if (there.isEmpty()) {
      result(asking, FORGOTTEN, P2pReason.PERSISTENT_GROUP_FORGOTTEN);
    } else if (!other.settings().persistentReconnect()) {
      boolean theirs = group.role() == P2pGroup.Role.GROUP_OWNER;
      Optional<MacAddress> owner = Optional.of(theirs ? asking.address() : other.address());
      other.news(new P2pEvent.InvitationReceived(asking.address(), owner, true));
      result(asking, WAITS, P2pReason.INVITATION_WAITS);
    } else {
      asking.news(new P2pEvent.InvitationResult(0, Optional.empty()));
      boolean askingOwns = group.role() == P2pGroup.Role.GROUP_OWNER;
      SimulatedRadio owner = askingOwns ? asking : other;
      SimulatedRadio client = askingOwns ? other : asking;
      client.enter(owner.start(askingOwns ? group : there.get(), FIRST_SOCIAL, true));
    }
  }

  private static void result(SimulatedRadio to, int status, P2pReason reason) {
    to.news(new P2pEvent.InvitationResult(status, Optional.of(reason)));
  }
}
