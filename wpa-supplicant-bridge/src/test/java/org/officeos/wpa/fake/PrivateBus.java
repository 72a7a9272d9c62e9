package org.officeos.wpa.fake;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A dbus-daemon of our own, away from the system's; it ends after five minutes at the latest. */
public final class PrivateBus implements AutoCloseable {

  private static final Path DAEMON = Path.of("/usr/bin/dbus-daemon");
  private static final String ALL_MAY =
      "<allow send_destination='*' eavesdrop='true'/><allow eavesdrop='true'/><allow own='*'/>";

  private final Path directory;
  private final String policy;
  private Process process;

  private PrivateBus(Path directory, String policy) throws IOException {
    this.directory = directory;
    this.policy = policy;
    this.process = start();
  }

  /** Skips the calling test, saying why, where dbus-daemon is not installed. */
  public static PrivateBus start(Path directory) throws IOException {
    return start(directory, "");
  }

  /** With rules of policy that come after the one that allows everything. */
  public static PrivateBus start(Path directory, String further) throws IOException {
    Assumptions.assumeTrue(Files.isExecutable(DAEMON), "dbus-daemon is not installed");
    Files.createDirectories(directory);
    return new PrivateBus(directory, ALL_MAY + further);
  }

  public String address() {
    return "unix:path=" + socket();
  }

  private Path socket() {
    return directory.resolve("bus");
  }

  private Process start() throws IOException {
    Files.deleteIfExists(socket());
    Path config = directory.resolve("bus.conf");
    Files.writeString(
        config,
        "<!DOCTYPE busconfig PUBLIC '-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN'"
            + " 'http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd'><busconfig>"
            + "<type>session</type><listen>"
            + address()
            + "</listen><auth>EXTERNAL</auth><policy context='default'>"
            + policy
            + "</policy></busconfig>",
        StandardCharsets.UTF_8);
    Process started =
        new ProcessBuilder(
                "timeout",
                "300",
                DAEMON.toString(),
                "--nofork",
                "--nopidfile",
                "--config-file=" + config)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("bus.log").toFile())
            .start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!Files.exists(socket())) {
      if (System.nanoTime() > end || !started.isAlive()) {
        return fail("no bus: " + Files.readString(directory.resolve("bus.log")));
      }
      Thread.onSpinWait();
    }
    return started;
  }

  public void stop() {
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public void startAgain() throws IOException {
    process = start();
  }

  @Override
  public void close() {
    stop();
  }
}
