package org.officeos.hil.timeline;

/**
 * Tells the frames apart that let a client in: EAP (RFC 3748) with WPS in it (Wi-Fi Simple
 * Configuration 2.0, section 7.7), and the four messages that make the keys (IEEE 802.11, 12.7.6).
 */
final class Eapol {

  private static final int START = 1;
  private static final int KEY = 3;
  private static final int EXPANDED = 254;
  private static final int WSC_MESSAGE_TYPE = 0x1022;
  private static final String[] WSC_TYPES = {
    "",
    "beacon",
    "probe request",
    "probe response",
    "M1",
    "M2",
    "M2D",
    "M3",
    "M4",
    "M5",
    "M6",
    "M7",
    "M8",
    "ack",
    "nack",
    "done"
  };

  /**
   * What it is.
   *
   * @param kind {@code EAP}, {@code FOUR_WAY} or {@code EAPOL}
   * @param detail in words
   */
  record Told(FrameKind kind, String detail) {}

  private Eapol() {}

  /** Reads what follows the Ethernet type 888E. */
  static Told read(Bytes eapol) {
    Bytes body = eapol.after(4).first(eapol.big16(2));
    int type = eapol.u8(1);
    if (type == 0) {
      return new Told(FrameKind.EAP, eap(body));
    }
    if (type == START) {
      return new Told(FrameKind.EAP, "start");
    }
    return type == KEY ? key(body) : new Told(FrameKind.EAPOL, "type " + type);
  }

  private static String eap(Bytes eap) {
    int code = eap.u8(0);
    if (code == 3 || code == 4) {
      return code == 3 ? "success" : "failure";
    }
    String side = code == 1 ? "request" : code == 2 ? "response" : "code " + code;
    int type = eap.u8(4);
    if (type == 1) {
      return "identity " + side;
    }
    // Expanded: the Wi-Fi Alliance's number, its type 1, then what kind of message it is.
    if (type == EXPANDED && eap.big24(5) == 0x00372A && eap.u8(11) == 1) {
      return wsc(eap.after(12));
    }
    return side + " of type " + type;
  }

  private static String wsc(Bytes wsc) {
    int operation = wsc.u8(0);
    int fields = (wsc.u8(1) & 2) == 0 ? 2 : 4;
    int type =
        Elements.wpsAttribute(wsc.after(fields), wanted -> wanted == WSC_MESSAGE_TYPE)
            .map(value -> value.u8(0))
            .orElse(0);
    if (type > 0 && type < WSC_TYPES.length) {
      return "WPS " + WSC_TYPES[type];
    }
    return operation == 1 ? "WPS start" : "WPS operation " + operation;
  }

  private static Told key(Bytes key) {
    int info = key.big16(1);
    boolean acknowledge = (info & 0x80) != 0;
    boolean checked = (info & 0x100) != 0;
    boolean secure = (info & 0x200) != 0;
    if ((info & 8) == 0) {
      return new Told(FrameKind.EAPOL, "group key");
    }
    int number = acknowledge ? (checked ? 3 : 1) : secure ? 4 : 2;
    return new Told(FrameKind.FOUR_WAY, number + " of 4");
  }
}
