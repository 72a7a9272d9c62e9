package org.officeos.hil.rig;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real ssh server on loopback, with keys and settings of its own in one folder. Nothing of this
 * machine's own ssh is read or written.
 */
final class Sshd implements AutoCloseable {

  private static final Path SERVER = Path.of("/usr/sbin/sshd");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Process process;
  private final int port;
  private final String hostKey;

  private Sshd(Process process, int port, String hostKey) {
    this.process = process;
    this.port = port;
    this.hostKey = hostKey;
  }

  /** Skips the test, by name, where there is no ssh server, or it could let nobody in. */
  static void assumeItIsThere() throws IOException {
    assumeTrue(Files.isExecutable(SERVER), "sshd is not installed: openssh-server");
    assumeTrue("root".equals(System.getProperty("user.name")), "a server of our own wants root");
    // Where its child without rights lives; a package's own start would make it.
    Files.createDirectories(
        Path.of("/run/sshd"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
  }

  /** Starts one that lets in whoever has that key. */
  static Sshd start(Path folder, Path key) throws Exception {
    Files.createDirectories(folder);
    Path host = newKey(folder.resolve("host"));
    int port = freePort();
    Path settings = folder.resolve("sshd_config");
    Files.writeString(
        settings,
        String.join(
            "\n",
            "Port " + port,
            "ListenAddress 127.0.0.1",
            "HostKey " + host,
            "PidFile none",
            "AuthorizedKeysFile " + key + ".pub",
            "StrictModes no",
            "UsePAM no",
            "PermitRootLogin prohibit-password",
            "PasswordAuthentication no",
            "KbdInteractiveAuthentication no",
            ""),
        UTF_8);
    Process process =
        new ProcessBuilder(SERVER.toString(), "-D", "-e", "-f", settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("sshd.log").toFile())
            .start();
    Sshd server = new Sshd(process, port, Files.readString(Path.of(host + ".pub"), UTF_8));
    server.awaitListening(folder);
    return server;
  }

  private void awaitListening(Path folder) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return;
      } catch (IOException e) {
        if (!process.isAlive() || System.nanoTime() > end) {
          process.destroyForcibly();
          throw new IOException(Files.readString(folder.resolve("sshd.log"), UTF_8), e);
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
  }

  /** A fresh pair of keys without a passphrase; the public one ends in {@code .pub}. */
  static Path newKey(Path file) throws Exception {
    Process made =
        new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(made.getInputStream().readAllBytes(), UTF_8);
    if (made.waitFor() != 0) {
      throw new IOException("no key: " + said);
    }
    return file;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  SshHost host() {
    return new SshHost("root", "127.0.0.1", port);
  }

  /** Its line in a file of known hosts. */
  String knownLine() {
    return knownLine(hostKey);
  }

  /** The same, with another key. */
  String knownLine(String publicKey) {
    return "[127.0.0.1]:" + port + " " + publicKey;
  }

  /** Cuts every connection, as when a device goes out of reach: nobody gets to say goodbye. */
  void cutConnections() {
    List<ProcessHandle> sessions =
        process
            .descendants()
            .filter(each -> each.info().command().orElse("").contains("sshd"))
            .toList();
    sessions.forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    cutConnections();
    process.destroyForcibly().onExit().join();
  }
}
