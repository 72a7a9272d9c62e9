package org.officeos.handheld.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.officeos.hal.json.JsonException;
import org.officeos.hal.json.JsonReader;
import org.officeos.hal.json.JsonValue;

/** The command in a process of its own, its standard error beside its standard output. */
final class Cli implements AutoCloseable {

  private final Process process;
  private final BufferedReader out;
  private final BufferedWriter in;
  private final StringBuilder err = new StringBuilder();
  private final Thread errReader;

  private Cli(Process process) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.in = process.outputWriter(StandardCharsets.UTF_8);
    this.errReader = new Thread(this::readErrors, "cli-errors");
    errReader.setDaemon(true);
    errReader.start();
  }

  static Cli start(Path state, int port, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    if (port > 0) {
      all.addAll(List.of("--link", "loopback:" + port));
    }
    return start(state, Map.of(), all.toArray(String[]::new));
  }

  static Cli start(Path state, Map<String, String> environment, String... arguments) {
    // Started in the background, this test would hand its ignored SIGINT on, and no Ctrl-C would be
    // heard.
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx96m"));
    command.addAll(List.of("-Xshare:auto", "-cp", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    command.addAll(List.of("--state", state.toString()));
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      return new Cli(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readErrors() {
    try (BufferedReader reader = process.errorReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        synchronized (err) {
          err.append(line).append('\n');
        }
      }
    } catch (IOException gone) {
      return;
    }
  }

  String err() {
    synchronized (err) {
      return err.toString();
    }
  }

  void type(String line) {
    try {
      in.write(line + "\n");
      in.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next event of this name; others before it are passed over. */
  JsonValue.Obj event(String name) {
    try {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        JsonValue.Obj event = (JsonValue.Obj) JsonReader.read(line);
        if (event.text("event").orElse("").equals(name)) {
          return event;
        }
      }
      throw new AssertionError("no event " + name + "; standard error: " + err());
    } catch (IOException | JsonException e) {
      throw new AssertionError(e);
    }
  }

  /** Everything else that it prints. */
  String rest() {
    StringBuilder rest = new StringBuilder();
    try {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        rest.append(line).append('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rest.toString();
  }

  /** Sends a signal as a terminal or a shell would. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  long pid() {
    return process.pid();
  }

  int exit() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end; standard error: " + err());
    }
    errReader.join(10_000);
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
