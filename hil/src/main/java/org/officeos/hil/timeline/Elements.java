package org.officeos.hil.timeline;

import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The information elements of a management frame, as far as the page says something of them: WPS
 * attributes (Wi-Fi Simple Configuration 2.0, section 12) and P2P attributes (Wi-Fi P2P, section
 * 4.1). An element or attribute that reaches past its end ends the reading.
 */
final class Elements {

  private static final int SSID = 0;
  private static final int VENDOR = 221;
  private static final int WPS = 0x0050F204;
  private static final int P2P = 0x506F9A09;
  private static final int WPS_DEVICE_NAME = 0x1011;
  private static final int P2P_STATUS = 0;
  private static final int P2P_GO_INTENT = 4;

  private final Bytes elements;

  Elements(Bytes elements) {
    this.elements = elements;
  }

  /** The network's name; empty where there is none, or it is hidden. */
  Optional<String> ssid() {
    return find(SSID, 0).map(Bytes::text).filter(text -> !text.isEmpty());
  }

  /** The name that the sender's owner gave it. */
  Optional<String> deviceName() {
    return find(VENDOR, WPS)
        .flatMap(wps -> wpsAttribute(wps, type -> type == WPS_DEVICE_NAME))
        .map(Bytes::text)
        .filter(text -> !text.isBlank());
  }

  /** The status that an answer of P2P carries; 0 is success. */
  Optional<Integer> p2pStatus() {
    return p2pAttribute(P2P_STATUS).map(value -> value.u8(0));
  }

  /** How much the sender wants to be the group's owner, 0 to 15. */
  Optional<Integer> goIntent() {
    return p2pAttribute(P2P_GO_INTENT).map(value -> value.u8(0) >> 1);
  }

  private Optional<Bytes> find(int id, int vendor) {
    Bytes left = elements;
    while (left.length() >= 2) {
      int length = left.u8(1);
      if (2 + length > left.length()) {
        return Optional.empty();
      }
      Bytes value = left.after(2).first(length);
      if (left.u8(0) == id && id != VENDOR) {
        return Optional.of(value);
      }
      if (left.u8(0) == id && length >= 4 && (value.big24(0) << 8 | value.u8(3)) == vendor) {
        return Optional.of(value.after(4));
      }
      left = left.after(2 + length);
    }
    return Optional.empty();
  }

  /** The first WPS attribute of a wanted type: type and length are two bytes each. */
  static Optional<Bytes> wpsAttribute(Bytes attributes, IntPredicate wanted) {
    Bytes left = attributes;
    while (left.length() >= 4) {
      int length = left.big16(2);
      if (4 + length > left.length()) {
        return Optional.empty();
      }
      if (wanted.test(left.big16(0))) {
        return Optional.of(left.after(4).first(length));
      }
      left = left.after(4 + length);
    }
    return Optional.empty();
  }

  private Optional<Bytes> p2pAttribute(int wanted) {
    Bytes left = find(VENDOR, P2P).orElse(new Bytes(new byte[0]));
    while (left.length() >= 3) {
      int length = left.u16(1);
      if (3 + length > left.length()) {
        return Optional.empty();
      }
      if (left.u8(0) == wanted && length > 0) {
        return Optional.of(left.after(3).first(length));
      }
      left = left.after(3 + length);
    }
    return Optional.empty();
  }
}
