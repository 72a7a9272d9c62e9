package org.officeos.session.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Instructions and responses drawn at random within their schemas and bounds, from a seed. */
final class RandomValues {

  private static final int FIRST_UNKNOWN = 40;
  private static final String[] LETTERS = {
    "a", "Z", " ", "0", "é", "ß", "雨", "\ufffd", "🚀", "\u0000"
  };

  private final Random random;

  RandomValues(long seed) {
    this.random = new Random(seed);
  }

  Instruction instruction() {
    Opcode opcode = oneOf(Opcode.values());
    boolean screen = random.nextBoolean();
    Object[] values = new Object[TagTable.FIELDS.size()];
    for (Field field : Field.values()) {
      boolean isScreen = field == Field.SCREEN_WIDTH || field == Field.SCREEN_HEIGHT;
      boolean taken = isScreen ? screen : random.nextBoolean();
      if (opcode.required().contains(field) || (opcode.optional().contains(field) && taken)) {
        values[field.number()] = value(field);
      }
    }
    return new Instruction(opcode, new Fields<>(TagTable.FIELDS, values, unknown()));
  }

  Response response() {
    ResultCode result = oneOf(ResultCode.values());
    Object[] values = new Object[TagTable.METADATA.size()];
    for (Meta meta : Meta.values()) {
      if (random.nextBoolean()) {
        values[meta.number()] = value(meta);
      }
    }
    return new Response(result, new Fields<>(TagTable.METADATA, values, unknown()));
  }

  /** The bytes with one to three places changed, left out, doubled or added to. */
  byte[] mutated(byte[] bytes) {
    byte[] mutant = bytes;
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      int at = random.nextInt(mutant.length + 1);
      int next = Math.min(mutant.length, at + 1 + random.nextInt(2));
      mutant =
          switch (random.nextInt(4)) {
            case 0 -> joined(mutant, at, new byte[] {(byte) random.nextInt()}, at);
            case 1 -> joined(mutant, at, new byte[0], next);
            case 2 -> joined(mutant, at, flipped(mutant, at, next), next);
            default -> joined(mutant, next, new byte[0], at);
          };
    }
    return mutant;
  }

  private byte[] flipped(byte[] bytes, int from, int to) {
    byte[] part = Arrays.copyOfRange(bytes, from, to);
    for (int i = 0; i < part.length; i++) {
      part[i] ^= (byte) (1 << random.nextInt(8));
    }
    return part;
  }

  private static byte[] joined(byte[] bytes, int upTo, byte[] middle, int from) {
    byte[] all = Arrays.copyOf(bytes, upTo + middle.length + bytes.length - from);
    System.arraycopy(middle, 0, all, upTo, middle.length);
    System.arraycopy(bytes, from, all, upTo + middle.length, bytes.length - from);
    return all;
  }

  private Object value(Tag tag) {
    return switch (tag.type()) {
      case NUMBER -> number(tag);
      case TEXT -> text((int) tag.min(), (int) Math.min(tag.max(), skewed()));
      case BYTES -> {
        byte[] bytes = new byte[(int) Math.max(tag.min(), Math.min(tag.max(), skewed()))];
        random.nextBytes(bytes);
        yield bytes;
      }
      case TURNS -> turns();
    };
  }

  private Long number(Tag tag) {
    long span = (tag.max() - tag.min()) / tag.multipleOf() + 1;
    long step =
        switch (random.nextInt(8)) {
          case 0 -> 0;
          case 1 -> span - 1;
          default -> Math.floorMod(random.nextLong() >>> random.nextInt(64), span);
        };
    return tag.min() + step * tag.multipleOf();
  }

  private List<Turn> turns() {
    List<Turn> turns = new ArrayList<>();
    for (int n = random.nextInt(5); n > 0; n--) {
      Turn.Speaker speaker = oneOf(Turn.Speaker.values());
      turns.add(new Turn(speaker, text(1, 1 + skewed() / 2)));
    }
    turns.add(new Turn(Turn.Speaker.USER, text(1, 1 + skewed() / 2)));
    return List.copyOf(turns);
  }

  private String text(int min, int max) {
    StringBuilder text = new StringBuilder("x".repeat(min));
    long size = min;
    while (random.nextInt(40) != 0) {
      String letter = oneOf(LETTERS);
      size += Utf8.size(letter);
      if (size > max) {
        break;
      }
      text.append(letter);
    }
    return text.toString();
  }

  private <E> E oneOf(E[] all) {
    return all[random.nextInt(all.length)];
  }

  private int skewed() {
    return random.nextInt(1 + random.nextInt(1 + random.nextInt(600)));
  }

  private List<UnknownField> unknown() {
    List<UnknownField> unknown = new ArrayList<>();
    for (int number = FIRST_UNKNOWN; random.nextInt(4) == 0 && number < 128; ) {
      byte[] value = new byte[random.nextInt(20)];
      random.nextBytes(value);
      unknown.add(new UnknownField(number, value));
      number += 1 + random.nextInt(30);
    }
    return unknown;
  }
}
