package org.officeos.hil.rig;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A program on a device, behind the ssh that carries its words. Its signals are those of the
 * program there; where they can no longer get there, the connection is ended, and with it the
 * program.
 */
final class SshProcess extends Process {

  private static final long GONE_SECONDS = 10;

  /** Sends a signal to the program there; tells whether it got there. */
  @FunctionalInterface
  interface Signals {
    boolean send(String signal);
  }

  private final Process ssh;
  private final Signals signals;

  SshProcess(Process ssh, Signals signals) {
    this.ssh = ssh;
    this.signals = signals;
  }

  @Override
  public OutputStream getOutputStream() {
    return ssh.getOutputStream();
  }

  @Override
  public InputStream getInputStream() {
    return ssh.getInputStream();
  }

  @Override
  public InputStream getErrorStream() {
    return ssh.getErrorStream();
  }

  @Override
  public int waitFor() throws InterruptedException {
    return ssh.waitFor();
  }

  @Override
  public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
    return ssh.waitFor(timeout, unit);
  }

  @Override
  public int exitValue() {
    return ssh.exitValue();
  }

  @Override
  public boolean isAlive() {
    return ssh.isAlive();
  }

  /** The number of the ssh on this machine. */
  @Override
  public long pid() {
    return ssh.pid();
  }

  @Override
  public ProcessHandle toHandle() {
    return ssh.toHandle();
  }

  @Override
  public CompletableFuture<Process> onExit() {
    return ssh.onExit().thenApply(ended -> this);
  }

  @Override
  public void destroy() {
    if (ssh.isAlive() && !signals.send("TERM")) {
      ssh.destroy();
    }
  }

  @Override
  public Process destroyForcibly() {
    if (ssh.isAlive()) {
      boolean sent = signals.send("KILL");
      try {
        if (!sent || !ssh.waitFor(GONE_SECONDS, TimeUnit.SECONDS)) {
          ssh.destroyForcibly();
        }
      } catch (InterruptedException e) {
        ssh.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
    return this;
  }
}
