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
}
