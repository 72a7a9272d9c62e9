package org.officeos.laptop.config;

import org.officeos.laptop.config.LimitsConfig.Rate;
import org.officeos.session.bytecode.Opcode;

/** Limits that hold for one device where the file says nothing. */
final class DefaultRates {

  private DefaultRates() {}

  /** Echo goes to no service and is what people measure with, so that it is hardly limited. */
  static Rate of(Opcode opcode) {
    return switch (opcode) {
      case ECHO -> new Rate(1_000_000, 256);
      case COMPLETE, CHAT -> new Rate(30, 4);
      case GENERATE_IMAGE -> new Rate(12, 2);
      case STATUS -> new Rate(120, 4);
    };
  }
}
