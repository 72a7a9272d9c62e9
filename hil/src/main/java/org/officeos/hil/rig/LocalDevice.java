package org.officeos.hil.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.officeos.hil.rig.RigException.Reason;

/** A device that is a folder and processes of this machine. */
final class LocalDevice implements Device {

  private final String name;
  private final Path home;
  private final List<String> prefix;
  private final Path launcher;
  private final Map<String, String> extra = new ConcurrentHashMap<>();
  private final List<Running> started = new ArrayList<>();

  /**
   * A device of its own.
   *
   * @param prefix words before every command, such as those that enter a network namespace
   * @param launcher the product's command
   */
  LocalDevice(String name, Path home, List<String> prefix, Path launcher) {
    this.name = name;
    this.home = home;
    this.prefix = List.copyOf(prefix);
    this.launcher = launcher;
    try {
      Files.createDirectories(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String home() {
    return home.toString();
  }

  @Override
  public Running start(List<String> arguments) throws RigException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(arguments);
    return startProgram(command);
  }

  @Override
  public Running startProgram(List<String> program) throws RigException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(program);
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    Map<String, String> environment = builder.environment();
    String path = environment.getOrDefault("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    String extraFlags = environment.getOrDefault("OFFICEOS_JAVA_FLAGS", "");
    environment.clear();
    environment.putAll(
        Map.of(
            "PATH",
            path,
            "HOME",
            home.toString(),
            "LANG",
            "C.UTF-8",
            "OFFICEOS_JAVA",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "OFFICEOS_JAVA_FLAGS",
            extraFlags));
    environment.putAll(extra);
    try {
      Running running = new Running(name + "$ " + String.join(" ", program), builder.start());
      synchronized (started) {
        started.add(running);
      }
      return running;
    } catch (IOException e) {
      throw new RigException(Reason.NOT_STARTED, String.join(" ", command), e);
    }
  }

  /** Sets a variable for every command that is started from now on. */
  void environment(String variable, String value) {
    extra.put(variable, value);
  }

  @Override
  public void put(String file, byte[] content) throws RigException {
    try {
      Path target = home.resolve(file);
      Files.createDirectories(target.getParent());
      Files.write(target, content);
    } catch (IOException e) {
      throw new RigException(Reason.BROKEN, "cannot put " + file + " on " + name, e);
    }
  }

  @Override
  public Path collect(String file) throws RigException {
    Path found = home.resolve(file);
    if (!Files.isRegularFile(found)) {
      throw new RigException(Reason.NO_SUCH_FILE, found.toString());
    }
    return found;
  }

  void writeLog(Path logs) throws RigException {
    StringBuilder said = new StringBuilder();
    synchronized (started) {
      started.forEach(running -> said.append(running.describeSoFar()).append("\n\n"));
    }
    try {
      Files.createDirectories(logs);
      Files.writeString(logs.resolve(name + ".log"), said);
    } catch (IOException e) {
      throw new RigException(Reason.BROKEN, "cannot write the log of " + name, e);
    }
  }

  /** Ends what still runs: politely, then not. */
  void close() {
    List<Running> left;
    synchronized (started) {
      left = started.stream().filter(Running::isAlive).toList();
    }
    left.forEach(Running::terminate);
    for (Running running : left) {
      try {
        running.await(Duration.ofSeconds(5));
      } catch (RigException e) {
        running.kill();
      }
    }
  }
}
