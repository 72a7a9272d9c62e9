package org.officeos.laptop.upstream;

/** Takes a text piece by piece. */
@FunctionalInterface
public interface TokenSink {

  /**
   * Takes the next piece; may block, to slow the service down.
   *
   * @param piece at least one character; surrogate pairs are never split between pieces
   * @throws SinkClosedException when nobody listens any more
   * @throws InterruptedException when the waiting thread was interrupted
   */
  void onText(String piece) throws SinkClosedException, InterruptedException;
}
