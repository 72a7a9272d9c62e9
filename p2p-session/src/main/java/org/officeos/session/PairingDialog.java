package org.officeos.session;

import java.util.concurrent.CompletionStage;

/** The person in front of one screen. */
public interface PairingDialog {

  /**
   * Shows the code and asks whether the other screen shows the same. Only {@code true} is consent;
   * false, an exception, or no answer before the window closes is refusal. Called on an I/O thread
   * and must not block it.
   */
  CompletionStage<Boolean> confirm(PairingCode code);

  /**
   * On a laptop: an attempt has failed, such as with {@code NOT_CONFIRMED_BY_PEER} where the person
   * at the handheld said no, or with {@code CUT}; maybe before it had a code. Its question, where
   * one was asked, is void. The window stays open for another attempt unless this was the last.
   * Called on an I/O thread and must not block it. Does nothing unless it is overridden.
   */
  default void onAttemptFailed(SessionException.Reason reason) {}
}
