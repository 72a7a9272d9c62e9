package org.officeos.session.netty;

import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.stream.SessionCore;

/** A session in force: moves records between the link and the core, and watches for silence. */
final class SessionPhase implements Phase {

  private static final long SECOND = 1_000_000_000L;
  private static final long BUSY_SILENCE = 10 * SECOND;
  private static final long IDLE_SILENCE = 120 * SECOND;
  private static final long PATIENCE = 20 * SECOND;

  private final LinkHandler link;
  private final SessionCore core;
  private final Runnable onTick;
  private final Ended onEnded;
  private final long proofDeadline;
  private long lastHeard;
  private boolean pinged;

  /** Hears the end, once. */
  interface Ended {
    void onEnded(SessionException reason);
  }

  SessionPhase(
      LinkHandler link,
      SessionCore core,
      long now,
      long proofDeadline,
      Runnable onTick,
      Ended onEnded) {
    this.link = link;
    this.core = core;
    this.lastHeard = now;
    this.proofDeadline = proofDeadline;
    this.onTick = onTick;
    this.onEnded = onEnded;
  }

  @Override
  public void onMessage(byte[] bytes, int offset, int length) throws SessionException {
    long now = System.nanoTime();
    lastHeard = now;
    pinged = false;
    core.onRecord(bytes, offset, length, Scratch.ofThisThread().opened(), now);
  }

  @Override
  public void pump() throws SessionException {
    pump(link, core);
  }

  /** Sends what a core has ready, as long as the link takes it. */
  static void pump(LinkHandler link, SessionCore core) throws SessionException {
    Scratch scratch = Scratch.ofThisThread();
    boolean wrote = false;
    while (link.writable()) {
      int length = core.pollRecord(scratch.plain(), scratch.record(), System.nanoTime());
      if (length == 0) {
        break;
      }
      link.write(scratch.record(), length);
      wrote = true;
    }
    if (wrote) {
      link.flush();
    }
  }

  @Override
  public void onTick(long now) throws SessionException {
    if (!core.proved()) {
      if (now - proofDeadline > 0) {
        throw new SessionException(Reason.TIMED_OUT, "the peer did not prove its keys");
      }
      return;
    }
    long silence = now - lastHeard;
    long allowed = core.anyOpen() ? BUSY_SILENCE : IDLE_SILENCE;
    if (silence > allowed + PATIENCE) {
      throw new SessionException(Reason.CUT, "no answer for " + silence / SECOND + " s");
    }
    if (silence > allowed && !pinged) {
      pinged = true;
      core.ping();
    }
    core.tick(now);
    onTick.run();
    pump();
  }

  @Override
  public void beforeEnd(Reason reason) {
    if (reason == Reason.BAD_TAG || reason == Reason.CUT || !core.proved()) {
      return;
    }
    core.close(reason);
    Scratch scratch = Scratch.ofThisThread();
    try {
      while (!core.closeSent()) {
        int length = core.pollRecord(scratch.plain(), scratch.record(), System.nanoTime());
        if (length == 0) {
          return;
        }
        link.write(scratch.record(), length);
      }
    } catch (SessionException e) {
      return;
    }
  }

  @Override
  public void onEnded(SessionException reason) {
    core.end(reason.reason());
    onEnded.onEnded(reason);
  }
}
