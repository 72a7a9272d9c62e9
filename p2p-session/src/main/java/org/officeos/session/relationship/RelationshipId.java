package org.officeos.session.relationship;

import java.util.Arrays;
import java.util.HexFormat;

/** Names one relationship on both ends: 16 bytes derived from its pairing. Not secret. */
public final class RelationshipId implements Comparable<RelationshipId> {

  /** Length, in bytes. */
  public static final int LENGTH = 16;

  private final byte[] bytes;

  private RelationshipId(byte[] owned) {
    this.bytes = owned;
  }

  /**
   * Copies exactly 16 bytes.
   *
   * @throws IllegalArgumentException on any other length
   */
  public static RelationshipId fromBytes(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a relationship id is 16 bytes, not " + bytes.length);
    }
    return new RelationshipId(bytes.clone());
  }

  /**
   * Reads 32 hexadecimal digits.
   *
   * @throws IllegalArgumentException on anything else
   */
  public static RelationshipId fromHex(String hex) {
    return fromBytes(HexFormat.of().parseHex(hex));
  }

  /** The 16 bytes, a fresh copy. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /** The first eight hexadecimal digits: enough for people to tell their devices apart. */
  public String shortName() {
    return HexFormat.of().formatHex(bytes, 0, 4);
  }

  @Override
  public int compareTo(RelationshipId other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RelationshipId that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** All 32 hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
