package org.officeos.handheld.flight;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds this user's running requests by their sockets, and cancels them. A socket that nobody
 * listens on was left by a killed process and is removed.
 */
public final class Flights {

  private static final int MAX_LINE = 1024;
  private static final long ANSWER_MILLIS = 1000;

  private final Path folder;

  /** Requests whose sockets lie in {@code folder}. */
  public Flights(Path folder) {
    this.folder = folder;
  }

  /** All that are alive, the oldest first. */
  public List<FlightInfo> list() throws FlightException {
    List<FlightInfo> alive = new ArrayList<>();
    for (Path socket : sockets()) {
      ask(socket, FlightSocket.STATUS).ifPresent(alive::add);
    }
    alive.sort(Comparator.comparingLong(FlightInfo::ageMillis).reversed());
    return alive;
  }

  /**
   * Cancels every request whose id begins so; all, for the empty text.
   *
   * @return those that were told
   */
  public List<FlightInfo> cancel(String idPrefix) throws FlightException {
    List<FlightInfo> told = new ArrayList<>();
    for (Path socket : sockets()) {
      if (socket.getFileName().toString().startsWith(idPrefix)) {
        ask(socket, FlightSocket.CANCEL).ifPresent(told::add);
      }
    }
    return told;
  }

  private List<Path> sockets() throws FlightException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, "[0-9a-f]*" + FlightSocket.SUFFIX)) {
      files.forEach(found::add);
    } catch (NoSuchFileException noneYet) {
      return found;
    } catch (IOException e) {
      throw FlightSocket.failure(folder.resolve("*"), e);
    }
    return found;
  }

  private static Optional<FlightInfo> ask(Path socket, byte what) throws FlightException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        Selector selector = Selector.open()) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      channel.write(ByteBuffer.wrap(new byte[] {what}));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ);
      ByteBuffer line = ByteBuffer.allocate(MAX_LINE);
      while (line.hasRemaining()) {
        if (selector.select(ANSWER_MILLIS) == 0) {
          return Optional.empty();
        }
        selector.selectedKeys().clear();
        if (channel.read(line) < 0) {
          break;
        }
      }
      return FlightInfo.parse(
          new String(line.array(), 0, line.position(), StandardCharsets.UTF_8).strip());
    } catch (ConnectException nobodyListens) {
      remove(socket);
      return Optional.empty();
    } catch (NoSuchFileException endedMeanwhile) {
      return Optional.empty();
    } catch (IOException e) {
      return gone(socket, e);
    }
  }

  private static Optional<FlightInfo> gone(Path socket, IOException e) throws FlightException {
    if (Files.exists(socket)
        && !String.valueOf(e.getMessage()).contains("reset")
        && !String.valueOf(e.getMessage()).contains("pipe")) {
      throw FlightSocket.failure(socket, e);
    }
    return Optional.empty();
  }

  private static void remove(Path socket) throws FlightException {
    try {
      Files.deleteIfExists(socket);
    } catch (IOException e) {
      throw FlightSocket.failure(socket, e);
    }
  }
}
