package org.officeos.bench.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/**
 * Answers every {@code requestBytes} received with one fixed body. A large body goes out in pieces,
 * as fast as the channel takes them and no faster, so that sealing, sending and opening overlap.
 */
public final class AnswerServer extends ChannelInboundHandlerAdapter {

  private static final int PIECE = 64 * 1024;

  private final int requestBytes;
  private final byte[] body;
  private final Runnable onRequest;
  private int received;
  private int sent;

  /** A server of one connection; {@code onRequest} runs as soon as a request is whole. */
  public AnswerServer(int requestBytes, byte[] body, Runnable onRequest) {
    this.requestBytes = requestBytes;
    this.body = body;
    this.onRequest = onRequest;
    this.sent = body.length;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      received += ((ByteBuf) message).readableBytes();
    } finally {
      ReferenceCountUtil.release(message);
    }
    if (received >= requestBytes) {
      received -= requestBytes;
      onRequest.run();
      sent = 0;
      pump(ctx);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    pump(ctx);
    ctx.fireChannelWritabilityChanged();
  }

  private void pump(ChannelHandlerContext ctx) {
    while (sent < body.length && ctx.channel().isWritable()) {
      int length = Math.min(PIECE, body.length - sent);
      ByteBuf piece = Unpooled.wrappedBuffer(body, sent, length);
      sent += length;
      ctx.writeAndFlush(piece).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }
  }
}
