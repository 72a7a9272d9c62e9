package org.officeos.handheld.cli;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.officeos.hal.airgap.Opening;
import org.officeos.hal.guard.GuardRecord;
import org.officeos.hal.json.JsonObject;
import org.officeos.hal.text.TerminalText;

/** Says what the guard writes down: a line each. Names in it may be anybody's. */
final class GuardVoice implements Consumer<GuardRecord> {

  private final Voice voice;
  private final InstantSource clock;
  private final LongSupplier nanos;

  GuardVoice(Voice voice, InstantSource clock, LongSupplier nanos) {
    this.voice = voice;
    this.clock = clock;
    this.nanos = nanos;
  }

  @Override
  public void accept(GuardRecord what) {
    if (what instanceof GuardRecord.Shut shut) {
      say(shut);
    } else if (what instanceof GuardRecord.Open open) {
      say(open);
    } else if (what instanceof GuardRecord.Repeated repeated) {
      say(repeated);
    } else if (what instanceof GuardRecord.Blind blind) {
      String name = blind.what().name().toLowerCase(Locale.ROOT);
      voice.say(
          JsonVoice.event("blind").put("what", name).put("why", blind.why()),
          line("BLIND   " + name + ": could not be looked at: " + blind.why()));
    } else if (what instanceof GuardRecord.Sighted sighted) {
      String name = sighted.what().name().toLowerCase(Locale.ROOT);
      voice.say(
          JsonVoice.event("sighted").put("what", name),
          line("SIGHTED " + name + ": can be looked at again"));
    }
  }

  private void say(GuardRecord.Shut shut) {
    voice.say(
        opening("shut", shut.opening())
            .put("how", shut.how())
            .put("seen", at(shut.seen()))
            .put("shut", at(shut.shut()))
            .put("took_us", shut.took() / 1000),
        line(
            "SHUT    "
                + words(shut.opening())
                + ": "
                + shut.how()
                + ", "
                + GuardTimes.millis(shut.took())));
  }

  private void say(GuardRecord.Open open) {
    voice.say(
        opening("open", open.opening())
            .put("why", open.why())
            .put("tries", open.tries())
            .put("seen", at(open.seen())),
        line("OPEN    " + words(open.opening()) + ": " + open.why()));
  }

  private void say(GuardRecord.Repeated repeated) {
    voice.say(
        JsonVoice.event("repeated")
            .put("id", repeated.vector().id())
            .put("subject", repeated.subject())
            .put("times", repeated.times())
            .put("slowest_us", repeated.slowest() / 1000),
        line(
            "SHUT    "
                + repeated.vector().id()
                + "  "
                + repeated.subject()
                + ": "
                + repeated.times()
                + " times more, at most "
                + GuardTimes.millis(repeated.slowest())));
  }

  private static JsonObject opening(String event, Opening opening) {
    return JsonVoice.event(event)
        .put("id", opening.vector().id())
        .put("subject", opening.subject())
        .put("observed", opening.observed());
  }

  private static String words(Opening opening) {
    return opening.vector().id() + "  " + opening.subject() + ": " + opening.observed();
  }

  private static List<String> line(String text) {
    return List.of(TerminalText.sanitizeLine(text));
  }

  /** When that was, by the wall's clock as it is set now. */
  private String at(long then) {
    Instant now = clock.instant();
    return GuardTimes.text(now.minusNanos(nanos.getAsLong() - then).truncatedTo(ChronoUnit.MICROS));
  }
}
