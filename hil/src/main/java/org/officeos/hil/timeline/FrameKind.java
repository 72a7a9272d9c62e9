package org.officeos.hil.timeline;

/** The kinds of frames that have a row of their own, in the order of a connection's life. */
enum FrameKind {
  PROBE_REQUEST("probe request", Family.SEARCH),
  PROBE_RESPONSE("probe response", Family.SEARCH),
  BEACON("beacon", Family.SEARCH),
  SERVICE_DISCOVERY("service discovery", Family.SEARCH),
  DEVICE_DISCOVERABILITY("device discoverability", Family.SEARCH),
  PROVISION_DISCOVERY_REQUEST("provision discovery request", Family.AGREE),
  PROVISION_DISCOVERY_RESPONSE("provision discovery response", Family.AGREE),
  GO_NEGOTIATION_REQUEST("GO negotiation request", Family.AGREE),
  GO_NEGOTIATION_RESPONSE("GO negotiation response", Family.AGREE),
  GO_NEGOTIATION_CONFIRMATION("GO negotiation confirmation", Family.AGREE),
  INVITATION_REQUEST("invitation request", Family.AGREE),
  INVITATION_RESPONSE("invitation response", Family.AGREE),
  AUTHENTICATION("authentication", Family.ADMIT),
  ASSOCIATION_REQUEST("association request", Family.ADMIT),
  ASSOCIATION_RESPONSE("association response", Family.ADMIT),
  EAP("EAP and WPS", Family.ADMIT),
  FOUR_WAY("four-way handshake", Family.ADMIT),
  EAPOL("other EAPOL", Family.ADMIT),
  DATA("data", Family.TRAFFIC),
  NO_DATA("data without content", Family.TRAFFIC),
  PRESENCE("P2P presence and absence", Family.TRAFFIC),
  ACTION("other action", Family.OTHER),
  DISASSOCIATION("disassociation", Family.LEAVE),
  DEAUTHENTICATION("deauthentication", Family.LEAVE),
  CONTROL("acknowledgement", Family.OTHER),
  OTHER("other", Family.OTHER),
  /** Too short for what it says it is. */
  UNREADABLE("unreadable", Family.OTHER);

  private final String words;
  private final Family family;

  FrameKind(String words, Family family) {
    this.words = words;
    this.family = family;
  }

  /** As a person reads it. */
  String words() {
    return words;
  }

  Family family() {
    return family;
  }
}
