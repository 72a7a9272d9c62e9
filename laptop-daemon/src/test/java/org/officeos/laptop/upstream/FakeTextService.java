package org.officeos.laptop.upstream;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Gives prepared pieces, or waits until it is cancelled. */
final class FakeTextService implements TextService {

  private final List<String> pieces;
  private final boolean endless;

  FakeTextService(List<String> pieces, boolean endless) {
    this.pieces = List.copyOf(pieces);
    this.endless = endless;
  }

  @Override
  public TextOutcome generate(TextJob job, TokenSink sink, CancelSignal cancel)
      throws UpstreamException, InterruptedException {
    Deadline deadline = Deadline.after(job.deadline(), System::nanoTime);
    if (endless) {
      throw Pause.REAL.cancelledWithin(deadline.remaining(), cancel)
          ? Faults.cancelled()
          : Faults.late();
    }
    for (String piece : pieces) {
      if (cancel.isCancelled()) {
        throw Faults.cancelled();
      }
      try {
        sink.onText(piece);
      } catch (SinkClosedException gone) {
        throw Faults.cancelled();
      }
    }
    return new TextOutcome(
        Optional.of("fake"), OptionalLong.of(1), OptionalLong.of(pieces.size()), "stop");
  }
}
