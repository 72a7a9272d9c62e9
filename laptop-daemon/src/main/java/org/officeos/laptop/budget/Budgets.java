package org.officeos.laptop.budget;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.relationship.RelationshipId;

/**
 * Requests a minute and requests at once, for each device and opcode. A token bucket: the minute's
 * allowance flows back evenly, so that an idle device may use up to twice of it in its first minute
 * and the plain rate from then on, and a second, short bandwidth keeps bursts small. What an idle
 * device held is dropped, because after two minutes its buckets are full again. Safe for use by
 * several threads; never blocks.
 */
public final class Budgets {

  /** How long a device is remembered after its last request. */
  static final Duration IDLE = Duration.ofMinutes(2);

  private final Map<Opcode, Limit> limits;
  private final LongSupplier nanoTime;
  private final TimeMeter meter;
  private final Map<RelationshipId, Device> devices = new ConcurrentHashMap<>();
  private final AtomicLong lastSweep;

  /**
   * Budgets of their own.
   *
   * @param limits one for each opcode
   * @param nanoTime nanoseconds that only move forward, such as {@code System::nanoTime}
   */
  public Budgets(Map<Opcode, Limit> limits, LongSupplier nanoTime) {
    this.limits = new EnumMap<>(limits);
    if (!this.limits.keySet().equals(java.util.EnumSet.allOf(Opcode.class))) {
      throw new IllegalArgumentException("every opcode has a limit");
    }
    this.nanoTime = nanoTime;
    this.meter = new NanoMeter(nanoTime);
    this.lastSweep = new AtomicLong(nanoTime.getAsLong());
  }

  /** Takes one request's share, or says why not and for how long. */
  public Verdict acquire(RelationshipId id, Opcode opcode) {
    sweep();
    long now = nanoTime.getAsLong();
    Verdict[] verdict = new Verdict[1];
    devices.compute(
        id,
        (key, known) -> {
          Device device = known == null ? new Device() : known;
          device.lastUse = now;
          verdict[0] = device.lane(opcode).acquire();
          return device;
        });
    return verdict[0];
  }

  /** What is left, without taking any of it. */
  public Remaining remaining(RelationshipId id, Opcode opcode) {
    Device device = devices.get(id);
    Lane lane = device == null ? null : device.lanes.get(opcode);
    if (lane != null) {
      return lane.remaining();
    }
    Limit limit = limit(opcode);
    return new Remaining(limit.perMinute(), limit.concurrent());
  }

  /** Devices that are remembered now. */
  public int remembered() {
    return devices.size();
  }

  /** Requests that are open now, of all devices. */
  public int openNow() {
    return devices.values().stream().mapToInt(Device::openNow).sum();
  }

  /** Drops what idle devices held; at most once in {@link #IDLE}, and cheap in between. */
  private void sweep() {
    long now = nanoTime.getAsLong();
    long last = lastSweep.get();
    if (now - last < IDLE.toNanos() || !lastSweep.compareAndSet(last, now)) {
      return;
    }
    for (RelationshipId id : devices.keySet()) {
      devices.computeIfPresent(id, (key, device) -> device.idle(now) ? null : device);
    }
  }

  private Limit limit(Opcode opcode) {
    Limit limit = limits.get(opcode);
    if (limit == null) {
      throw new IllegalStateException("every opcode has a limit");
    }
    return limit;
  }

  private final class Device {
    private final Map<Opcode, Lane> lanes = new ConcurrentHashMap<>();
    private volatile long lastUse;

    Lane lane(Opcode opcode) {
      return lanes.computeIfAbsent(opcode, key -> new Lane(limit(key), meter));
    }

    boolean idle(long now) {
      return now - lastUse >= IDLE.toNanos() && openNow() == 0;
    }

    int openNow() {
      return lanes.values().stream().mapToInt(Lane::openNow).sum();
    }
  }

  private record NanoMeter(LongSupplier nanoTime) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return nanoTime.getAsLong();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
