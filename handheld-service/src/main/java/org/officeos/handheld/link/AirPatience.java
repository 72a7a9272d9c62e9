package org.officeos.handheld.link;

import java.time.Duration;
import org.officeos.handheld.radio.LaptopChoice;

/**
 * How long each thing over the air may take.
 *
 * @param whole a connection, group and socket together
 * @param radio how long the radio may be away before it is called unusable: a supplicant that was
 *     started anew is back within it
 * @param settling how long a search for an unknown laptop listens before it takes the only one
 * @param socket opening the socket in a group that stands
 */
public record AirPatience(Duration whole, Duration radio, Duration settling, Duration socket) {

  /** Of a command that a person waits for. */
  public static final AirPatience USUAL = of(45);

  /** Of a pairing: somebody walks over to the laptop and opens it there. */
  public static final AirPatience PAIRING = of(120);

  private static AirPatience of(int seconds) {
    return new AirPatience(
        Duration.ofSeconds(seconds),
        Duration.ofSeconds(5),
        LaptopChoice.USUAL_SETTLING,
        Duration.ofSeconds(5));
  }
}
