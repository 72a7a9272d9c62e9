package org.officeos.hal.text;

import java.util.Map;

/** Whether a terminal is to have colours. */
public final class TerminalColour {

  private TerminalColour() {}

  /**
   * Whether the environment lets any be used: NO_COLOR (no-color.org) is not set, the terminal
   * named, not dumb.
   */
  public static boolean isWanted(Map<String, String> environment) {
    String term = environment.getOrDefault("TERM", "");
    boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return !refused && !term.isEmpty() && !term.equals("dumb");
  }
}
