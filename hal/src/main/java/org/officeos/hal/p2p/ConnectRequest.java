package org.officeos.hal.p2p;

import java.util.Optional;

/**
 * A wish to be in a group with a peer: the arguments of Android's {@code
 * ISupplicantP2pIface.connect}.
 *
 * @param peer whom; one not heard of yet is searched for first
 * @param method how the two persons prove that they mean each other
 * @param pin the peer's PIN, with {@code KEYPAD} and nothing else; with {@code DISPLAY} one of our
 *     own choice, or empty to have one made
 * @param join whether to join the group that the peer owns, instead of negotiating a new one
 * @param persistent whether both shall remember the group, to bring it back without a person
 * @param goIntent how much we want to own it, 0 to 15; see {@link #DEVICE_SETTING}
 * @param frequency where
 * @param authorizeOnly whether only to let the peer's request in, without sending one
 */
public record ConnectRequest(
    MacAddress peer,
    WpsMethod method,
    Optional<WpsPin> pin,
    boolean join,
    boolean persistent,
    int goIntent,
    Frequency frequency,
    boolean authorizeOnly) {

  /** The intent that {@link DeviceSettings} hold. */
  public static final int DEVICE_SETTING = -1;

  /** Refuses a PIN where none belongs, and intents out of range. */
  public ConnectRequest {
    if (method == WpsMethod.KEYPAD && pin.isEmpty()) {
      throw new IllegalArgumentException("a PIN to enter is wanted");
    }
    if (method == WpsMethod.PBC && pin.isPresent()) {
      throw new IllegalArgumentException("a button has no PIN");
    }
    if (goIntent < DEVICE_SETTING || goIntent > DeviceSettings.HIGHEST_INTENT) {
      throw new IllegalArgumentException("an intent is 0 to 15");
    }
  }

  private static ConnectRequest simple(MacAddress peer, WpsMethod method, Optional<WpsPin> pin) {
    return new ConnectRequest(peer, method, pin, false, true, DEVICE_SETTING, Frequency.ANY, false);
  }

  /** By button, persistent, anywhere. */
  public static ConnectRequest pbc(MacAddress peer) {
    return simple(peer, WpsMethod.PBC, Optional.empty());
  }

  /** By a PIN that this device shows, persistent, anywhere. */
  public static ConnectRequest display(MacAddress peer) {
    return simple(peer, WpsMethod.DISPLAY, Optional.empty());
  }

  /** By the PIN that the peer shows, persistent, anywhere. */
  public static ConnectRequest keypad(MacAddress peer, WpsPin pin) {
    return simple(peer, WpsMethod.KEYPAD, Optional.of(pin));
  }

  /** The same, joining the group that the peer owns. */
  public ConnectRequest joining() {
    return new ConnectRequest(
        peer, method, pin, true, persistent, goIntent, frequency, authorizeOnly);
  }

  /** The same with another intent. */
  public ConnectRequest withIntent(int intent) {
    return new ConnectRequest(
        peer, method, pin, join, persistent, intent, frequency, authorizeOnly);
  }

  /** The same with that PIN. */
  public ConnectRequest withPin(WpsPin other) {
    return new ConnectRequest(
        peer, method, Optional.of(other), join, persistent, goIntent, frequency, authorizeOnly);
  }

  /** The same on {@code where}. */
  public ConnectRequest on(Frequency where) {
    return new ConnectRequest(peer, method, pin, join, persistent, goIntent, where, authorizeOnly);
  }

  /** The same, for once only. */
  public ConnectRequest notPersistent() {
    return new ConnectRequest(peer, method, pin, join, false, goIntent, frequency, authorizeOnly);
  }

  /** The same, but waiting for the peer's own request. */
  public ConnectRequest onlyAuthorizing() {
    return new ConnectRequest(peer, method, pin, join, persistent, goIntent, frequency, true);
  }
}
