package org.officeos.hal.airgap;

import java.util.HashMap;
import java.util.Map;

/**
 * What was read of a machine at one moment, part by part. A part that nobody put in is unreadable,
 * {@code NOT_TRIED}: nothing is ever passed for want of looking. Immutable.
 */
public final class Snapshot {

  /** Nothing was read yet. */
  public static final Snapshot EMPTY = new Snapshot(Map.of());

  private final Map<Part<?>, Reading<?>> parts;

  private Snapshot(Map<Part<?>, Reading<?>> parts) {
    this.parts = Map.copyOf(parts);
  }

  /** The same with one part put in, or put in place of what was there. */
  public <T> Snapshot with(Part<T> part, Reading<T> reading) {
    Map<Part<?>, Reading<?>> more = new HashMap<>(parts);
    more.put(part, reading);
    return new Snapshot(more);
  }

  /** One part; only {@link #with} puts any in, so that what is found is of the part's own kind. */
  @SuppressWarnings("unchecked")
  public <T> Reading<T> get(Part<T> part) {
    Reading<?> found = parts.get(part);
    return found == null
        ? part.unreadable(Reading.Why.NOT_TRIED, "", part.toString())
        : (Reading<T>) found;
  }
}
