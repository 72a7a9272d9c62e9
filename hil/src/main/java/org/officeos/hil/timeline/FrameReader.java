package org.officeos.hil.timeline;

import java.util.Optional;

/**
 * Tells frames of Wi-Fi apart by their first bytes (IEEE 802.11, 9.2 to 9.4; radiotap.org for what
 * comes before). Any bytes are some frame; those too short for what they say they are, are {@code
 * UNREADABLE}.
 */
final class FrameReader {

  private static final int MANAGEMENT = 0;
  private static final int CONTROL = 1;
  private static final int DATA = 2;
  private static final int HEADER = 24;

  private FrameReader() {}

  /** The frame in a capture's record. */
  static Frame read(LinkType type, byte[] packet) {
    Bytes bytes = new Bytes(packet);
    return switch (type) {
      case IEEE_802_11 -> read(bytes);
      case RADIOTAP -> {
        int length = bytes.u16(2);
        boolean whole = bytes.u8(0) == 0 && length >= 8 && length <= bytes.length();
        yield whole ? read(bytes.after(length)) : Frame.UNREADABLE;
      }
    };
  }

  private static Frame read(Bytes frame) {
    int type = frame.u8(0) >> 2 & 3;
    int subtype = frame.u8(0) >> 4;
    if (frame.length() < 10 || (frame.u8(0) & 3) != 0) {
      return Frame.UNREADABLE;
    }
    if (type == CONTROL) {
      // The shortest ones name their receiver only.
      return new Frame(
          FrameKind.CONTROL, frame.address(10), frame.address(4), "", Optional.empty());
    }
    if (frame.length() < HEADER) {
      return Frame.UNREADABLE;
    }
    return switch (type) {
      case MANAGEMENT -> management(frame, subtype);
      case DATA -> data(frame, subtype);
      default ->
          new Frame(FrameKind.OTHER, frame.address(10), frame.address(4), "", Optional.empty());
    };
  }

  private static Frame management(Bytes frame, int subtype) {
    Bytes body = frame.after(HEADER);
    return switch (subtype) {
      case 0 -> told(FrameKind.ASSOCIATION_REQUEST, frame, elements(body, 4), "");
      case 2 -> told(FrameKind.ASSOCIATION_REQUEST, frame, elements(body, 10), "again");
      case 1, 3 -> told(FrameKind.ASSOCIATION_RESPONSE, frame, none(), status(body.u16(2)));
      case 4 -> named(FrameKind.PROBE_REQUEST, frame, elements(body, 0));
      case 5 -> named(FrameKind.PROBE_RESPONSE, frame, elements(body, 12));
      case 8 -> named(FrameKind.BEACON, frame, elements(body, 12));
      case 10 -> told(FrameKind.DISASSOCIATION, frame, none(), "reason " + body.u16(0));
      case 11 -> told(FrameKind.AUTHENTICATION, frame, none(), status(body.u16(4)));
      case 12 -> told(FrameKind.DEAUTHENTICATION, frame, none(), "reason " + body.u16(0));
      case 13, 14 -> action(frame, body);
      default -> told(FrameKind.OTHER, frame, none(), "management " + subtype);
    };
  }

  private static Frame action(Bytes frame, Bytes body) {
    FrameKind kind = Actions.kind(body);
    Elements elements = kind.family() == Family.AGREE ? Actions.elements(body) : none();
    return told(kind, frame, elements, Actions.detail(kind, body));
  }

  private static Frame named(FrameKind kind, Bytes frame, Elements elements) {
    return told(kind, frame, elements, elements.ssid().orElse(""));
  }

  private static Frame told(FrameKind kind, Bytes frame, Elements elements, String detail) {
    return new Frame(kind, frame.address(10), frame.address(4), detail, elements.deviceName());
  }

  private static Elements elements(Bytes body, int fixed) {
    return new Elements(body.after(fixed));
  }

  private static Elements none() {
    return new Elements(new Bytes(new byte[0]));
  }

  private static String status(int number) {
    return number == 0 ? "yes" : "status " + number;
  }

  private static Frame data(Bytes frame, int subtype) {
    int flags = frame.u8(1);
    boolean toSystem = (flags & 1) != 0;
    boolean fromSystem = (flags & 2) != 0;
    Optional<String> source = frame.address(fromSystem ? (toSystem ? HEADER : 16) : 10);
    Optional<String> destination = frame.address(toSystem ? 16 : 4);
    boolean service = (subtype & 8) != 0;
    int header =
        HEADER
            + (toSystem && fromSystem ? 6 : 0)
            + (service ? 2 : 0)
            + (service && (flags & 0x80) != 0 ? 4 : 0);
    Bytes body = frame.after(header);
    if ((subtype & 4) != 0) {
      return new Frame(FrameKind.NO_DATA, source, destination, "", Optional.empty());
    }
    boolean encrypted = (flags & 0x40) != 0;
    if (!encrypted && body.big24(0) == 0xAAAA03 && body.big16(6) == 0x888E) {
      Eapol.Told told = Eapol.read(body.after(8));
      return new Frame(told.kind(), source, destination, told.detail(), Optional.empty());
    }
    return new Frame(
        FrameKind.DATA, source, destination, encrypted ? "" : "not encrypted", Optional.empty());
  }
}
