package org.officeos.handheld.cli;

import java.time.Duration;
import java.util.List;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.Pending;
import org.officeos.handheld.client.Reason;
import org.officeos.handheld.client.RequestListener;
import org.officeos.handheld.flight.FlightException;
import org.officeos.handheld.flight.FlightInfo;
import org.officeos.handheld.flight.FlightInfo.Phase;
import org.officeos.handheld.flight.FlightSocket;
import org.officeos.session.Progress;
import org.officeos.session.relationship.Relationship;

/**
 * One request of this command: heard by the person or script, seen and cancellable by the person's
 * other commands and by Ctrl-C.
 */
final class Flying implements RequestListener {

  private final Machine machine;
  private final CommonOptions options;
  private final Interruption interruption;
  private final Voice voice;
  private final String kind;
  private final long start;

  private volatile Phase phase = Phase.CONNECTING;
  private volatile int permille;

  Flying(
      Machine machine, CommonOptions options, Interruption interruption, Voice voice, String kind) {
    this.machine = machine;
    this.options = options;
    this.interruption = interruption;
    this.voice = voice;
    this.kind = kind;
    this.start = machine.nanos().getAsLong();
  }

  /** Waits for the end. */
  @SuppressWarnings("try") // the resources only end
  <T> T await(Pending<T> pending) throws OfficeException, InterruptedException {
    Runnable cancel =
        () -> {
          phase = Phase.CANCELLING;
          pending.cancel();
        };
    try (Interruption.Watch watch = interruption.during(cancel);
        Closer socket = socket(pending, cancel)) {
      return pending.await();
    }
  }

  private interface Closer extends AutoCloseable {
    @Override
    void close();
  }

  private Closer socket(Pending<?> pending, Runnable cancel) {
    String id = pending.id().toString();
    try {
      FlightSocket socket =
          FlightSocket.open(Desk.runFolder(machine, options), id, () -> info(id), cancel);
      return socket::close;
    } catch (FlightException e) {
      voice.note(
          JsonVoice.event("warning")
              .put("warning", "not_cancellable_from_elsewhere")
              .put("detail", String.valueOf(e.getMessage())),
          List.of("officeos: other commands will not see this request. " + e.getMessage()));
      return () -> {};
    }
  }

  private FlightInfo info(String id) {
    long age = (machine.nanos().getAsLong() - start) / 1_000_000;
    return new FlightInfo(
        id, kind, phase, permille, Math.max(0, age), ProcessHandle.current().pid());
  }

  private void now(Phase next) {
    if (phase != Phase.CANCELLING) {
      phase = next;
    }
  }

  @Override
  public void onConnecting(int attempt) {
    now(Phase.CONNECTING);
    voice.onConnecting(attempt);
  }

  @Override
  public void onSent(Relationship relationship, long connectMicros, long handshakeMicros) {
    now(Phase.WAITING);
    voice.onSent(relationship, connectMicros, handshakeMicros);
  }

  @Override
  public void onInstruction(int bytes, int wireBytes) {
    voice.onInstruction(bytes, wireBytes);
  }

  @Override
  public void onProgress(Progress progress) {
    now(Phase.WORKING);
    permille = progress.permille();
    voice.onProgress(progress);
  }

  @Override
  public void onToken(String text) {
    now(Phase.WORKING);
    voice.onToken(text);
  }

  @Override
  public void onRetry(Reason reason, Duration pause) {
    now(Phase.CONNECTING);
    voice.onRetry(reason, pause);
  }
}
