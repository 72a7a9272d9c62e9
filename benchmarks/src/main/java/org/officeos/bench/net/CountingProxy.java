package org.officeos.bench.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between a client and a server and counts what really goes over the wire: bytes of TCP
 * payload from the client. One connection.
 */
public final class CountingProxy implements AutoCloseable {

  private static final int BUFFER = 64 * 1024;

  private final InetSocketAddress server;
  private final Acceptor acceptor;
  private final AtomicLong fromClient = new AtomicLong();
  private final AtomicLong fromServer = new AtomicLong();

  /** Passes on to {@code server}. */
  public CountingProxy(InetSocketAddress server) throws IOException {
    this.server = server;
    this.acceptor = new Acceptor((socket, at) -> join(socket));
  }

  /** Where clients connect. */
  public InetSocketAddress address() {
    return acceptor.address();
  }

  /** Bytes passed on from the client. */
  public long fromClient() {
    return fromClient.get();
  }

  /** Bytes passed on from the server. */
  public long fromServer() {
    return fromServer.get();
  }

  private void join(SocketChannel client) {
    try {
      SocketChannel onward = Acceptor.connect(server);
      pass(client, onward, fromClient, "to the server");
      pass(onward, client, fromServer, "to the client");
    } catch (IOException e) {
      throw new IllegalStateException("the server does not take connections", e);
    }
  }

  private static void pass(
      SocketChannel from, SocketChannel to, AtomicLong counter, String direction) {
    Thread thread =
        new Thread(
            () -> {
              ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
              try (from;
                  to) {
                while (from.read(buffer) >= 0) {
                  buffer.flip();
                  counter.addAndGet(buffer.remaining());
                  while (buffer.hasRemaining()) {
                    to.write(buffer);
                  }
                  buffer.clear();
                }
              } catch (IOException ended) {
                // Either side may end first; what was counted stays counted.
              }
            },
            "proxy " + direction);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    acceptor.close();
  }
}
