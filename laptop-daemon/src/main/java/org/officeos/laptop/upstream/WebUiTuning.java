package org.officeos.laptop.upstream;

import java.time.Duration;

/**
 * How a Stable Diffusion WebUI is treated.
 *
 * @param pollEvery time between two looks at its progress, 10 ms to 1 minute
 * @param queueDepth most jobs that wait while one is drawn, 0 to 1000
 */
public record WebUiTuning(Duration pollEvery, int queueDepth) {

  /** Refuses values out of range. */
  public WebUiTuning {
    if (pollEvery.toMillis() < 10 || pollEvery.toMillis() > 60_000) {
      throw new IllegalArgumentException("polls are 10 ms to 1 minute apart");
    }
    if (queueDepth < 0 || queueDepth > 1000) {
      throw new IllegalArgumentException("0 to 1000 jobs wait");
    }
  }

  /** A look every 500 ms, eight in the queue. */
  public static WebUiTuning standard() {
    return new WebUiTuning(Duration.ofMillis(500), 8);
  }
}
