package org.officeos.hil.lab;

import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pGroup;

/** Events in a few words, for a page on which many must have room. */
final class EventWords {

  private EventWords() {}

  /** A state lasts until the next one; everything else happens at once. */
  static String kind(P2pEvent event) {
    return event instanceof P2pEvent.StateChanged ? "phase" : "event";
  }

  static String of(P2pEvent event) {
    String name = event.getClass().getSimpleName();
    if (event instanceof P2pEvent.StateChanged told) {
      return told.state() + told.reason().map(reason -> ": " + reason).orElse("");
    }
    if (event instanceof P2pEvent.DeviceFound told) {
      return name + " " + told.device().name();
    }
    if (event instanceof P2pEvent.GoNegotiationSucceeded told) {
      return name + " " + told.role();
    }
    if (event instanceof P2pEvent.GoNegotiationFailed told) {
      return name + " " + told.reason() + " " + told.status();
    }
    if (event instanceof P2pEvent.FormationFailed told) {
      return name + " " + told.reason();
    }
    if (event instanceof P2pEvent.GroupStarted told) {
      P2pGroup group = told.group();
      return name + " " + group.interfaceName() + " " + group.role();
    }
    if (event instanceof P2pEvent.GroupRemoved told) {
      return name + " " + told.interfaceName();
    }
    if (event instanceof P2pEvent.ProvisionDiscovery told) {
      return name + " " + told.method() + (told.request() ? " asked" : " answered");
    }
    if (event instanceof P2pEvent.InvitationResult told) {
      return name + " " + told.reason().map(Object::toString).orElse("yes");
    }
    return name;
  }
}
