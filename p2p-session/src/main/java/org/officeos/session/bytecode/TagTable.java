package org.officeos.session.bytecode;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The tags of one kind by number, which is also a tag's place in {@link Fields} and its bit in
 * {@link Schema}.
 *
 * @param <T> {@link Field} or {@link Meta}
 */
final class TagTable<T extends Enum<T> & Tag> {

  static final TagTable<Field> FIELDS = new TagTable<>(Field.values());
  static final TagTable<Meta> METADATA = new TagTable<>(Meta.values());

  private final @Nullable T[] byNumber;

  private TagTable(T[] inOrder) {
    int greatest = inOrder[inOrder.length - 1].number();
    if (greatest >= Long.SIZE) {
      throw new IllegalArgumentException("a schema has no bit for tag " + greatest);
    }
    byNumber = Arrays.copyOf(inOrder, greatest + 1);
    Arrays.fill(byNumber, null);
    int previous = 0;
    for (T tag : inOrder) {
      if (tag.number() <= previous) {
        throw new IllegalArgumentException(tag + " is out of order");
      }
      previous = tag.number();
      byNumber[previous] = tag;
    }
  }

  /** One more than the greatest number. */
  int size() {
    return byNumber.length;
  }

  /** The tag of a number from 0, where there is one. */
  @Nullable T ofNumber(int number) {
    return number < byNumber.length ? byNumber[number] : null;
  }
}
