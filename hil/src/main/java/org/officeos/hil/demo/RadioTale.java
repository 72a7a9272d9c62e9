package org.officeos.hil.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.officeos.hil.drive.Asked;

/** Tells what the handheld's radio does, change by change; silent where there is none. */
final class RadioTale implements Asked.Ear {

  private static final String LINKED = "LINKED";

  private final Narrator narrator;
  private final long began;
  private String last = "";

  RadioTale(Narrator narrator) {
    this.narrator = narrator;
    this.began = narrator.millis();
  }

  /** Whether that event tells that the group stands and has addresses. */
  static boolean linked(JsonNode event) {
    return event.path("event").asText().equals("link")
        && event.path("phase").asText().equals(LINKED);
  }

  @Override
  public void hear(JsonNode event) {
    if (!event.path("event").asText().equals("link")) {
      return;
    }
    String phase = event.path("phase").asText();
    String words =
        linked(event)
            ? String.format(
                Locale.ROOT,
                "linked: %s, this handheld is %s, the laptop %s; no DHCP, no route out",
                event.path("interface").asText(),
                event.path("own").asText(),
                event.path("owner").asText())
            : phase.toLowerCase(Locale.ROOT).replace('_', ' ') + why(event);
    if (!words.equals(last)) {
      last = words;
      double seconds = (narrator.millis() - began) / 1000.0;
      narrator.say(String.format(Locale.ROOT, "radio %6.2f s  %s", seconds, words));
    }
  }

  private static String why(JsonNode event) {
    String reason = event.path("reason").asText(event.path("obstacle").asText(""));
    return reason.isEmpty() ? "" : " (" + reason + ")";
  }
}
