package org.officeos.laptop.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.officeos.laptop.control.ControlException.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves {@code control.sock}, mode 0600, in a folder that only this user can enter. One thread for
 * each connection, {@code control-N}; one request for each connection.
 */
public final class ControlServer implements AutoCloseable {

  /** The socket's name within the state folder. */
  public static final String FILE = "control.sock";

  /** Connections served at once. */
  static final int MAX_CONNECTIONS = 16;

  /** Longest path of a socket on Linux (unix(7)), in bytes. */
  static final int MAX_PATH = 107;

  private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);

  private final Path file;
  private final ServerSocketChannel server;
  private final ControlActions actions;
  private final Set<LineChannel> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger numbers = new AtomicInteger();

  private ControlServer(Path file, ServerSocketChannel server, ControlActions actions) {
    this.file = file;
    this.server = server;
    this.actions = actions;
  }

  /**
   * Serves in a folder. A socket file that is left from a daemon that was killed is removed; one
   * that answers is not.
   *
   * @throws ControlException {@code BUSY} where a daemon answers there, {@code PATH_TOO_LONG},
   *     {@code IO}
   */
  public static ControlServer open(Path folder, ControlActions actions) throws ControlException {
    Path file = folder.resolve(FILE);
    requireShort(file);
    try {
      removeStale(file);
      ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      try {
        server.bind(UnixDomainSocketAddress.of(file));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      } catch (IOException e) {
        server.close();
        throw e;
      }
      ControlServer control = new ControlServer(file, server, actions);
      control.start("control-accept", control::acceptAll);
      return control;
    } catch (IOException e) {
      throw new ControlException(
          Reason.IO, "cannot serve " + file + "; is its folder writable?", e);
    }
  }

  static void requireShort(Path file) throws ControlException {
    int length = file.toString().getBytes(StandardCharsets.UTF_8).length;
    if (length > MAX_PATH) {
      throw new ControlException(
          Reason.PATH_TOO_LONG,
          file
              + " has "
              + length
              + " bytes, and a socket's path at most "
              + MAX_PATH
              + "; set a shorter state_dir");
    }
  }

  private static void removeStale(Path file) throws IOException, ControlException {
    if (!Files.exists(file)) {
      return;
    }
    try (SocketChannel probe = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
      throw new ControlException(
          Reason.BUSY, "a daemon answers at " + file + " already; end it first" + suffix(probe));
    } catch (java.net.SocketException e) {
      Files.deleteIfExists(file);
    }
  }

  private static String suffix(SocketChannel probe) {
    return probe.isConnected() ? "" : ", although it does not connect";
  }

  private void acceptAll() {
    while (server.isOpen()) {
      try {
        SocketChannel channel = server.accept();
        LineChannel line = new LineChannel(channel);
        if (open.size() >= MAX_CONNECTIONS) {
          last(line, Json.error(Reason.BUSY.name(), "too many commands run at once; try again"));
        } else {
          open.add(line);
          start("control-" + numbers.incrementAndGet(), () -> serve(line));
        }
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        LOG.warn("the control socket cannot accept now: {}", e.getMessage());
        pause();
      }
    }
  }

  private void serve(LineChannel line) {
    try {
      Optional<ObjectNode> request = line.read();
      if (request.isPresent()) {
        actions.answer(request.get(), line);
        line.write(Json.event("done"));
      }
    } catch (ControlException e) {
      last(line, Json.error(e.reason().name(), String.valueOf(e.getMessage())));
    } catch (InterruptedException e) {
      last(line, Json.error(Reason.REFUSED.name(), "the daemon is shutting down"));
    } catch (RuntimeException e) {
      LOG.error(
          "a fault of this program at the control socket: {} at {}",
          e.getClass().getName(),
          e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
      last(line, Json.error("INTERNAL", "a fault of the daemon; its log has more"));
    } finally {
      open.remove(line);
      line.close();
    }
  }

  private static void last(LineChannel line, ObjectNode word) {
    try {
      line.write(word);
    } catch (ControlException e) {
      LOG.debug("nobody heard the last word: {}", e.reason());
    } finally {
      line.close();
    }
  }

  private void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends every conversation and removes the socket file. */
  @Override
  public void close() {
    try {
      server.close();
      open.forEach(LineChannel::close);
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("the control socket could not be removed: {}", e.getMessage());
    }
  }
}
