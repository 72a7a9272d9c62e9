package org.officeos.bench.ssh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.officeos.bench.net.Children;

/**
 * An OpenSSH server of our own: loopback only, keys of its own, a child of this process, no system
 * service. Needs {@code /usr/sbin/sshd} and the {@code ssh} client.
 */
public final class SshServer implements AutoCloseable {

  /** The cipher on both ends. */
  public static final String CIPHER = "chacha20-poly1305@openssh.com";

  private static final Path SSHD = Path.of("/usr/sbin/sshd");
  private static final Path PRIVILEGE_SEPARATION = Path.of("/run/sshd");

  private final Path folder;
  private final int port;
  private final Process daemon;

  /** Makes keys under {@code folder}, starts the server and waits until it listens. */
  public SshServer(Path folder) throws IOException, InterruptedException {
    this.folder = Files.createDirectories(folder);
    this.port = freePort();
    for (String key : List.of("host", "user")) {
      run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve(key).toString());
    }
    if (Files.isWritable(PRIVILEGE_SEPARATION.getParent())) {
      Files.createDirectories(PRIVILEGE_SEPARATION);
    }
    Files.write(
        folder.resolve("sshd_config"),
        List.of(
            "Port " + port,
            "ListenAddress 127.0.0.1",
            "HostKey " + folder.resolve("host"),
            "AuthorizedKeysFile " + folder.resolve("user.pub"),
            "PermitRootLogin prohibit-password",
            "PasswordAuthentication no",
            "StrictModes no",
            "UsePAM no",
            "PidFile none",
            "Ciphers " + CIPHER));
    daemon =
        new ProcessBuilder(
                SSHD.toString(), "-D", "-e", "-f", folder.resolve("sshd_config").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("sshd.log").toFile())
            .start();
    awaitListening();
  }

  /** Whether client and server are installed here. */
  public static boolean installed() {
    return Files.isExecutable(SSHD) && Files.isExecutable(Path.of("/usr/bin/ssh"));
  }

  /** Copies {@code bytes} zeros from the server's memory to nowhere; returns the nanoseconds. */
  public long copyNanos(long bytes) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "ssh",
                "-F",
                "none",
                "-c",
                CIPHER,
                "-p",
                Integer.toString(port),
                "-i",
                folder.resolve("user").toString()));
    for (String option :
        List.of(
            "BatchMode=yes",
            "Compression=no",
            "IdentitiesOnly=yes",
            "StrictHostKeyChecking=no",
            "UserKnownHostsFile=/dev/null",
            "LogLevel=ERROR")) {
      command.add("-o");
      command.add(option);
    }
    command.add(System.getProperty("user.name") + "@127.0.0.1");
    command.add("head -c " + bytes + " /dev/zero");
    long start = System.nanoTime();
    run(command.toArray(String[]::new));
    return System.nanoTime() - start;
  }

  private void run(String... command) throws IOException, InterruptedException {
    Path errors = folder.resolve("client.log");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(errors.toFile())
            .start();
    process.getOutputStream().close();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroy();
      throw new IOException(command[0] + " did not end in time");
    }
    if (process.exitValue() != 0) {
      throw new IOException(command[0] + " failed: " + Files.readString(errors).strip());
    }
  }

  private void awaitListening() throws IOException, InterruptedException {
    for (int tries = 0; tries < 100; tries++) {
      if (!daemon.isAlive()) {
        throw new IOException(
            "sshd ended: " + Files.readString(folder.resolve("sshd.log")).strip());
      }
      try (Socket probe = new Socket()) {
        probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return;
      } catch (IOException notYet) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
    throw new IOException("sshd does not listen");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    daemon.destroy();
    Children.end(daemon, 10);
  }
}
