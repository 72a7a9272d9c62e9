package org.officeos.laptop.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** The daemon's radio in one line for a person. */
final class RadioLine {

  private RadioLine() {}

  /**
   * Such as {@code group DIRECT-ab-OfficeOS stands on p2p-wlan0-0 at 2412 MHz, 1 handheld in it}.
   *
   * @param radio what the control socket says of it
   */
  static String of(JsonNode radio) {
    if (!radio.path("configured").asBoolean()) {
      return "none configured; name one in [radio]";
    }
    String state = radio.path("state").asText();
    if (state.equals("standing")) {
      return "group "
          + Plain.harmless(radio.path("ssid").asText())
          + " stands on "
          + radio.path("group_interface").asText()
          + (radio.path("frequency").isInt() ? " at " + radio.path("frequency") + " MHz" : "")
          + ", "
          + handhelds(radio.path("clients").asInt())
          + " in it"
          + why(radio);
    }
    return radio.path("interface").asText() + ": " + state.replace('_', ' ') + why(radio);
  }

  /** Where handhelds find this laptop on the air while a person pairs, or why they do not. */
  static String whilePairing(JsonNode radio) {
    return radio.path("state").asText().equals("standing")
        ? "on the air as \"" + Plain.harmless(radio.path("name").asText()) + "\", " + of(radio)
        : "not on the air, " + of(radio);
  }

  private static String why(JsonNode radio) {
    return radio.path("reason").isTextual()
        ? "; "
            + radio.path("reason").asText()
            + ", "
            + Plain.harmless(radio.path("explanation").asText())
        : "";
  }

  private static String handhelds(int count) {
    return count == 1 ? "1 handheld" : count + " handhelds";
  }
}
