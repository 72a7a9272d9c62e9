package org.officeos.wpa.dbus;

import java.util.Optional;

/** Hears what the bus tells; called on the bus library's threads, and must not block. */
public interface BusListener {

  /** A signal of the supplicant that is pinned. */
  void onSignal(SupplicantSignal signal);

  /** The supplicant's name changed hands; empty when nobody has it now. */
  void onOwner(Optional<String> owner);

  /** The bus itself is gone; nothing will come any more. */
  void onDisconnected();
}
