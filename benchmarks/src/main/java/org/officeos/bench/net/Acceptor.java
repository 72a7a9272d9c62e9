package org.officeos.bench.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Listens on a free loopback port and hands over every socket with the instant of its accept. */
public final class Acceptor implements AutoCloseable {

  /** Takes accepted sockets. */
  @FunctionalInterface
  public interface Taker {
    /**
     * One more.
     *
     * @param acceptedNanos {@link System#nanoTime()} right after the accept
     */
    void take(SocketChannel socket, long acceptedNanos);
  }

  private final ServerSocketChannel listener;
  private final Taker taker;

  /** Listens at once. */
  public Acceptor(Taker taker) throws IOException {
    this.taker = taker;
    listener = ServerSocketChannel.open();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    Thread thread = new Thread(this::run, "acceptor");
    thread.setDaemon(true);
    thread.start();
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return new InetSocketAddress(
        InetAddress.getLoopbackAddress(), listener.socket().getLocalPort());
  }

  /** A new connected socket to it. */
  public SocketChannel connect() throws IOException {
    return connect(address());
  }

  /** A new connected socket to {@code address}. */
  public static SocketChannel connect(InetSocketAddress address) throws IOException {
    SocketChannel socket = SocketChannel.open(address);
    socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
    return socket;
  }

  private void run() {
    while (listener.isOpen()) {
      try {
        SocketChannel socket = listener.accept();
        taker.take(socket, System.nanoTime());
      } catch (IOException e) {
        if (listener.isOpen()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
