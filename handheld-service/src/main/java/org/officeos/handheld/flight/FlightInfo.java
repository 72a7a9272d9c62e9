package org.officeos.handheld.flight;

import java.util.Locale;
import java.util.Optional;
import org.officeos.hal.json.JsonException;
import org.officeos.hal.json.JsonObject;
import org.officeos.hal.json.JsonReader;
import org.officeos.hal.json.JsonValue;

/**
 * A request under way, as it tells this user's other commands.
 *
 * @param id sixteen hexadecimal digits
 * @param kind what was asked: {@code image}, {@code complete}, {@code chat}, …
 * @param phase how far it is
 * @param permille 0 to 1000
 * @param ageMillis milliseconds since it began
 * @param pid the process that waits for it
 */
public record FlightInfo(
    String id, String kind, Phase phase, int permille, long ageMillis, long pid) {

  /** How far a request is. */
  public enum Phase {
    /** There is no session yet. */
    CONNECTING,
    /** The instruction is on its way; nothing was heard yet. */
    WAITING,
    /** The laptop said how far it is, or began to answer. */
    WORKING,
    /** It was cancelled and is about to end. */
    CANCELLING;

    /** In small letters, as JSON has it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** As one JSON object. */
  public JsonValue.Obj toJson() {
    return new JsonObject()
        .put("id", id)
        .put("kind", kind)
        .put("phase", phase.word())
        .put("permille", permille)
        .put("age_ms", ageMillis)
        .put("pid", pid)
        .build();
  }

  /** Reads what {@link #toJson} wrote, or nothing from anything else. */
  static Optional<FlightInfo> parse(String json) {
    try {
      if (!(JsonReader.read(json) instanceof JsonValue.Obj object)) {
        return Optional.empty();
      }
      String id = object.text("id").orElse("");
      String kind = object.text("kind").orElse("");
      Optional<Phase> phase = phase(object.text("phase").orElse(""));
      long permille = object.number("permille").orElse(-1);
      long age = object.number("age_ms").orElse(-1);
      long pid = object.number("pid").orElse(-1);
      boolean sound =
          id.matches("[0-9a-f]{16}")
              && kind.matches("[a-z]{1,16}")
              && permille >= 0
              && permille <= 1000
              && age >= 0
              && pid > 0;
      return phase
          .filter(p -> sound)
          .map(p -> new FlightInfo(id, kind, p, (int) permille, age, pid));
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  private static Optional<Phase> phase(String word) {
    for (Phase phase : Phase.values()) {
      if (phase.word().equals(word)) {
        return Optional.of(phase);
      }
    }
    return Optional.empty();
  }
}
