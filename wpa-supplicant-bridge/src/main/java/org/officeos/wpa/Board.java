package org.officeos.wpa;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pDevice;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pListener;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.P2pState;

/** What everybody may see: state, peers, groups, and events. Written by the actor only. */
final class Board {

  private static final Logger LOG = System.getLogger(Board.class.getName());
  private static final int MOST_PEERS = 1024;

  private final List<P2pListener> listeners = new CopyOnWriteArrayList<>();
  private final Map<MacAddress, P2pDevice> peers = new LinkedHashMap<>();
  private volatile List<P2pDevice> peersSeen = List.of();
  private volatile List<P2pGroup> groupsSeen = List.of();
  private volatile P2pState state = P2pState.DISABLED;
  private P2pState told = P2pState.DISABLED;
  private volatile Optional<P2pReason> reason = Optional.of(P2pReason.SUPPLICANT_ABSENT);

  P2pState state() {
    return state;
  }

  /** Why the state is {@code UNSUPPORTED} or {@code DISABLED}. */
  Optional<P2pReason> reason() {
    return reason;
  }

  List<P2pDevice> peers() {
    return peersSeen;
  }

  List<P2pGroup> groups() {
    return groupsSeen;
  }

  boolean knows(MacAddress peer) {
    return peers.containsKey(peer);
  }

  Optional<P2pDevice> peer(MacAddress peer) {
    return Optional.ofNullable(peers.get(peer));
  }

  void add(P2pListener listener) {
    tell(listener, new P2pEvent.StateChanged(state, reason));
    listeners.add(listener);
  }

  void remove(P2pListener listener) {
    listeners.remove(listener);
  }

  void turn(P2pState next, Optional<P2pReason> why) {
    boolean news = told != next || !reason.equals(why);
    state = next;
    told = next;
    reason = why;
    if (news) {
      emit(new P2pEvent.StateChanged(next, why));
    }
  }

  /** Whoever asks for the state from within an event finds it as it is after that event. */
  void foresee(P2pState next) {
    state = next;
  }

  void found(P2pDevice device) {
    if (peers.size() < MOST_PEERS || peers.containsKey(device.address())) {
      peers.put(device.address(), device);
      peersSeen = List.copyOf(peers.values());
      emit(new P2pEvent.DeviceFound(device));
    }
  }

  void lost(MacAddress peer) {
    if (peers.remove(peer) != null) {
      peersSeen = List.copyOf(peers.values());
      emit(new P2pEvent.DeviceLost(peer));
    }
  }

  void lostAll() {
    List.copyOf(peers.keySet()).forEach(this::lost);
  }

  void started(P2pGroup group) {
    List<P2pGroup> next = new ArrayList<>(without(group.interfaceName()));
    next.add(group);
    groupsSeen = List.copyOf(next);
    emit(new P2pEvent.GroupStarted(group));
  }

  void removed(P2pGroup group) {
    groupsSeen = without(group.interfaceName());
    emit(new P2pEvent.GroupRemoved(group.interfaceName(), group.role()));
  }

  private List<P2pGroup> without(String interfaceName) {
    return groupsSeen.stream().filter(g -> !g.interfaceName().equals(interfaceName)).toList();
  }

  void emit(P2pEvent event) {
    listeners.forEach(listener -> tell(listener, event));
  }

  private static void tell(P2pListener listener, P2pEvent event) {
    try {
      listener.onEvent(event);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "a listener threw; it stays subscribed", e);
    }
  }
}
