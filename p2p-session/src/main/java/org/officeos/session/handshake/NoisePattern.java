package org.officeos.session.handshake;

import static org.officeos.session.handshake.Token.E;
import static org.officeos.session.handshake.Token.EE;
import static org.officeos.session.handshake.Token.ES;
import static org.officeos.session.handshake.Token.PSK;
import static org.officeos.session.handshake.Token.S;
import static org.officeos.session.handshake.Token.SE;
import static org.officeos.session.handshake.Token.SS;

import java.util.ArrayList;
import java.util.List;

/**
 * One handshake pattern as a table (rev 34, section 7.5). The initiator writes the messages with
 * even index, the responder those with odd.
 *
 * @param name as it stands in the protocol's name, such as {@code KKpsk0}
 * @param initiatorKnown whether the responder knows the initiator's static beforehand
 * @param responderKnown whether the initiator knows the responder's static beforehand
 * @param messages the tokens of each message
 */
record NoisePattern(
    String name, boolean initiatorKnown, boolean responderKnown, List<List<Token>> messages) {

  static final NoisePattern XX =
      new NoisePattern(
          "XX", false, false, List.of(List.of(E), List.of(E, EE, S, ES), List.of(S, SE)));

  static final NoisePattern KK =
      new NoisePattern("KK", true, true, List.of(List.of(E, ES, SS), List.of(E, EE, SE)));

  static final NoisePattern IK =
      new NoisePattern("IK", false, true, List.of(List.of(E, ES, S, SS), List.of(E, EE, SE)));

  static final NoisePattern KK_PSK0 = KK.withPsk(0);

  NoisePattern {
    messages = messages.stream().map(List::copyOf).toList();
  }

  /**
   * This pattern with modifier {@code psk0}, the pre-shared key before the first message's tokens,
   * or {@code pskN}, after the tokens of message N, counted from 1 (rev 34, section 9.4).
   */
  NoisePattern withPsk(int place) {
    if (place < 0 || place > messages.size()) {
      throw new IllegalArgumentException("psk0 to psk" + messages.size());
    }
    int message = Math.max(0, place - 1);
    List<Token> changed = new ArrayList<>(messages.get(message));
    changed.add(place == 0 ? 0 : changed.size(), PSK);
    List<List<Token>> all = new ArrayList<>(messages);
    all.set(message, changed);
    return new NoisePattern(name + "psk" + place, initiatorKnown, responderKnown, all);
  }

  /** Whether a pre-shared key takes part. Then every ephemeral is mixed into the key as well. */
  boolean usesPsk() {
    return messages.stream().anyMatch(tokens -> tokens.contains(PSK));
  }

  /** The full name, which is the first thing hashed (rev 34, section 8). */
  String protocolName() {
    return "Noise_" + name + "_25519_ChaChaPoly_SHA256";
  }
}
