package org.officeos.bench.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;

/** Two event loops, one for each end, as the session has: neither end waits for the other's CPU. */
public final class Loops implements AutoCloseable {

  private final EventLoopGroup client =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final EventLoopGroup server =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

  /** Puts a connected socket on the client's loop. */
  public Channel adoptClient(SocketChannel socket, ChannelHandler... handlers) {
    return adopt(client, socket, handlers);
  }

  /** Puts an accepted socket on the server's loop. */
  public Channel adoptServer(SocketChannel socket, ChannelHandler... handlers) {
    return adopt(server, socket, handlers);
  }

  private static Channel adopt(
      EventLoopGroup group, SocketChannel socket, ChannelHandler... handlers) {
    NioSocketChannel channel = new NioSocketChannel(socket);
    channel.config().setTcpNoDelay(true);
    channel.pipeline().addLast(handlers);
    group.register(channel).syncUninterruptibly();
    return channel;
  }

  @Override
  public void close() {
    client.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    server.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
