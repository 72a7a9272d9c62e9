package org.officeos.hil.drive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.officeos.hil.rig.RigException;
import org.officeos.hil.rig.Running;

/** A command with {@code --json} that is still running. */
public final class Asked {

  /** An emulated processor takes longer; the radio lab says how much. */
  private static final Duration LIMIT =
      Duration.ofSeconds(Long.getLong("officeos.hil.patience.seconds", 60));

  private final Running running;

  /** Any program that prints one JSON object a line. */
  public Asked(Running running) {
    this.running = running;
  }

  /** The process. */
  public Running running() {
    return running;
  }

  /**
   * Waits for the first event of that name.
   *
   * @throws RigException {@code TIMED_OUT}, {@code ENDED_EARLY}
   */
  public JsonNode await(String event) throws RigException {
    return await(Events.named(event));
  }

  /**
   * Waits for the first event that is {@code wanted}.
   *
   * @throws RigException {@code TIMED_OUT}, {@code ENDED_EARLY}
   */
  public JsonNode await(Predicate<JsonNode> wanted) throws RigException {
    return Events.parse(running.awaitOut(line -> wanted.test(Events.parse(line)), LIMIT));
  }

  /**
   * Hears every event, from the first to the end of the output.
   *
   * @throws RigException {@code TIMED_OUT}; and what {@code ear} throws
   */
  public void follow(Ear ear) throws RigException {
    int index = 0;
    Optional<String> line = running.outLine(index, LIMIT);
    while (line.isPresent()) {
      ear.hear(Events.parse(line.get()));
      index++;
      line = running.outLine(index, LIMIT);
    }
  }

  /**
   * Hears every event from the first until one that is {@code wanted}, which is returned.
   *
   * @throws RigException {@code TIMED_OUT}, {@code ENDED_EARLY}; and what {@code ear} throws
   */
  public JsonNode followUntil(Predicate<JsonNode> wanted, Ear ear) throws RigException {
    int index = 0;
    Optional<String> line = running.outLine(index, LIMIT);
    while (line.isPresent()) {
      JsonNode event = Events.parse(line.get());
      ear.hear(event);
      if (wanted.test(event)) {
        return event;
      }
      index++;
      line = running.outLine(index, LIMIT);
    }
    throw new RigException(
        RigException.Reason.ENDED_EARLY, "before what was waited for: " + running.describeSoFar());
  }

  /** Hears one event. */
  @FunctionalInterface
  public interface Ear {

    /** An event, or a missing node for a line that is none. */
    void hear(JsonNode event) throws RigException;
  }

  /** Answers a question that the command asked. */
  public void answer(boolean yes) throws RigException {
    running.type(yes ? "yes" : "no");
  }

  /** Waits for its end. */
  public Said end() throws RigException {
    return Said.of(running.await(LIMIT));
  }
}
