package org.officeos.hil.rig;

import java.util.regex.Pattern;

/**
 * What is between the laptop and the handhelds, which is not what the rig reaches them over.
 *
 * @param words as {@code --link} takes them: {@code wifi-direct}, {@code wifi-direct:INTERFACE},
 *     {@code loopback}, or {@code namespace:ADDRESS} without a port
 */
public record SshLink(String words) {

  private static final Pattern FORM =
      Pattern.compile(
          "wifi-direct(:[a-zA-Z0-9_.-]{1,15})?|loopback|namespace:[0-9a-fA-F.:\\[\\]]+");
  private static final String NAMESPACE = "namespace:";
  private static final String WIFI_DIRECT = "wifi-direct";

  /** Refuses other words. */
  public SshLink {
    if (!FORM.matcher(words).matches()) {
      throw new IllegalArgumentException("not a link: " + words);
    }
  }

  boolean isWifiDirect() {
    return words.startsWith(WIFI_DIRECT);
  }

  /** Over Wi-Fi Direct, loopback is for the laptop's own commands. */
  String listenAddress() {
    return words.startsWith(NAMESPACE) ? words.substring(NAMESPACE.length()) : "127.0.0.1";
  }

  /** What the laptop's configuration says of it. */
  String laptopSettings(String radio) {
    return isWifiDirect() ? "[radio]\ninterface = \"" + radio + "\"\n" : "";
  }

  /** What the handheld's {@code --link} takes. */
  String option(int port) {
    return isWifiDirect() ? words : words + ":" + port;
  }
}
