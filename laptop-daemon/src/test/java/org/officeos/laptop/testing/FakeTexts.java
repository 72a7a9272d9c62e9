package org.officeos.laptop.testing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.officeos.laptop.upstream.CancelSignal;
import org.officeos.laptop.upstream.SinkClosedException;
import org.officeos.laptop.upstream.TextJob;
import org.officeos.laptop.upstream.TextOutcome;
import org.officeos.laptop.upstream.TextService;
import org.officeos.laptop.upstream.TokenSink;
import org.officeos.laptop.upstream.UpstreamException;

/** Writes what a test says, and remembers what it was asked. */
public final class FakeTexts implements TextService {

  private final List<TextJob> jobs = new CopyOnWriteArrayList<>();
  private final List<String> pieces;
  private final Optional<UpstreamException> fault;

  private FakeTexts(List<String> pieces, Optional<UpstreamException> fault) {
    this.pieces = List.copyOf(pieces);
    this.fault = fault;
  }

  /** A service that writes these pieces. */
  public static FakeTexts of(String... pieces) {
    return new FakeTexts(List.of(pieces), Optional.empty());
  }

  /** A service that fails after these pieces. */
  public static FakeTexts failing(UpstreamException fault, String... pieces) {
    return new FakeTexts(List.of(pieces), Optional.of(fault));
  }

  /** What it was asked so far. */
  public List<TextJob> jobs() {
    return List.copyOf(jobs);
  }

  @Override
  public TextOutcome generate(TextJob job, TokenSink sink, CancelSignal cancel)
      throws UpstreamException, InterruptedException {
    jobs.add(job);
    try {
      for (String piece : pieces) {
        sink.onText(piece);
      }
    } catch (SinkClosedException e) {
      throw new UpstreamException(
          UpstreamException.Reason.CANCELLED, "no longer wanted", Optional.empty(), e);
    }
    if (fault.isPresent()) {
      throw fault.get();
    }
    return new TextOutcome(
        Optional.of("fake-model"), OptionalLong.of(3), OptionalLong.of(pieces.size()), "stop");
  }
}
