package org.officeos.hal.p2p;

import org.jspecify.annotations.Nullable;

/**
 * A WPA2 passphrase: 8 to 63 printable ASCII characters (IEEE Std 802.11-2020, annex J.4). A
 * credential: {@link #toString()} does not show it.
 */
public final class Passphrase {

  /** Fewest characters. */
  public static final int SHORTEST = 8;

  /** Most characters. */
  public static final int LONGEST = 63;

  private final String characters;

  private Passphrase(String characters) {
    this.characters = characters;
  }

  /**
   * A passphrase.
   *
   * @throws P2pException {@code INVALID_PASSPHRASE} for another length or another character
   */
  public static Passphrase of(String characters) throws P2pException {
    if (characters.length() < SHORTEST || characters.length() > LONGEST) {
      throw new P2pException(P2pReason.INVALID_PASSPHRASE, "8 to 63 characters are wanted");
    }
    if (characters.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw new P2pException(P2pReason.INVALID_PASSPHRASE, "only printable ASCII may stand in it");
    }
    return new Passphrase(characters);
  }

  /**
   * The characters themselves, to hand to the supplicant or to show to the person; never to log.
   */
  public String characters() {
    return characters;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Passphrase that && characters.equals(that.characters);
  }

  @Override
  public int hashCode() {
    return characters.hashCode();
  }

  @Override
  public String toString() {
    return "a passphrase";
  }
}
