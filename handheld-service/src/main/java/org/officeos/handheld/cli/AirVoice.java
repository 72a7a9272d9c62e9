package org.officeos.handheld.cli;

import java.util.List;
import java.util.Optional;
import org.officeos.hal.json.JsonObject;
import org.officeos.hal.text.TerminalText;
import org.officeos.handheld.group.GroupListener;
import org.officeos.handheld.group.GroupStatus;
import org.officeos.handheld.radio.Phase;

/** Tells how the way over the air comes about, on standard error for a person. */
final class AirVoice implements GroupListener {

  private final Voice voice;
  private String said = "";

  AirVoice(Voice voice) {
    this.voice = voice;
  }

  @Override
  public void onChange(GroupStatus status) {
    Optional<String> words = words(status);
    if (words.isPresent() && !words.get().equals(said)) {
      said = words.get();
      voice.note(event(status), List.of("officeos: " + TerminalText.sanitizeLine(said)));
    }
  }

  /** The change as an event. */
  static JsonObject event(GroupStatus status) {
    JsonObject event =
        JsonVoice.event("link")
            .put("phase", status.phase().name())
            .putIf("reason", status.reason().map(Enum::name))
            .putIf("obstacle", status.obstacle().map(e -> e.reason().name()));
    status
        .standing()
        .ifPresent(
            group ->
                event
                    .put("interface", group.interfaceName())
                    .put("own", group.own().toString())
                    .put("owner", group.owner().toString())
                    .put("laptop", group.laptop().toString()));
    return event;
  }

  /** The change as a sentence; empty for steps that last a moment. */
  static Optional<String> words(GroupStatus status) {
    Phase phase = status.phase();
    return switch (phase) {
      case STOPPED, LOOKING_UP, TUNING_IN, LETTING_GO -> Optional.empty();
      case RADIO_AWAY -> Optional.of("Waiting for the radio" + why(status));
      case REJOINING -> Optional.of("Going into the laptop's group.");
      case SEARCHING -> Optional.of("Searching for the laptop" + why(status));
      case SEARCHING_WIDELY -> Optional.of("Searching for the laptop on every channel.");
      case REINVOKING -> Optional.of("Found the laptop; asking for the group.");
      case CONNECTING ->
          Optional.of("Found the laptop; asking into its group. Pairing has to be open there.");
      case SHUT_OUT ->
          Optional.of(
              "The laptop is near and does not let this device in: its permission was withdrawn, or"
                  + " its group is a new one. Open pairing there (officeos-laptop pair) and start"
                  + " officeos link again, or pair again: officeos pair. It is asked seldom now.");
      case RESTING -> Optional.of("No group with the laptop yet" + why(status));
      case LINKED ->
          status
              .standing()
              .map(
                  group ->
                      "In the laptop's group on "
                          + group.interfaceName()
                          + ", address "
                          + group.own()
                          + ".");
    };
  }

  private static String why(GroupStatus status) {
    Optional<String> kernel =
        status.obstacle().map(e -> ": " + e.reason() + ", " + e.getMessage() + ".");
    return kernel
        .or(() -> status.reason().map(r -> ": " + r.cause() + "; " + r.next() + "."))
        .orElse(".");
  }
}
