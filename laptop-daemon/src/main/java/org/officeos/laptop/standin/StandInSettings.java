package org.officeos.laptop.standin;

import java.time.Duration;

/**
 * How the stand-ins behave when nothing is wrong.
 *
 * @param imagePort loopback port that draws, 0 for any free one
 * @param textPort loopback port that writes, 0 for any free one
 * @param stepTime time that one sampling step takes, 0 to 1 minute
 * @param tokenTime time between two pieces of a streamed text, 0 to 1 minute
 */
public record StandInSettings(int imagePort, int textPort, Duration stepTime, Duration tokenTime) {

  private static final int MAX_PORT = 65_535;
  private static final Duration MAX_TIME = Duration.ofMinutes(1);

  /** Refuses what is no port and what never ends. */
  public StandInSettings {
    if (imagePort < 0 || imagePort > MAX_PORT || textPort < 0 || textPort > MAX_PORT) {
      throw new IllegalArgumentException("no such port");
    }
    if (!isTime(stepTime) || !isTime(tokenTime)) {
      throw new IllegalArgumentException("a step or a token takes up to a minute");
    }
  }

  /** Free ports; 80 ms a step and 40 ms a token, so that a person sees progress. */
  public static StandInSettings standard() {
    return new StandInSettings(0, 0, Duration.ofMillis(80), Duration.ofMillis(40));
  }

  /** Free ports, and no time passes: for tests and benchmarks. */
  public static StandInSettings instant() {
    return new StandInSettings(0, 0, Duration.ZERO, Duration.ZERO);
  }

  private static boolean isTime(Duration time) {
    return !time.isNegative() && time.compareTo(MAX_TIME) <= 0;
  }
}
