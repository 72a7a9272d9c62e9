package org.officeos.session.relationship;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A {@link StoreHammer} in a process of its own, and every whole line it said. */
final class HammerProcess implements AutoCloseable {

  private final Process process;
  private final List<String> lines = new ArrayList<>();
  private final CountDownLatch ready = new CountDownLatch(1);
  private final Thread listener;

  HammerProcess(Path folder, long seed, int rounds, RelationshipId counters, RelationshipId counted)
      throws IOException {
    this.process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                StoreHammer.class.getName(),
                folder.toString(),
                Long.toString(seed),
                Integer.toString(rounds),
                counters.toString(),
                counted.toString())
            .redirectErrorStream(true)
            .start();
    this.listener = new Thread(this::listen, "hammer " + seed);
    listener.start();
  }

  private void listen() {
    StringBuilder line = new StringBuilder();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
      for (int c = in.read(); c >= 0; c = in.read()) {
        if (c != '\n') {
          line.append((char) c);
        } else {
          lines.add(line.toString());
          line.setLength(0);
          ready.countDown();
        }
      }
    } catch (IOException e) {
      lines.add("failed to listen: " + e);
    } finally {
      ready.countDown();
    }
  }

  /** Waits until it has opened the store. */
  void awaitReady() throws InterruptedException {
    if (!ready.await(60, TimeUnit.SECONDS)) {
      throw new AssertionError("the process did not start");
    }
  }

  /** Kills it with SIGKILL; returns what it had said. */
  List<String> kill() throws InterruptedException {
    // Through the handle: Process would also close the pipe, with the last lines still in it.
    process.toHandle().destroyForcibly();
    return finish();
  }

  /** Waits until it ends by itself; returns what it said. */
  List<String> finish() throws InterruptedException {
    if (!process.waitFor(100, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the process did not end");
    }
    listener.join();
    return List.copyOf(lines);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
