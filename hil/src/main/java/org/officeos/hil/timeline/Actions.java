package org.officeos.hil.timeline;

import java.util.Optional;

/** Tells action frames apart (IEEE 802.11, 9.6; Wi-Fi P2P, 4.2.9 and 4.2.10). */
final class Actions {

  private static final int PUBLIC = 4;
  private static final int VENDOR = 127;
  private static final int VENDOR_PUBLIC = 9;
  private static final int GAS_FIRST = 10;
  private static final int GAS_LAST = 13;
  private static final int WFA_P2P = 0x506F9A09;

  private Actions() {}

  /** The kind of a frame whose body, from its category on, is this. */
  static FrameKind kind(Bytes body) {
    int category = body.u8(0);
    if (category == PUBLIC && body.u8(1) == VENDOR_PUBLIC && vendor(body, 2) == WFA_P2P) {
      return publicKind(body.u8(6));
    }
    if (category == PUBLIC && body.u8(1) >= GAS_FIRST && body.u8(1) <= GAS_LAST) {
      return FrameKind.SERVICE_DISCOVERY;
    }
    return category == VENDOR && vendor(body, 1) == WFA_P2P ? FrameKind.PRESENCE : FrameKind.ACTION;
  }

  private static FrameKind publicKind(int subtype) {
    return switch (subtype) {
      case 0 -> FrameKind.GO_NEGOTIATION_REQUEST;
      case 1 -> FrameKind.GO_NEGOTIATION_RESPONSE;
      case 2 -> FrameKind.GO_NEGOTIATION_CONFIRMATION;
      case 3 -> FrameKind.INVITATION_REQUEST;
      case 4 -> FrameKind.INVITATION_RESPONSE;
      case 5, 6 -> FrameKind.DEVICE_DISCOVERABILITY;
      case 7 -> FrameKind.PROVISION_DISCOVERY_REQUEST;
      case 8 -> FrameKind.PROVISION_DISCOVERY_RESPONSE;
      default -> FrameKind.ACTION;
    };
  }

  /** What a public action frame of P2P says besides its kind. */
  static String detail(FrameKind kind, Bytes body) {
    if (kind.family() != Family.AGREE) {
      return kind == FrameKind.ACTION ? "category " + body.u8(0) : "";
    }
    Elements elements = elements(body);
    Optional<Integer> status = elements.p2pStatus();
    Optional<Integer> intent = elements.goIntent();
    String words = status.map(number -> number == 0 ? "yes" : "status " + number).orElse("");
    String wish = intent.map(number -> "intent " + number).orElse("");
    return words + (words.isEmpty() || wish.isEmpty() ? "" : ", ") + wish;
  }

  /** The elements of a public action frame of P2P. */
  static Elements elements(Bytes body) {
    return new Elements(body.after(8));
  }

  private static int vendor(Bytes body, int at) {
    return body.big24(at) << 8 | body.u8(at + 3);
  }
}
