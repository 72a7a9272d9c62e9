package org.officeos.laptop.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.officeos.laptop.control.ControlException.Reason;

/** One conversation with the running daemon, from the command line's side. */
public final class ControlClient implements AutoCloseable {

  private final LineChannel line;

  private ControlClient(LineChannel line) {
    this.line = line;
  }

  /**
   * Connects and asks.
   *
   * @param folder the daemon's state folder
   * @throws ControlException {@code UNREACHABLE}, {@code PATH_TOO_LONG}, {@code IO}
   */
  public static ControlClient ask(Path folder, ObjectNode request) throws ControlException {
    Path file = folder.resolve(ControlServer.FILE);
    ControlServer.requireShort(file);
    LineChannel line;
    try {
      line = new LineChannel(SocketChannel.open(UnixDomainSocketAddress.of(file)));
    } catch (IOException e) {
      throw new ControlException(
          Reason.UNREACHABLE,
          "no daemon answers at " + file + "; start it: officeos-laptop serve",
          e);
    }
    try {
      line.write(request);
    } catch (ControlException e) {
      // A daemon that refuses before it listens has said why; next() reads it.
      return new ControlClient(line);
    }
    return new ControlClient(line);
  }

  /**
   * The next event; empty after {@code done}.
   *
   * @throws ControlException {@code REFUSED} with the daemon's own words, {@code CLOSED} where it
   *     ended before its last word
   */
  public Optional<ObjectNode> next() throws ControlException {
    ObjectNode event =
        line.read()
            .orElseThrow(
                () ->
                    new ControlException(
                        Reason.CLOSED, "the daemon ended; look at its log and start it again"));
    String name = event.path("event").asText("");
    if (name.equals("error")) {
      throw new ControlException(
          parse(event.path("reason").asText("")), event.path("message").asText("no reason given"));
    }
    return name.equals("done") ? Optional.empty() : Optional.of(event);
  }

  /** Says something further. */
  public void say(ObjectNode word) throws ControlException {
    line.write(word);
  }

  private static Reason parse(String reason) {
    for (Reason known : Reason.values()) {
      if (known.name().equals(reason) && known != Reason.UNREACHABLE) {
        return known;
      }
    }
    return Reason.REFUSED;
  }

  @Override
  public void close() {
    line.close();
  }
}
