package org.officeos.hal.guard;

import java.util.List;

/**
 * What the guard's loop needs of a kernel. For one thread, but for {@link #wake}. Nothing here
 * fails but by name: what cannot be looked at is {@link GuardEvent.Blind}, what cannot be done is
 * {@code REFUSED}.
 */
public interface GuardKernel extends AutoCloseable {

  /**
   * Waits for what the kernel tells by itself. Events come in the order in which one source told
   * them; where some were lost, {@link GuardEvent.Lost} comes instead.
   *
   * @param nanos longest wait, 0 and more
   * @return what came; none where the time passed, or somebody wanted the wait to end
   */
  List<GuardEvent> next(long nanos);

  /** Ends the wait in {@link #next}, or the next one. For any thread, also after the end. */
  void wake();

  /**
   * Looks now.
   *
   * @return for {@code RADIOS} one {@code RadiosSeen} or {@code Blind}; for {@code ALL} that, then
   *     one {@code NetworkSeen} or {@code Blind}, and the switches that came since; for {@code
   *     FILTER} one {@code FilterSeen} or {@code Blind}
   */
  List<GuardEvent> look(GuardOrder.Look what);

  /** Does it, and waits for the kernel's word. {@link GuardAction.Tell} is never asked for. */
  GuardAnswer act(GuardAction action);

  /** Lets go of all. Closing twice is no error. */
  @Override
  void close();
}
