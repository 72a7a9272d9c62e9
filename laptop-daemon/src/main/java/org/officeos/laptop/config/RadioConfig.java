package org.officeos.laptop.config;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.P2pException;
import org.officeos.laptop.config.ConfigException.Reason;

/**
 * The radio on which handhelds find this laptop.
 *
 * @param interfaceName its network interface, such as {@code wlan0}; 1 to 15 characters
 * @param deviceName how handhelds see it on the air, 1 to 32 bytes of UTF-8
 * @param frequency where the group is tried first; empty for the social channels
 * @param fence whether the packet filter keeps all but the session from the group's interface
 */
public record RadioConfig(
    String interfaceName, String deviceName, Optional<Frequency> frequency, boolean fence) {

  private static final int LONGEST_INTERFACE = 15;

  /**
   * Reads {@code [radio]}.
   *
   * @param laptop the laptop's name, which is cut to what fits
   */
  static RadioConfig read(TomlTable table, String laptop) throws ConfigException {
    String interfaceName =
        table
            .text("interface", LONGEST_INTERFACE)
            .orElseThrow(
                () ->
                    table.complain(
                        Reason.MISSING_KEY,
                        "interface",
                        "has to name the radio, such as \"wlan0\"; without a radio leave [radio]"
                            + " out"));
    boolean kernelTakesIt =
        interfaceName.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '/' && c != ':')
            && !interfaceName.startsWith(".");
    if (!kernelTakesIt) {
      throw table.complain(
          Reason.OUT_OF_RANGE, "interface", "is no name of an interface; ip link lists them");
    }
    Optional<String> name = table.text("name", DeviceSettings.LONGEST_NAME);
    if (name.isPresent() && bytes(name.get()) > DeviceSettings.LONGEST_NAME) {
      throw table.complain(Reason.OUT_OF_RANGE, "name", "takes at most 32 bytes of UTF-8");
    }
    RadioConfig radio =
        new RadioConfig(
            interfaceName,
            name.orElseGet(() -> cut(laptop)),
            frequency(table),
            table.flag("fence", true));
    table.refuseOthers();
    return radio;
  }

  private static Optional<Frequency> frequency(TomlTable table) throws ConfigException {
    int megahertz = (int) table.number("frequency", 0, 2412, 5885);
    if (megahertz == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(Frequency.of(megahertz));
    } catch (P2pException e) {
      throw table.complain(
          Reason.OUT_OF_RANGE, "frequency", "takes the centre of a channel in MHz, such as 2437");
    }
  }

  /** The longest beginning that WPS takes, never half a character. */
  static String cut(String name) {
    int end = name.length();
    while (bytes(name.substring(0, end)) > DeviceSettings.LONGEST_NAME) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
