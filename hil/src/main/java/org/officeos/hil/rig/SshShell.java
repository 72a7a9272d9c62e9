package org.officeos.hil.rig;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.officeos.hil.rig.RigException.Reason;

/** Runs scripts on one device, each over a connection of its own. Safe for several threads. */
final class SshShell {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final SshAccess access;
  private final SshHost host;

  SshShell(SshAccess access, SshHost host) {
    this.access = access;
    this.host = host;
  }

  SshHost host() {
    return host;
  }

  /** Starts a script and returns at once. */
  Process start(String script, List<String> arguments) throws RigException {
    return started(builder(script, arguments));
  }

  /**
   * Runs a script to its end.
   *
   * @throws RigException {@code NOT_REACHABLE}, {@code HOST_KEY_UNKNOWN}, {@code HOST_KEY_CHANGED},
   *     {@code KEY_REFUSED}, {@code CONNECTION_LOST}, {@code TIMED_OUT}
   */
  Finished run(String script, List<String> arguments) throws RigException {
    return ended(start(script, arguments), new byte[0]);
  }

  /** The same, with these bytes as its standard input. */
  Finished run(String script, List<String> arguments, byte[] input) throws RigException {
    return ended(start(script, arguments), input);
  }

  /** The same, its standard output written to a file. */
  Finished runInto(Path file, String script, List<String> arguments) throws RigException {
    return ended(started(builder(script, arguments).redirectOutput(file.toFile())), new byte[0]);
  }

  private Finished ended(Process ssh, byte[] input) throws RigException {
    Running running = new Running(host.toString(), ssh, SshComplaint::check);
    try (OutputStream in = ssh.getOutputStream()) {
      in.write(input);
    } catch (IOException e) {
      // It ended before it had read all; its end says why.
      return running.await(LIMIT);
    }
    return running.await(LIMIT);
  }

  private ProcessBuilder builder(String script, List<String> arguments) {
    List<String> words = new ArrayList<>(access.words(host));
    words.add(RemoteShell.command(script, arguments));
    ProcessBuilder builder = new ProcessBuilder(words);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("SSH_"));
    // Its complaints are read.
    environment.put("LC_ALL", "C");
    return builder;
  }

  private Process started(ProcessBuilder builder) throws RigException {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new RigException(Reason.NOT_POSSIBLE_HERE, "the ssh client does not start", e);
    }
  }
}
