package org.officeos.hil.demo;

import java.util.Map;

/** What the person's terminal can show. */
final class Terminal {

  /** Characters in a line of the shown picture. */
  static final String COLUMNS = "64";

  private Terminal() {}

  /** The handheld's word for the colours: half blocks in true colour unless that is unwanted. */
  static String colours() {
    Map<String, String> environment = System.getenv();
    boolean plain =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    return plain ? "ascii" : "truecolour";
  }
}
