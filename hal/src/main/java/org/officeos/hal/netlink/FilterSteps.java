package org.officeos.hal.netlink;

import java.util.HexFormat;
import java.util.Optional;
import org.officeos.hal.netlink.FilterStep.Outcome;
import org.officeos.hal.netlink.FilterStep.Source;
import org.officeos.hal.netlink.FormatException.Reason;

/**
 * Reads the steps of a rule, which nf_tables calls expressions: a name, and attributes whose
 * numbers mean something else for each name.
 */
final class FilterSteps {

  private static final HexFormat HEX = HexFormat.of();
  private static final int PLACES = 16;
  private static final int OLD_REGISTERS = 4;
  private static final int NEW_REGISTERS = 8;
  private static final int LINK = 0;
  private static final int NETWORK = 1;
  private static final int TRANSPORT = 2;
  private static final int DATA_VALUE = 1;
  private static final int DATA_VERDICT = 2;
  private static final int MAX_WORD = 63;

  private FilterSteps() {}

  static FilterStep read(Attributes expression) throws FormatException {
    String name = expression.get(1).text(MAX_WORD);
    Optional<Attribute> data = expression.find(2);
    if (data.isEmpty()) {
      return new FilterStep.Unknown(name);
    }
    Attributes inside = data.get().nested();
    return switch (name) {
      case "meta" -> meta(inside);
      case "payload" -> payload(inside);
      case "ct" -> connection(inside);
      case "bitwise" -> mask(inside);
      case "cmp" -> compare(inside);
      case "lookup" -> lookup(inside);
      case "immediate" -> immediate(inside);
      case "counter" -> counter(inside);
      case "reject" -> new FilterStep.Reject();
      default -> new FilterStep.Unknown(name);
    };
  }

  private static FilterStep meta(Attributes inside) throws FormatException {
    if (!inside.has(1)) {
      return new FilterStep.Unknown("meta that is set");
    }
    int key = number(inside, 2);
    return switch (key) {
      case 1 -> load(Source.FRAME_TYPE, inside);
      case 4 -> load(Source.IN_INDEX, inside);
      case 5 -> load(Source.OUT_INDEX, inside);
      case 6 -> load(Source.IN_NAME, inside);
      case 7 -> load(Source.OUT_NAME, inside);
      case 15 -> load(Source.FAMILY, inside);
      case 16 -> load(Source.PROTOCOL, inside);
      default -> new FilterStep.Unknown("meta " + Integer.toUnsignedString(key));
    };
  }

  private static FilterStep payload(Attributes inside) throws FormatException {
    if (!inside.has(1)) {
      return new FilterStep.Unknown("payload that is set");
    }
    int base = number(inside, 2);
    int offset = number(inside, 3);
    int length = number(inside, 4);
    if (base == LINK && length == 2 && offset == 12) {
      return load(Source.WRITTEN_TYPE, inside);
    }
    if (base == NETWORK && length == 4 && (offset == 12 || offset == 16)) {
      return load(offset == 12 ? Source.FROM_ADDRESS : Source.TO_ADDRESS, inside);
    }
    if (base == TRANSPORT && length == 2 && (offset == 0 || offset == 2)) {
      return load(offset == 0 ? Source.FROM_PORT : Source.TO_PORT, inside);
    }
    return new FilterStep.Unknown("payload");
  }

  private static FilterStep connection(Attributes inside) throws FormatException {
    boolean state = inside.has(1) && number(inside, 2) == 0;
    return state ? load(Source.STATE, inside) : new FilterStep.Unknown("ct");
  }

  private static FilterStep load(Source source, Attributes inside) throws FormatException {
    return new FilterStep.Load(source, place(inside, 1));
  }

  /** Attributes from 6 on say that it is something else than a mask, such as a shift. */
  private static FilterStep mask(Attributes inside) throws FormatException {
    boolean masking = !inside.has(6) || number(inside, 6) == 0;
    if (!masking || !inside.has(4) || !inside.has(5)) {
      return new FilterStep.Unknown("bitwise");
    }
    String mask = value(inside, 4);
    if (!value(inside, 5).matches("0*")) {
      return new FilterStep.Unknown("bitwise");
    }
    return new FilterStep.Mask(place(inside, 1), place(inside, 2), mask);
  }

  private static FilterStep compare(Attributes inside) throws FormatException {
    int operation = number(inside, 2);
    return operation > 1 || operation < 0
        ? new FilterStep.Unknown("comparison by size")
        : new FilterStep.Compare(place(inside, 1), operation == 0, value(inside, 3));
  }

  private static FilterStep lookup(Attributes inside) throws FormatException {
    String set = inside.get(1).text(FilterChains.MAX_NAME);
    if (inside.has(3)) {
      return new FilterStep.Unknown("map " + set);
    }
    boolean inverted = inside.has(5) && (number(inside, 5) & 1) != 0;
    return new FilterStep.Lookup(set, place(inside, 2), inverted);
  }

  private static FilterStep immediate(Attributes inside) throws FormatException {
    Attributes data = inside.get(2).nested();
    if (number(inside, 1) != 0 || !data.has(DATA_VERDICT)) {
      return new FilterStep.Unknown("immediate");
    }
    Attributes verdict = data.get(DATA_VERDICT).nested();
    Outcome outcome =
        switch (number(verdict, 1)) {
          case 0 -> Outcome.DROP;
          case 1 -> Outcome.ACCEPT;
          case -1 -> Outcome.CONTINUE;
          case -3 -> Outcome.JUMP;
          case -4 -> Outcome.GOTO;
          case -5 -> Outcome.RETURN;
          default -> Outcome.OTHER;
        };
    return new FilterStep.Verdict(outcome, verdict.text(2, FilterChains.MAX_NAME));
  }

  private static FilterStep counter(Attributes inside) throws FormatException {
    return new FilterStep.Counter(
        Long.reverseBytes(inside.get(2).u64()), Long.reverseBytes(inside.get(1).u64()));
  }

  static int number(Attributes from, int type) throws FormatException {
    return Integer.reverseBytes(from.get(type).u32());
  }

  private static String value(Attributes inside, int type) throws FormatException {
    return HEX.formatHex(inside.get(type).nested().get(DATA_VALUE).bytes());
  }

  /** {@code NFT_REG_1} to 4 have 16 bytes each, {@code NFT_REG32_00} to 15 are parts of them. */
  private static int place(Attributes inside, int type) throws FormatException {
    Attribute attribute = inside.get(type);
    int register = Integer.reverseBytes(attribute.u32());
    if (register >= 1 && register <= OLD_REGISTERS) {
      return (register - 1) * OLD_REGISTERS;
    }
    if (register < NEW_REGISTERS || register >= NEW_REGISTERS + PLACES) {
      throw new FormatException(Reason.OUT_OF_RANGE, attribute.from());
    }
    return register - NEW_REGISTERS;
  }
}
