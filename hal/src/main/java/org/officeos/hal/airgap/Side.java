package org.officeos.hal.airgap;

/**
 * Which machine a vector is looked for on. One of both is looked for on the handheld under its own
 * id; on the laptop it is part of what {@code AGL-LAP-01} and {@code AGL-LAP-02} say.
 */
public enum Side {
  HANDHELD("handheld"),
  LAPTOP("laptop"),
  BOTH("handheld and laptop");

  private final String word;

  Side(String word) {
    this.word = word;
  }

  /** Whether what concerns that machine is looked for on this one. */
  boolean has(Side other) {
    return this == LAPTOP ? other == LAPTOP : other != LAPTOP;
  }

  /** In words. */
  public String word() {
    return word;
  }
}
