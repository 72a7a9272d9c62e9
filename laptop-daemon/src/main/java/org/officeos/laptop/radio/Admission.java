package org.officeos.laptop.radio;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pEvent;

/**
 * The group's button: pressed while a pairing window is open, again before a press ends by itself,
 * and who came in by it. Times are nanoseconds of one monotonic clock.
 */
final class Admission {

  /** A button is pressed again this often: WPS ends a press after 120 s. */
  static final Duration EVERY = Duration.ofSeconds(100);

  /** After the supplicant refused a press. */
  static final Duration AGAIN = Duration.ofSeconds(5);

  private final Newcomers newcomers = new Newcomers();
  private boolean open;
  private long at;

  /** A person opened the window, or keeps it open. */
  void open() {
    open = true;
    newcomers.open();
  }

  /** Nobody is let in any more. */
  void close() {
    open = false;
  }

  /** The window is settled: who came in by it. */
  Set<MacAddress> settle() {
    return newcomers.close();
  }

  void onEvent(P2pEvent event) {
    newcomers.onEvent(event);
  }

  /** When the button is due, where that is before {@code other}. */
  long orEarlier(long other) {
    return open && at - other < 0 ? at : other;
  }

  /** A press, while the window is open. */
  List<Move> press(String interfaceName, long now) {
    if (!open) {
      return List.of();
    }
    at = now + EVERY.toNanos();
    return List.of(new Move.Admit(interfaceName));
  }

  /** The press was refused: another soon. */
  void onRefused(long now) {
    at = now + AGAIN.toNanos();
  }
}
