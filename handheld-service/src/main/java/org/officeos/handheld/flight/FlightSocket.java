package org.officeos.handheld.flight;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The socket of one running request: {@code $STATE/run/ID.sock}, mode 0600 in a folder of mode
 * 0700, so that only this user reaches it. A command connects, sends one byte, {@code s} for status
 * or {@code c} for cancel, and is told the request's state as one line of JSON. Served by one
 * daemon thread; the file goes away with {@link #close()}.
 */
public final class FlightSocket implements AutoCloseable {

  static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
  static final Set<PosixFilePermission> SOCKET = PosixFilePermissions.fromString("rw-------");
  static final String SUFFIX = ".sock";
  static final byte STATUS = 's';
  static final byte CANCEL = 'c';

  private final Path path;
  private final ServerSocketChannel server;
  private final Supplier<FlightInfo> info;
  private final Runnable cancel;

  private FlightSocket(
      Path path, ServerSocketChannel server, Supplier<FlightInfo> info, Runnable cancel) {
    this.path = path;
    this.server = server;
    this.info = info;
    this.cancel = cancel;
  }

  /**
   * Opens the socket and serves it.
   *
   * @param folder made with mode 0700 where it is not there
   * @param id sixteen hexadecimal digits
   * @param info asked at every call, on the socket's thread
   * @param cancel called at every cancel, on the socket's thread
   */
  public static FlightSocket open(
      Path folder, String id, Supplier<FlightInfo> info, Runnable cancel) throws FlightException {
    Path path = folder.resolve(id + SUFFIX);
    try {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
      Files.setPosixFilePermissions(folder, FOLDER);
      ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      try {
        server.bind(UnixDomainSocketAddress.of(path), 128);
        Files.setPosixFilePermissions(path, SOCKET);
      } catch (IOException e) {
        server.close();
        throw e;
      }
      FlightSocket socket = new FlightSocket(path, server, info, cancel);
      Thread thread = new Thread(socket::serve, "officeos-flight-" + id);
      thread.setDaemon(true);
      thread.start();
      return socket;
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      Files.deleteIfExists(path);
    } catch (IOException leftBehind) {
      // Whoever lists next finds nobody listening and removes it.
    }
  }

  static FlightException failure(Path path, IOException e) {
    if (String.valueOf(e.getMessage()).contains("too long")) {
      return new FlightException(
          FlightException.Reason.PATH_TOO_LONG,
          "The path " + path + " is too long for a socket; choose a shorter --state.",
          e);
    }
    return new FlightException(
        FlightException.Reason.IO,
        "The folder " + path.getParent() + " cannot be used: " + e.getMessage(),
        e);
  }

  private void serve() {
    while (server.isOpen()) {
      try (SocketChannel caller = server.accept()) {
        ByteBuffer asked = ByteBuffer.allocate(1);
        if (caller.read(asked) == 1) {
          answer(caller, asked.get(0));
        }
      } catch (AsynchronousCloseException closed) {
        return;
      } catch (ClosedChannelException closed) {
        return;
      } catch (IOException callerWentAway) {
        // The next caller is served all the same.
      }
    }
  }

  private void answer(SocketChannel caller, byte asked) throws IOException {
    if (asked == CANCEL) {
      cancel.run();
    }
    if (asked == CANCEL || asked == STATUS) {
      byte[] line = (info.get().toJson() + "\n").getBytes(StandardCharsets.UTF_8);
      ByteBuffer out = ByteBuffer.wrap(line);
      while (out.hasRemaining()) {
        caller.write(out);
      }
    }
  }
}
