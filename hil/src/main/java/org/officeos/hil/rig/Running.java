package org.officeos.hil.rig;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.officeos.hil.rig.RigException.Reason;

/** A program that was started on a device. Safe for use by several threads. */
public final class Running {

  private final String command;
  private final Process process;
  private final Ending ending;
  private final Lines out;
  private final Lines err;

  Running(String command, Process process) {
    this(command, process, finished -> finished);
  }

  /**
   * A program behind some way to a device.
   *
   * @param ending what that way makes of its end
   */
  Running(String command, Process process, Ending ending) {
    this.command = command;
    this.process = process;
    this.ending = ending;
    this.out = Lines.of(process.getInputStream(), command + " out");
    this.err = Lines.of(process.getErrorStream(), command + " err");
  }

  /** As it was started, for failure messages. */
  public String command() {
    return command;
  }

  /** Its process id on this machine; behind ssh, that of the client that carries it. */
  public long pid() {
    return process.pid();
  }

  /** Whether it has not ended. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** What it printed so far. */
  public List<String> outSoFar() {
    return out.soFar();
  }

  /** What it complained about so far. */
  public List<String> errSoFar() {
    return err.soFar();
  }

  /**
   * Waits for a line on its standard output.
   *
   * @return the first line, from the program's beginning, for which {@code wanted} holds
   * @throws RigException {@code TIMED_OUT}, {@code ENDED_EARLY}
   */
  public String awaitOut(Predicate<String> wanted, Duration limit) throws RigException {
    return out.await(wanted, limit, this::describeSoFar);
  }

  /**
   * One line of its standard output, as soon as it is there.
   *
   * @param index from 0
   * @return empty where the output ended before it
   * @throws RigException {@code TIMED_OUT}
   */
  public Optional<String> outLine(int index, Duration limit) throws RigException {
    return out.line(index, limit, this::describeSoFar);
  }

  /** As {@link #awaitOut}, on its standard error. */
  public String awaitErr(Predicate<String> wanted, Duration limit) throws RigException {
    return err.await(wanted, limit, this::describeSoFar);
  }

  /** Types a line into it. */
  public void type(String line) throws RigException {
    try {
      Writer in = process.outputWriter(StandardCharsets.UTF_8);
      in.write(line + "\n");
      in.flush();
    } catch (IOException e) {
      throw new RigException(Reason.ENDED_EARLY, describeSoFar(), e);
    }
  }

  /** Kills it without a chance to tidy up: signal 9. Returns when it is gone. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Asks it to end: signal 15. */
  public void terminate() {
    process.destroy();
  }

  /**
   * Waits for its end; kills it where that does not come.
   *
   * @throws RigException {@code TIMED_OUT}; {@code CONNECTION_LOST}, {@code NOT_REACHABLE} and the
   *     other reasons of a connection where the device is behind one
   */
  public Finished await(Duration limit) throws RigException {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        String soFar = describeSoFar();
        kill();
        throw new RigException(Reason.TIMED_OUT, "after " + limit.toSeconds() + " s: " + soFar);
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
      throw new RigException(Reason.TIMED_OUT, "interrupted while waiting for " + command, e);
    }
    return ending.check(new Finished(command, process.exitValue(), out.all(), err.all()));
  }

  /** What it was and said so far, for a failure message or a log. */
  public String describeSoFar() {
    return new Finished(command, -1, out.soFar(), err.soFar()).describe();
  }
}
