package org.officeos.laptop.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Constants as people write them: {@code GENERATE_IMAGE} is {@code generate_image}. */
public final class Words {

  private Words() {}

  /** How people write a constant. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The constant of that word; hyphens count as underscores. Empty where there is none. */
  public static <E extends Enum<E>> Optional<E> parse(Class<E> type, String word) {
    String wanted = word.replace('-', '_');
    return Arrays.stream(type.getEnumConstants()).filter(c -> of(c).equals(wanted)).findFirst();
  }

  /** All words of a type, separated by commas, in the order of the table. */
  public static <E extends Enum<E>> String all(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Words::of).collect(Collectors.joining(", "));
  }
}
