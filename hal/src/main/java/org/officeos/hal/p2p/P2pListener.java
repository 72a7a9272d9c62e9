package org.officeos.hal.p2p;

/** Hears events. Called on the implementation's event thread, in order; must not block. */
@FunctionalInterface
public interface P2pListener {

  /** One event. */
  void onEvent(P2pEvent event);

  /** Ends a subscription; safe to call twice, from any thread. */
  @FunctionalInterface
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
