package org.officeos.hil.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A program of ours in one host's namespace, which does what it is told line by line. */
final class FarEnd implements AutoCloseable {

  private static final Duration ENDING = Duration.ofSeconds(10);

  private final String host;
  private final Process process;
  private final PrintWriter to;
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

  private FarEnd(String host, Process process) {
    this.host = host;
    this.process = process;
    this.to = new PrintWriter(process.getOutputStream(), true, UTF_8);
    Thread reading = new Thread(this::read, "far-" + host);
    reading.setDaemon(true);
    reading.start();
  }

  /** Starts {@code program} on that host, its errors in a file of the test's folder. */
  static FarEnd start(Hosts hosts, String host, Class<?> program, List<String> javaFlags)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("ip", "netns", "exec", host));
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(javaFlags);
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    words.addAll(List.of(host, "/run/lab/" + host + "/store"));
    Path errors = hosts.logs().resolve(host + "-end.log");
    return new FarEnd(host, new ProcessBuilder(words).redirectError(errors.toFile()).start());
  }

  private void read() {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("ok") || line.startsWith("failed")) {
          said.add(line);
        }
      }
    } catch (IOException e) {
      said.add("failed " + e);
    }
    said.add("failed it ended");
  }

  /** Tells it something, and returns the numbers of its answer. */
  List<Double> ask(Duration limit, String... words) {
    to.println(String.join(" ", words));
    try {
      String answer = said.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (answer == null) {
        return fail(host + ", asked to " + words[0] + ", said nothing within " + limit);
      }
      if (!answer.startsWith("ok")) {
        return fail(host + ", asked to " + words[0] + ": " + answer);
      }
      return Arrays.stream(answer.split(" ", -1)).skip(1).map(Double::valueOf).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fail("interrupted while waiting for " + host, e);
    }
  }

  @Override
  public void close() {
    to.close();
    try {
      if (!process.waitFor(ENDING.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
