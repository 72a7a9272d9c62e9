package org.officeos.hal.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.officeos.hal.netlink.FormatException.Reason;

/**
 * A run of attributes, read strictly.
 *
 * <pre>
 *   0        2                                    4
 *   +--------+------------------------------------+-------+---------+
 *   | length | nested 1 bit, byte order 1, type 14 | value | padding |
 *   | u16    | u16                                |       | to 4    |
 *   +--------+------------------------------------+-------+---------+
 * </pre>
 *
 * <p>The length counts header and value, not the padding; the last attribute may lack its padding.
 * Where a type comes twice, the last one counts, as in the kernel. Source: linux/netlink.h.
 */
public final class Attributes implements Iterable<Attribute> {

  /** Bytes in an attribute's header. */
  public static final int HEADER = 4;

  /** Most attributes in one run; nl80211's longest lists have about 200. */
  public static final int MAX = 1024;

  private static final int TYPE_MASK = 0x3fff;

  private final List<Attribute> all;
  private final int end;

  private Attributes(List<Attribute> all, int end) {
    this.all = all;
    this.end = end;
  }

  /**
   * Reads attributes that fill all of {@code bytes}.
   *
   * @throws FormatException {@code ATTRIBUTE_TRUNCATED}, {@code ATTRIBUTE_TOO_SHORT}, {@code
   *     ATTRIBUTE_PAST_END}, {@code TOO_MANY}
   */
  public static Attributes parse(byte[] bytes) throws FormatException {
    byte[] own = bytes.clone();
    return parse(own, 0, own.length);
  }

  static Attributes parse(byte[] bytes, int from, int to) throws FormatException {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    List<Attribute> all = new ArrayList<>();
    int at = from;
    while (at < to) {
      if (to - at < HEADER) {
        throw new FormatException(Reason.ATTRIBUTE_TRUNCATED, at);
      }
      int length = in.getShort(at) & 0xffff;
      if (length < HEADER) {
        throw new FormatException(Reason.ATTRIBUTE_TOO_SHORT, at);
      }
      if (length > to - at) {
        throw new FormatException(Reason.ATTRIBUTE_PAST_END, at);
      }
      if (all.size() == MAX) {
        throw new FormatException(Reason.TOO_MANY, at);
      }
      all.add(new Attribute(in.getShort(at + 2) & TYPE_MASK, bytes, at + HEADER, at + length));
      at += NetlinkMessage.aligned(length);
    }
    return new Attributes(List.copyOf(all), to);
  }

  /** The attribute of this type, where there is one. */
  public Optional<Attribute> find(int type) {
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).type() == type) {
        return Optional.of(all.get(i));
      }
    }
    return Optional.empty();
  }

  /** The attribute of this type. {@code ATTRIBUTE_MISSING}. */
  public Attribute get(int type) throws FormatException {
    Optional<Attribute> found = find(type);
    if (found.isEmpty()) {
      throw new FormatException(Reason.ATTRIBUTE_MISSING, end);
    }
    return found.get();
  }

  /** Whether an attribute of this type is there, whatever its value. */
  public boolean has(int type) {
    return find(type).isPresent();
  }

  /** Its four bytes, where it is there. {@code WRONG_SIZE}. */
  public OptionalInt u32(int type) throws FormatException {
    Optional<Attribute> found = find(type);
    return found.isPresent() ? OptionalInt.of(found.get().u32()) : OptionalInt.empty();
  }

  /** Its two bytes, where it is there. {@code WRONG_SIZE}. */
  public OptionalInt u16(int type) throws FormatException {
    Optional<Attribute> found = find(type);
    return found.isPresent() ? OptionalInt.of(found.get().u16()) : OptionalInt.empty();
  }

  /** Its text, where it is there; see {@link Attribute#text}. */
  public Optional<String> text(int type, int most) throws FormatException {
    Optional<Attribute> found = find(type);
    return found.isPresent() ? Optional.of(found.get().text(most)) : Optional.empty();
  }

  /** How many there are. */
  public int size() {
    return all.size();
  }

  /** In the order they came. */
  @Override
  public Iterator<Attribute> iterator() {
    return all.iterator();
  }

  @Override
  public String toString() {
    return all.toString();
  }
}
