package org.officeos.hal.airgap;

/** Which machine a vector is looked for on. */
public enum Side {
  HANDHELD("handheld"),
  LAPTOP("laptop"),
  BOTH("handheld and laptop");

  private final String word;

  Side(String word) {
    this.word = word;
  }

  /** In words. */
  public String word() {
    return word;
  }
}
