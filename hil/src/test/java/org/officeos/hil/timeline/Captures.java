package org.officeos.hil.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/** Captures made byte by byte, and the frames in them. */
final class Captures {

  static final String HANDHELD = "020000000000";
  static final String LAPTOP = "020000000100";
  static final String ALL = "ffffffffffff";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ByteOrder order;

  private Captures(ByteOrder order) {
    this.order = order;
  }

  /** A capture of frames with radiotap before them, with microseconds, of this machine's order. */
  static Captures little() {
    return begun(ByteOrder.LITTLE_ENDIAN, 0xA1B2C3D4, 127);
  }

  static Captures begun(ByteOrder order, int magic, int linkType) {
    Captures captures = new Captures(order);
    ByteBuffer head = ByteBuffer.allocate(24).order(order);
    head.putInt(magic).putShort((short) 2).putShort((short) 4).putInt(0).putInt(0);
    captures.bytes.writeBytes(head.putInt(262_144).putInt(linkType).array());
    return captures;
  }

  /** Adds a record as it is. */
  Captures record(int seconds, int part, byte[] packet) {
    return head(seconds, part, packet.length, packet.length).raw(packet);
  }

  /** Adds a frame behind a radiotap header. */
  Captures frame(int seconds, int micros, byte[] frame) {
    return record(seconds, micros, radiotap(frame));
  }

  Captures head(int seconds, int part, int captured, int length) {
    ByteBuffer head = ByteBuffer.allocate(16).order(order);
    bytes.writeBytes(head.putInt(seconds).putInt(part).putInt(captured).putInt(length).array());
    return this;
  }

  Captures raw(byte[] some) {
    bytes.writeBytes(some);
    return this;
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  PcapReader open() throws IOException, CaptureException {
    return new PcapReader(stream());
  }

  InputStream stream() {
    return new ByteArrayInputStream(toBytes());
  }

  static byte[] radiotap(byte[] frame) {
    return concat(hex("0000 0a00 00000000 1000"), frame);
  }

  /** A management frame of that subtype. */
  static byte[] management(int subtype, String destination, String source, String body) {
    return hex(
        String.format("%02x00 0000", subtype << 4) + destination + source + LAPTOP + "1000" + body);
  }

  /** A public action frame of P2P. */
  static byte[] p2p(int subtype, String attributes) {
    String element = attributes.isEmpty() ? "" : vendor("506f9a09" + attributes);
    return management(13, LAPTOP, HANDHELD, String.format("0409506f9a09%02x01", subtype) + element);
  }

  /** A vendor's element. */
  static String vendor(String value) {
    return String.format("dd%02x", hex(value).length) + value;
  }

  /** An element with a WPS name in it. */
  static String wpsName(String name) {
    byte[] text = name.getBytes(UTF_8);
    return vendor(String.format("0050f2041011%04x", text.length) + HexFormat.of().formatHex(text));
  }

  /** A data frame from the handheld to the laptop, which is the group's owner. */
  static byte[] data(int subtype, int flags, String body) {
    return hex(
        String.format("%02x%02x 0000", subtype << 4 | 8, flags | 1)
            + LAPTOP
            + HANDHELD
            + LAPTOP
            + "1000"
            + ((subtype & 8) == 0 ? "" : "0000")
            + body);
  }

  /** What is in front of EAPOL. */
  static String eapol(int type, String body) {
    return "aaaa03000000888e" + String.format("01%02x%04x", type, hex(body).length) + body;
  }

  /** A key message, of which only its information field is something. */
  static String key(int information) {
    return eapol(3, String.format("02%04x", information) + "00".repeat(92));
  }

  /** WPS in EAP. */
  static String wps(int operation, int messageType) {
    String body =
        String.format("fe00372a00000001%02x00", operation)
            + (messageType == 0 ? "" : String.format("104a0001101022 0001%02x", messageType));
    return eapol(0, String.format("0105%04x", 4 + hex(body).length) + body);
  }

  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  private static byte[] concat(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}
