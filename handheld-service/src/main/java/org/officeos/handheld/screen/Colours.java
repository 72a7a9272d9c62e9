package org.officeos.handheld.screen;

import java.util.Locale;
import java.util.Map;
import org.officeos.hal.text.TerminalColour;

/** What a terminal can paint with. */
public enum Colours {
  /** 24-bit colours, two pixels to a character. */
  TRUECOLOUR,
  /** The 256-colour palette, two pixels to a character. */
  PALETTE,
  /** Characters of growing weight, no colour. */
  ASCII;

  /**
   * What the environment says: ASCII where NO_COLOR is set (no-color.org) or the terminal is dumb
   * or unnamed, 24-bit where COLORTERM says so, 256 colours where TERM says so, ASCII otherwise.
   */
  public static Colours of(Map<String, String> environment) {
    if (!TerminalColour.isWanted(environment)) {
      return ASCII;
    }
    String term = environment.getOrDefault("TERM", "");
    String colorTerm = environment.getOrDefault("COLORTERM", "").toLowerCase(Locale.ROOT);
    if (colorTerm.equals("truecolor") || colorTerm.equals("24bit") || term.endsWith("-direct")) {
      return TRUECOLOUR;
    }
    return term.contains("256color") ? PALETTE : ASCII;
  }
}
