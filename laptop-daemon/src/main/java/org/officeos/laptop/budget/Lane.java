package org.officeos.laptop.budget;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.VerboseResult;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** One device's use of one opcode: a bucket with two bandwidths, and the requests open now. */
final class Lane {

  private final Limit limit;
  private final Bucket bucket;
  private final AtomicInteger open = new AtomicInteger();

  Lane(Limit limit, TimeMeter time) {
    this.limit = limit;
    this.bucket =
        Bucket.builder()
            .addLimit(
                Bandwidth.builder()
                    .capacity(limit.perMinute())
                    .refillGreedy(limit.perMinute(), Duration.ofMinutes(1))
                    .build())
            .addLimit(
                Bandwidth.builder()
                    .capacity(limit.burst())
                    .refillGreedy(limit.burst(), Duration.ofSeconds(Limit.SHORT_WINDOW_SECONDS))
                    .build())
            .withCustomTimePrecision(time)
            .build();
  }

  /** The place first, because a request that finds none must not cost a token. */
  Verdict acquire() {
    if (open.incrementAndGet() > limit.concurrent()) {
      open.decrementAndGet();
      return new Verdict.Refused(Verdict.Why.TOO_MANY_AT_ONCE, Duration.ZERO, remaining());
    }
    VerboseResult<ConsumptionProbe> result = bucket.asVerbose().tryConsumeAndReturnRemaining(1);
    long minute = result.getDiagnostics().getAvailableTokensPerEachBandwidth()[0];
    ConsumptionProbe probe = result.getValue();
    if (!probe.isConsumed()) {
      open.decrementAndGet();
      return new Verdict.Refused(
          Verdict.Why.TOO_MANY_A_MINUTE,
          Duration.ofNanos(probe.getNanosToWaitForRefill()),
          new Remaining(minute, placesLeft()));
    }
    return new Verdict.Granted(new Permit(open), new Remaining(minute, placesLeft()));
  }

  Remaining remaining() {
    long[] tokens =
        bucket
            .asVerbose()
            .getAvailableTokens()
            .getDiagnostics()
            .getAvailableTokensPerEachBandwidth();
    return new Remaining(tokens[0], placesLeft());
  }

  int openNow() {
    return open.get();
  }

  private int placesLeft() {
    return Math.max(0, limit.concurrent() - open.get());
  }
}
