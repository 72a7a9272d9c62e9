package org.officeos.laptop.daemon;

/** Tells whoever started the daemon that it serves, such as a service manager. */
@FunctionalInterface
public interface ReadyNotifier {

  /** Tells nobody. */
  ReadyNotifier NOBODY = address -> {};

  /**
   * The daemon accepts handhelds and commands now.
   *
   * @param address where it listens, such as {@code 127.0.0.1:47100}
   */
  void ready(String address);
}
