package org.officeos.laptop.upstream;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Waits no time, and remembers for how long it should have. */
final class RecordingPause implements Pause {

  final List<Duration> waits = new CopyOnWriteArrayList<>();

  @Override
  public boolean cancelledWithin(Duration duration, CancelSignal cancel) {
    waits.add(duration);
    return cancel.isCancelled();
  }
}
