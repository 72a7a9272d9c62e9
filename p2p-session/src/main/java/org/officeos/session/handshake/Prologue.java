package org.officeos.session.handshake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.Role;

/**
 * What both ends must agree on before a handshake, bound into it: if one byte differs, the first
 * authenticated message fails with {@code BAD_TAG}, and there is no branch that falls back.
 *
 * <pre>
 * pairing  "OfficeOS pairing" 00 | version u16 | suite u8 | method u8 | roles 2
 * session  "OfficeOS session" 00 | version u16 | suite u8 | roles 2 | relationship id 16 | generation u32
 *
 * roles = label of the end that writes the first message, label of the other ('I' or 'R')
 * </pre>
 *
 * <p>Integers are big-endian. Each end derives the roles from its own, so that two handhelds, or
 * two laptops, never finish a handshake with each other.
 */
public final class Prologue {

  /** The protocol's version, of 16 bits. */
  public static final int VERSION = 1;

  /** The one cipher suite: 25519, ChaChaPoly, SHA256. */
  public static final int SUITE = 1;

  /** The one pairing method: six digits compared by two people. */
  public static final int METHOD_SIX_DIGITS = 1;

  private static final byte[] PAIRING = ascii("OfficeOS pairing\0");
  private static final byte[] SESSION = ascii("OfficeOS session\0");

  private Prologue() {}

  /** The prologue of a pairing in this version, suite and method. */
  public static byte[] pairing(Role own, boolean writesFirst) {
    return pairing(VERSION, SUITE, METHOD_SIX_DIGITS, own, writesFirst);
  }

  /** The prologue of a session in this version and suite. */
  public static byte[] session(
      RelationshipId relationship, int generation, Role own, boolean writesFirst) {
    return session(VERSION, SUITE, relationship, generation, own, writesFirst);
  }

  static byte[] pairing(int version, int suite, int method, Role own, boolean writesFirst) {
    byte[] roles = roles(own, writesFirst);
    return ByteBuffer.allocate(PAIRING.length + Short.BYTES + 2 + roles.length)
        .put(PAIRING)
        .putShort((short) version)
        .put((byte) suite)
        .put((byte) method)
        .put(roles)
        .array();
  }

  static byte[] session(
      int version,
      int suite,
      RelationshipId relationship,
      int generation,
      Role own,
      boolean writesFirst) {
    byte[] roles = roles(own, writesFirst);
    int after = RelationshipId.LENGTH + Integer.BYTES;
    return ByteBuffer.allocate(SESSION.length + Short.BYTES + 1 + roles.length + after)
        .put(SESSION)
        .putShort((short) version)
        .put((byte) suite)
        .put(roles)
        .put(relationship.toBytes())
        .putInt(generation)
        .array();
  }

  private static byte[] roles(Role own, boolean writesFirst) {
    Role first = writesFirst ? own : own.opposite();
    return new byte[] {first.label(), first.opposite().label()};
  }

  private static byte[] ascii(String label) {
    return label.getBytes(StandardCharsets.US_ASCII);
  }
}
