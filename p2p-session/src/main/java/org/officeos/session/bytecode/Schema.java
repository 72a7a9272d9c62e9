package org.officeos.session.bytecode;

import java.util.Set;

/**
 * Which tags may, and must, stand together. Sets of tags are bits, by number.
 *
 * @param allowed tags that may be there
 * @param required tags that must be there
 * @param together tags of which all are there or none
 */
record Schema(long allowed, long required, long together) {

  /** Any metadata, none needed. */
  static final Schema RESPONSE = new Schema(-1L, 0, 0);

  static Schema of(Set<Field> required, Set<Field> optional) {
    long needed = bits(required);
    long pair = bits(Set.of(Field.SCREEN_WIDTH, Field.SCREEN_HEIGHT));
    return new Schema(needed | bits(optional), needed, pair);
  }

  static long bit(Tag tag) {
    return 1L << tag.number();
  }

  boolean allows(Tag tag) {
    return (allowed & bit(tag)) != 0;
  }

  boolean isTogether(Tag tag) {
    return (together & bit(tag)) != 0;
  }

  boolean missesAny(long present) {
    return (required & ~present) != 0;
  }

  boolean partsCompany(long present) {
    long some = present & together;
    return some != 0 && some != together;
  }

  private static long bits(Set<Field> tags) {
    long bits = 0;
    for (Field tag : tags) {
      bits |= bit(tag);
    }
    return bits;
  }
}
