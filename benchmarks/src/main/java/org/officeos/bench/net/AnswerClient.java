package org.officeos.bench.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Sends a request and collects the whole answer in an array of its own. One at a time. */
public final class AnswerClient extends ChannelInboundHandlerAdapter {

  private byte[] body = new byte[0];
  private int received;
  private @Nullable CompletableFuture<byte[]> waiting;

  /** Sends {@code request}; completes with the {@code answerBytes} that came back. */
  public CompletableFuture<byte[]> ask(Channel channel, byte[] request, int answerBytes) {
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    channel
        .eventLoop()
        .execute(
            () -> {
              body = new byte[answerBytes];
              received = 0;
              waiting = answer;
              channel
                  .writeAndFlush(Unpooled.wrappedBuffer(request))
                  .addListener(done -> failIf(done.cause()));
            });
    return answer;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      ByteBuf bytes = (ByteBuf) message;
      int length = bytes.readableBytes();
      bytes.readBytes(body, received, length);
      received += length;
    } finally {
      ReferenceCountUtil.release(message);
    }
    CompletableFuture<byte[]> answer = waiting;
    if (answer != null && received == body.length) {
      waiting = null;
      answer.complete(body);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    fail(cause);
    ctx.channel().unsafe().closeForcibly();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    fail(new IllegalStateException("the connection ended"));
  }

  private void failIf(@Nullable Throwable cause) {
    if (cause != null) {
      fail(cause);
    }
  }

  private void fail(Throwable cause) {
    CompletableFuture<byte[]> answer = waiting;
    waiting = null;
    if (answer != null) {
      answer.completeExceptionally(cause);
    }
  }
}
