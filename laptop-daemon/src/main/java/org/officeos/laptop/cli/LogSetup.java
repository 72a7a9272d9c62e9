package org.officeos.laptop.cli;

import java.util.Map;
import org.officeos.laptop.config.LaptopConfig.LogLevel;

/**
 * Tells the log what the configuration says, before anything logs. Under journald lines carry a
 * priority and no time, because the journal has its own; elsewhere they carry the time.
 */
final class LogSetup {

  private LogSetup() {}

  static void apply(LogLevel level, Map<String, String> environment) {
    System.setProperty("officeos.log.level", level.name());
    if (environment.containsKey("JOURNAL_STREAM")) {
      System.setProperty(
          "officeos.log.pattern",
          "%replace(%replace(%replace(%replace(%level){'^ERROR$','<3>'}){'^WARN$','<4>'})"
              + "{'^INFO$','<6>'}){'^DEBUG$','<7>'}%msg%n%nopex");
    }
  }
}
