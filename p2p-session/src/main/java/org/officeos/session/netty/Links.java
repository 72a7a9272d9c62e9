package org.officeos.session.netty;

import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.officeos.session.EstablishedLink;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;

/** Brings an established link under an I/O thread. */
@SuppressWarnings("FutureReturnValueIgnored")
final class Links {

  private static final int LEAST_READ = 1024;
  private static final int FIRST_READ = 4 * 1024;
  private static final int GREATEST_READ = 256 * 1024;
  private static final int LOW_WATER = 64 * 1024;
  private static final int HIGH_WATER = 256 * 1024;

  private Links() {}

  /** Takes the link; where that fails it is closed and {@code onFailure} hears why. */
  static void register(
      EventLoopGroup group,
      EstablishedLink link,
      Function<LinkHandler, Phase> first,
      Consumer<SessionException> onFailure) {
    NioSocketChannel channel = new NioSocketChannel(link.channel());
    channel.config().setOption(ChannelOption.TCP_NODELAY, true);
    channel.config().setOption(ChannelOption.SO_KEEPALIVE, true);
    channel
        .config()
        .setOption(
            ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(LOW_WATER, HIGH_WATER));
    channel
        .config()
        .setRecvByteBufAllocator(
            new AdaptiveRecvByteBufAllocator(LEAST_READ, FIRST_READ, GREATEST_READ));
    channel.pipeline().addLast(new LinkHandler(channel, first));
    group
        .register(channel)
        .addListener(
            done -> {
              if (!done.isSuccess()) {
                closeQuietly(link);
                onFailure.accept(new SessionException(Reason.CUT, "registration", done.cause()));
              }
            });
  }

  static void closeQuietly(EstablishedLink link) {
    try {
      link.channel().close();
    } catch (IOException alreadyGone) {
      return;
    }
  }
}
