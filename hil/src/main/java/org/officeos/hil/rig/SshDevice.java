package org.officeos.hil.rig;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.officeos.hil.rig.RigException.Reason;

/** A device that is reached over ssh. Each program has a connection of its own. */
final class SshDevice implements Device {

  private final String name;
  private final SshShell shell;
  private final String home;
  private final String launcher;
  private final Map<String, String> environment;
  private final Path copies;
  private final AtomicInteger programs = new AtomicInteger();
  private final List<Running> started = new ArrayList<>();

  /**
   * A device.
   *
   * @param home its folder there, made with the first program or file
   * @param launcher the product's command there
   * @param environment all that programs there see, besides {@code HOME}
   * @param copies where files that are fetched go, on this machine
   */
  SshDevice(
      String name,
      SshShell shell,
      String home,
      String launcher,
      Map<String, String> environment,
      Path copies) {
    this.name = name;
    this.shell = shell;
    this.home = home;
    this.launcher = launcher;
    this.environment = Map.copyOf(environment);
    this.copies = copies;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String home() {
    return home;
  }

  @Override
  public Running start(List<String> arguments) throws RigException {
    List<String> command = new ArrayList<>(List.of(launcher));
    command.addAll(arguments);
    return startProgram(command);
  }

  @Override
  public Running startProgram(List<String> command) throws RigException {
    String number = Integer.toString(programs.incrementAndGet());
    List<String> words = new ArrayList<>(List.of(home, number, "env", "-i", "HOME=" + home));
    environment.forEach((variable, value) -> words.add(variable + "=" + value));
    words.addAll(command);
    Process ssh = shell.start(RemoteShell.RUN, words);
    Running running =
        new Running(
            name + "$ " + String.join(" ", command),
            new SshProcess(ssh, signal -> send(number, signal)),
            SshComplaint::check);
    synchronized (started) {
      started.add(running);
    }
    return running;
  }

  private boolean send(String number, String signal) {
    try {
      return shell.run(RemoteShell.SIGNAL, List.of(home, number, signal)).exit() == 0;
    } catch (RigException e) {
      System.getLogger("hil").log(System.Logger.Level.DEBUG, "no signal to " + name, e);
      return false;
    }
  }

  @Override
  public void put(String file, byte[] content) throws RigException {
    List<String> arguments = List.of(home + "/" + file, Integer.toString(content.length));
    Finished finished = shell.run(RemoteShell.PUT, arguments, content);
    if (finished.exit() != 0) {
      throw new RigException(
          Reason.BROKEN, "cannot put " + file + " on " + name + ": " + finished.describe());
    }
  }

  @Override
  public Path collect(String file) throws RigException {
    Path copy = copies.resolve(file).normalize();
    if (!copy.startsWith(copies)) {
      throw new RigException(Reason.NO_SUCH_FILE, file + " is not below the home of " + name);
    }
    try {
      Files.createDirectories(copy.getParent());
      Path part = Files.createTempFile(copies, "fetched", ".part");
      try {
        fetch(file, part);
        return Files.move(part, copy, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new RigException(Reason.BROKEN, "no room for a copy of " + file, e);
    }
  }

  private void fetch(String file, Path into) throws RigException {
    Finished finished = shell.runInto(into, RemoteShell.FETCH, List.of(home + "/" + file));
    if (finished.exit() == RemoteShell.NO_FILE) {
      throw new RigException(Reason.NO_SUCH_FILE, name + ": " + home + "/" + file);
    }
    if (finished.exit() != 0) {
      throw new RigException(Reason.BROKEN, "cannot fetch " + file + ": " + finished.describe());
    }
  }

  /** Writes what every program said so far. */
  void writeLog(Path logs) throws RigException {
    StringBuilder said = new StringBuilder();
    synchronized (started) {
      started.forEach(running -> said.append(running.describeSoFar()).append("\n\n"));
    }
    try {
      Files.createDirectories(logs);
      Files.writeString(logs.resolve(name + ".log"), said, UTF_8);
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
