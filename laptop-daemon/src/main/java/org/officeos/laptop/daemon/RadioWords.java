package org.officeos.laptop.daemon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.officeos.laptop.config.Words;
import org.officeos.laptop.control.Json;
import org.officeos.laptop.radio.RadioPhase;
import org.officeos.laptop.radio.RadioStatus;
import org.officeos.laptop.radio.Trouble;

/** The radio as the control socket tells of it. No key stands in it. */
final class RadioWords {

  private RadioWords() {}

  /** Empty where no radio is configured. */
  static ObjectNode of(Optional<RadioStatus> status) {
    ObjectNode words = Json.object();
    words.put("configured", status.isPresent());
    words.put("state", Words.of(status.map(RadioStatus::phase).orElse(RadioPhase.OFF)));
    Optional<Trouble> trouble = status.flatMap(RadioStatus::trouble);
    words.put("reason", trouble.map(Trouble::word).orElse(null));
    words.put("explanation", trouble.map(Trouble::explanation).orElse(null));
    words.put("name", status.map(RadioStatus::name).orElse(null));
    words.put("interface", status.map(RadioStatus::interfaceName).orElse(null));
    Optional<RadioStatus.Standing> group = status.flatMap(RadioStatus::group);
    words.put("group_interface", group.map(RadioStatus.Standing::interfaceName).orElse(null));
    words.put("ssid", group.map(RadioStatus.Standing::ssid).orElse(null));
    words.put(
        "frequency",
        group.map(RadioStatus.Standing::megahertz).filter(mhz -> mhz > 0).orElse(null));
    words.put("clients", status.map(RadioStatus::clients).orElse(0));
    return words;
  }
}
