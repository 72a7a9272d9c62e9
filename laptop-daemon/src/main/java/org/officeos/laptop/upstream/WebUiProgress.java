package org.officeos.laptop.upstream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One look at {@code GET /sdapi/v1/progress}. Every value is bounded; what cannot be read is 0.
 *
 * @param permille 0 to 1000
 * @param step 0 to steps
 * @param steps 0 to 100 000
 * @param etaMillis -1 where unknown, at most a day
 * @param busy whether the service says that it works
 */
record WebUiProgress(int permille, int step, int steps, long etaMillis, boolean busy) {

  private static final double MAX_ETA_SECONDS = 86_400;
  private static final int MAX_STEPS = 100_000;

  static WebUiProgress of(JsonNode body) {
    double progress = body.path("progress").asDouble(0);
    double eta = body.path("eta_relative").asDouble(-1);
    JsonNode state = body.path("state");
    int steps = Math.max(0, Math.min(MAX_STEPS, state.path("sampling_steps").asInt(0)));
    int step = Math.max(0, Math.min(steps, state.path("sampling_step").asInt(0)));
    int permille = progress > 0 ? (int) Math.min(1000, Math.round(progress * 1000)) : 0;
    long etaMillis =
        eta > 0 && progress > 0 ? Math.round(Math.min(eta, MAX_ETA_SECONDS) * 1000) : -1;
    boolean busy = permille > 0 || state.path("job_count").asInt(0) > 0;
    return new WebUiProgress(permille, step, steps, etaMillis, busy);
  }
}
