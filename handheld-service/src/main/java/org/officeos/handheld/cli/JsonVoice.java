package org.officeos.handheld.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.officeos.hal.json.JsonObject;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.Reason;
import org.officeos.session.Progress;
import org.officeos.session.relationship.Relationship;

/** One JSON object on each line of standard output, flushed at once. */
final class JsonVoice implements Voice {

  private final PrintStream out;

  JsonVoice(PrintStream out) {
    this.out = out;
  }

  @Override
  public void say(JsonObject event, List<String> lines) {
    line(event);
  }

  @Override
  public void note(JsonObject event, List<String> lines) {
    line(event);
  }

  @Override
  public void problem(OfficeException e, int exitCode) {
    line(
        event("error")
            .put("reason", e.reason().name())
            .put("exit", exitCode)
            .put("cause", e.reason().cause())
            .put("next", e.reason().nextStep())
            .putIf("detail", e.detail())
            .putIf("retry_after_ms", e.retryAfterMillis()));
  }

  @Override
  public void endOfText() {}

  @Override
  public void onConnecting(int attempt) {
    line(event("connecting").put("attempt", attempt));
  }

  @Override
  public void onSent(Relationship relationship, long connectMicros, long handshakeMicros) {
    line(
        event("sent")
            .put("relationship", relationship.id().toString())
            .put("connect_us", connectMicros)
            .put("handshake_us", handshakeMicros));
  }

  @Override
  public void onInstruction(int bytes, int wireBytes) {
    line(event("instruction").put("bytes", bytes).put("wire_bytes", wireBytes));
  }

  @Override
  public void onProgress(Progress progress) {
    JsonObject event =
        event("progress")
            .put("permille", progress.permille())
            .put("step", progress.step())
            .put("steps", progress.steps());
    if (progress.etaMillis() >= 0) {
      event.put("eta_ms", progress.etaMillis());
    }
    line(event);
  }

  @Override
  public void onToken(String text) {
    line(event("token").put("text", text));
  }

  @Override
  public void onRetry(Reason reason, Duration pause) {
    line(event("retry").put("reason", reason.name()).put("pause_ms", pause.toMillis()));
  }

  static JsonObject event(String name) {
    return new JsonObject().put("event", name);
  }

  private synchronized void line(JsonObject event) {
    out.println(event);
    out.flush();
  }
}
