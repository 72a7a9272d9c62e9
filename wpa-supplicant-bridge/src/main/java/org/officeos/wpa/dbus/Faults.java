package org.officeos.wpa.dbus;

import org.freedesktop.dbus.exceptions.NotConnected;
import org.jspecify.annotations.Nullable;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pReason;

/**
 * D-Bus errors as reasons. What the supplicant means by {@code InvalidArgs} and {@code
 * UnknownError} depends on what was asked, so each call brings its own {@link Meaning}.
 */
final class Faults {

  private static final int LONGEST_DETAIL = 200;

  /**
   * What the supplicant's three vague errors mean for one call.
   *
   * @param invalid for {@code InvalidArgs}
   * @param unknown for {@code UnknownError} and {@code ConnectUnspecifiedError}
   * @param gone when the object that was called is not there
   */
  record Meaning(P2pReason invalid, P2pReason unknown, P2pReason gone) {

    /** Of a call on the radio's own object. */
    static Meaning of(P2pReason invalid, P2pReason unknown) {
      return new Meaning(invalid, unknown, P2pReason.RADIO_LOST);
    }

    /** Of a call that can only fail by our own fault, or theirs. */
    static Meaning plain() {
      return of(P2pReason.INVALID_ARGUMENT, P2pReason.SUPPLICANT_FAULT);
    }
  }

  private Faults() {}

  static P2pException of(RuntimeException error, Meaning meaning) {
    if (error instanceof NotConnected) {
      return new P2pException(P2pReason.SUPPLICANT_LOST, "the bus is not connected", error);
    }
    if (!(error instanceof BusFault refused)) {
      String detail = "an answer of an unknown form: " + error.getClass().getSimpleName();
      return new P2pException(P2pReason.SUPPLICANT_FAULT, detail, error);
    }
    String name = refused.name();
    return new P2pException(reason(name, meaning), detail(name, refused.getMessage()), error);
  }

  static P2pReason reason(String name, Meaning meaning) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "InvalidArgs" -> meaning.invalid();
      case "UnknownError", "ConnectUnspecifiedError" -> meaning.unknown();
      case "NetworkUnknown", "PersistentGroupUnknown" -> P2pReason.UNKNOWN_PERSISTENT_GROUP;
      case "ConnectChannelUnavailable", "ConnectChannelUnsupported" ->
          P2pReason.CHANNEL_UNAVAILABLE;
      case "InterfaceUnknown" -> P2pReason.RADIO_LOST;
      case "AccessDenied", "AuthFailed", "InteractiveAuthorizationRequired" -> P2pReason.BUS_DENIED;
      case "ServiceUnknown", "NameHasNoOwner", "NoReply", "Timeout", "TimedOut", "Disconnected" ->
          P2pReason.SUPPLICANT_LOST;
      case "UnknownObject", "UnknownInterface", "UnknownMethod" -> meaning.gone();
      default -> P2pReason.SUPPLICANT_FAULT;
    };
  }

  private static String detail(String name, @Nullable String message) {
    String text = message == null ? "" : message.replaceAll("\\p{Cntrl}", " ");
    String cut = text.length() > LONGEST_DETAIL ? text.substring(0, LONGEST_DETAIL) : text;
    return cut.isEmpty() ? name : name + ": " + cut;
  }
}
