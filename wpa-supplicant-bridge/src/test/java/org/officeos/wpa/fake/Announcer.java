package org.officeos.wpa.fake;

import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.Variant;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.WpsMethod;

/** Turns the simulated radio's news into the supplicant's signals. */
final class Announcer {

  private static final int PUSH_BUTTON = 4;
  private static final int DISPLAYED_THERE = 5;
  private static final int TYPED_THERE = 1;

  private final StrictSupplicant supplicant;

  Announcer(StrictSupplicant supplicant) {
    this.supplicant = supplicant;
  }

  void hear(P2pEvent event) {
    if (event instanceof P2pEvent.DeviceFound found) {
      found(found);
    } else if (event instanceof P2pEvent.DeviceLost lost) {
      DBusPath path = StrictSupplicant.peerPath(lost.peer());
      supplicant.unexport(path.getPath());
      supplicant.deviceSignal("DeviceLost", "o", path);
    } else if (event instanceof P2pEvent.FindStopped) {
      supplicant.deviceSignal("FindStopped", null);
    } else if (event instanceof P2pEvent.GroupStarted started) {
      started(started.group());
    } else if (event instanceof P2pEvent.GroupRemoved removed) {
      supplicant.finished(removed).ifPresent(paths -> finished(paths));
    } else if (event instanceof P2pEvent.ClientJoined joined) {
      member("PeerJoined", joined.interfaceName(), joined.client());
    } else if (event instanceof P2pEvent.ClientLeft left) {
      member("PeerDisconnected", left.interfaceName(), left.client());
    } else {
      negotiation(event);
    }
  }

  private void found(P2pEvent.DeviceFound found) {
    DBusPath path = StrictSupplicant.peerPath(found.device().address());
    PeerObject peer = new PeerObject(found.device());
    supplicant.export(path.getPath(), peer);
    supplicant.deviceSignal("DeviceFound", "o", path);
    supplicant.deviceSignal("DeviceFoundProperties", "oa{sv}", path, peer.properties());
  }

  private void started(P2pGroup group) {
    StrictSupplicant.GroupPaths paths = supplicant.started(group);
    Map<String, Variant<?>> told = StrictSupplicant.dictionary();
    told.put("interface_object", new Variant<>(new DBusPath(paths.interfacePath())));
    told.put("role", new Variant<>(group.isOwner() ? "GO" : "client"));
    told.put("persistent", new Variant<>(group.persistent()));
    told.put("group_object", new Variant<>(new DBusPath(paths.groupPath())));
    group
        .addresses()
        .filter(a -> !group.isOwner())
        .ifPresent(
            a -> {
              told.put("IpAddr", new Variant<>(a.own().octets()));
              told.put("IpAddrMask", new Variant<>(a.mask().octets()));
              told.put("IpAddrGo", new Variant<>(a.owner().octets()));
            });
    supplicant.deviceSignal("GroupStarted", "a{sv}", told);
  }

  private void finished(StrictSupplicant.GroupPaths paths) {
    Map<String, Variant<?>> told = StrictSupplicant.dictionary();
    told.put("interface_object", new Variant<>(new DBusPath(paths.interfacePath())));
    told.put("role", new Variant<>(paths.group().isOwner() ? "GO" : "client"));
    told.put("group_object", new Variant<>(new DBusPath(paths.groupPath())));
    supplicant.deviceSignal("GroupFinished", "a{sv}", told);
    supplicant.signal(
        StrictSupplicant.ROOT,
        StrictSupplicant.NAME,
        "InterfaceRemoved",
        "o",
        new DBusPath(paths.interfacePath()));
  }

  private void member(String signal, String interfaceName, MacAddress client) {
    Optional<StrictSupplicant.GroupPaths> paths = supplicant.group(interfaceName);
    paths.ifPresent(
        p ->
            supplicant.signal(
                p.groupPath(),
                StrictSupplicant.NAME + ".Group",
                signal,
                "o",
                StrictSupplicant.peerPath(client)));
  }

  private void negotiation(P2pEvent event) {
    if (event instanceof P2pEvent.GoNegotiationRequested asked) {
      supplicant.deviceSignal(
          "GONegotiationRequest",
          "oqy",
          StrictSupplicant.peerPath(asked.peer()),
          new UInt16(passwordId(asked.method())),
          (byte) asked.goIntent());
    } else if (event instanceof P2pEvent.GoNegotiationSucceeded agreed) {
      Map<String, Variant<?>> told = peer(agreed.peer(), 0);
      told.put(
          "role_go", new Variant<>(agreed.role() == P2pGroup.Role.GROUP_OWNER ? "GO" : "client"));
      told.put("frequency_list", new Variant<>(new int[] {2412, 2437}));
      supplicant.deviceSignal("GONegotiationSuccess", "a{sv}", told);
    } else if (event instanceof P2pEvent.GoNegotiationFailed failed) {
      supplicant.deviceSignal(
          "GONegotiationFailure",
          "a{sv}",
          peer(failed.peer().orElse(MacAddress.ZERO), failed.status()));
    } else if (event instanceof P2pEvent.FormationFailed failed) {
      if (failed.reason() == P2pReason.PROVISIONING_FAILED) {
        supplicant.deviceSignal("WpsFailed", "sa{sv}", "fail", StrictSupplicant.dictionary());
      }
      supplicant.deviceSignal("GroupFormationFailure", "s", "");
    } else {
      asking(event);
    }
  }

  private void asking(P2pEvent event) {
    if (event instanceof P2pEvent.InvitationResult result) {
      Map<String, Variant<?>> told = StrictSupplicant.dictionary();
      told.put("status", new Variant<>(result.status()));
      supplicant.deviceSignal("InvitationResult", "a{sv}", told);
    } else if (event instanceof P2pEvent.InvitationReceived received) {
      Map<String, Variant<?>> told = StrictSupplicant.dictionary();
      told.put("sa", new Variant<>(received.source().octets()));
      received.owner().ifPresent(o -> told.put("go_dev_addr", new Variant<>(o.octets())));
      supplicant.deviceSignal("InvitationReceived", "a{sv}", told);
    } else if (event instanceof P2pEvent.ProvisionDiscovery asked) {
      DBusPath path = StrictSupplicant.peerPath(asked.peer());
      switch (asked.method()) {
        case PBC -> supplicant.deviceSignal("ProvisionDiscoveryPBCRequest", "o", path);
        case DISPLAY ->
            supplicant.deviceSignal("ProvisionDiscoveryRequestDisplayPin", "os", path, "12345670");
        case KEYPAD -> supplicant.deviceSignal("ProvisionDiscoveryRequestEnterPin", "o", path);
      }
    }
  }

  private static Map<String, Variant<?>> peer(MacAddress peer, int status) {
    Map<String, Variant<?>> told = StrictSupplicant.dictionary();
    told.put("peer_object", new Variant<>(StrictSupplicant.peerPath(peer)));
    told.put("status", new Variant<>(status));
    return told;
  }

  private static int passwordId(WpsMethod method) {
    return switch (method) {
      case PBC -> PUSH_BUTTON;
      case DISPLAY -> TYPED_THERE;
      case KEYPAD -> DISPLAYED_THERE;
    };
  }
}
