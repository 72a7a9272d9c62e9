package org.officeos.handheld.link;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.officeos.handheld.link.LinkException.Reason;

/** Opens a TCP connection, or names why not. */
final class TcpDial {

  private final String where;

  /** To what a person knows as {@code where}. */
  TcpDial(String where) {
    this.where = where;
  }

  /** Connects, from {@code own} where it is given. */
  SocketChannel dial(Optional<InetSocketAddress> own, InetSocketAddress peer, Duration timeout)
      throws LinkException {
    SocketChannel channel = null;
    try {
      channel = SocketChannel.open();
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      if (own.isPresent()) {
        channel.bind(own.get());
      }
      channel.socket().connect(peer, Math.max(1, Math.toIntExact(timeout.toMillis())));
      return channel;
    } catch (IOException e) {
      close(channel);
      throw failure(e);
    }
  }

  /** The failure by name. */
  LinkException failure(IOException e) {
    String word = String.valueOf(e.getMessage());
    boolean unreachable = word.contains("unreachable") || e instanceof NoRouteToHostException;
    if (e instanceof SocketTimeoutException) {
      return of(Reason.TIMED_OUT, "No answer from %s in time; is the laptop awake and near?", e);
    }
    if (unreachable) {
      return of(
          Reason.UNREACHABLE, "No way leads to %s; check the link's address and interface.", e);
    }
    if (e instanceof ConnectException) {
      return of(
          Reason.REFUSED, "Nothing listens at %s; start officeos-laptop serve on the laptop.", e);
    }
    return of(Reason.IO, "The connection to %s failed; check the link and try again.", e);
  }

  private LinkException of(Reason reason, String sentence, IOException e) {
    return new LinkException(reason, sentence.replace("%s", where), e);
  }

  static void close(@Nullable SocketChannel channel) {
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      // Nothing is lost: the connection never stood.
    }
  }
}
