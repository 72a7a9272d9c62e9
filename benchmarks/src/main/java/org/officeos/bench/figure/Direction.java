package org.officeos.bench.figure;

/** Which way a figure gets better. */
public enum Direction {
  /** More is better. */
  AT_LEAST("≥"),
  /** Less is better. */
  AT_MOST("≤");

  private final String sign;

  Direction(String sign) {
    this.sign = sign;
  }

  /** The sign that people write before the goal. */
  public String sign() {
    return sign;
  }

  /** Whether {@code value} reaches {@code goal}; what is no number never does. */
  public boolean reached(double value, double goal) {
    return switch (this) {
      case AT_LEAST -> value >= goal;
      case AT_MOST -> value <= goal;
    };
  }

  /** How far the goal is reached: 1 on it, more where it is surpassed. */
  public double score(double value, double goal) {
    return switch (this) {
      case AT_LEAST -> value / goal;
      case AT_MOST -> goal / Math.max(value, goal / 1000);
    };
  }
}
