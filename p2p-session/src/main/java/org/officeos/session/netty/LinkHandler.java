package org.officeos.session.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.record.FormatException;
import org.officeos.session.record.RecordFormat;
import org.officeos.session.record.WireBuffer;

/**
 * One link: finds messages in the bytes, hands them to the phase in force, and ends exactly once.
 * All state belongs to the channel's I/O thread.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class LinkHandler extends ChannelInboundHandlerAdapter {

  /** How long a goodbye may wait for a peer that reads no more. */
  private static final int LINGER_SECONDS = 2;

  private final WireBuffer wire = new WireBuffer();
  private final WireCounter counter = new WireCounter();
  private final Channel channel;
  private Phase phase;
  private @Nullable Future<?> ticker;
  private boolean started;
  private boolean ended;

  LinkHandler(Channel channel, Function<LinkHandler, Phase> first) {
    this.channel = channel;
    this.phase = first.apply(this);
  }

  WireCounter counter() {
    return counter;
  }

  /** The peer's address; empty when the link is over. */
  Optional<InetSocketAddress> remote() {
    return channel.remoteAddress() instanceof InetSocketAddress address
        ? Optional.of(address)
        : Optional.empty();
  }

  /** Hands the link over to the next phase. */
  void become(Phase next) {
    phase = next;
  }

  /** Lets the peer send records from now on, of at most {@code longest} bytes. */
  void allowRecords(int longest) {
    wire.allowRecords(longest);
  }

  boolean ended() {
    return ended;
  }

  /** Whether more can be written without piling up. */
  boolean writable() {
    return channel.isWritable();
  }

  /** Runs on the I/O thread, now if this is it; what fails ends the link. */
  void run(Step step) {
    run(step, () -> {});
  }

  /** The same; when the link is over already, {@code otherwise} runs instead. */
  void run(Step step, Runnable otherwise) {
    if (channel.eventLoop().inEventLoop()) {
      runHere(step, otherwise);
    } else {
      try {
        channel.eventLoop().execute(() -> runHere(step, otherwise));
      } catch (RejectedExecutionException stopped) {
        otherwise.run();
      }
    }
  }

  private void runHere(Step step, Runnable otherwise) {
    if (ended) {
      otherwise.run();
    } else {
      guarded(step);
    }
  }

  /** Something that may end the link. */
  interface Step {
    void run() throws SessionException;
  }

  /** Writes bytes that carry their length already; flushed by {@link #flush()}. */
  void write(byte[] framed, int length) {
    ByteBuf buffer = channel.alloc().directBuffer(length).writeBytes(framed, 0, length);
    counter.sent(length);
    channel.write(buffer, channel.voidPromise());
  }

  /** Sends one handshake message at once. */
  void sendMessage(byte[] message) {
    byte[] framed = RecordFormat.frame(message);
    write(framed, framed.length);
    channel.flush();
  }

  void flush() {
    channel.flush();
  }

  /** Ends the link; the first reason counts. */
  void end(SessionException reason) {
    if (ended) {
      return;
    }
    phase.beforeEnd(reason.reason());
    ended = true;
    if (ticker != null) {
      ticker.cancel(false);
    }
    channel.writeAndFlush(channel.alloc().buffer(0)).addListener(ChannelFutureListener.CLOSE);
    channel.eventLoop().schedule(() -> channel.close(), LINGER_SECONDS, TimeUnit.SECONDS);
    phase.onEnded(reason);
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    if (started) {
      return;
    }
    started = true;
    ticker =
        channel
            .eventLoop()
            .scheduleAtFixedRate(
                () -> guarded(() -> phase.onTick(System.nanoTime())), 1, 1, TimeUnit.SECONDS);
    guarded(() -> phase.onStart());
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf buffer = (ByteBuf) message;
    try {
      counter.received(buffer.readableBytes());
      for (ByteBuffer part : buffer.nioBuffers()) {
        guarded(() -> take(part));
      }
    } finally {
      buffer.release();
    }
  }

  private void take(ByteBuffer part) throws SessionException {
    while (part.hasRemaining() && !ended) {
      wire.append(part);
      while (!ended && nextMessage()) {
        counter.receivedRecord();
        phase.onMessage(wire.array(), wire.offset(), wire.length());
      }
    }
  }

  private boolean nextMessage() throws SessionException {
    try {
      return wire.next();
    } catch (FormatException e) {
      Reason reason =
          e.reason() == FormatException.Reason.TOO_LONG ? Reason.TOO_LARGE : Reason.MALFORMED;
      throw new SessionException(reason, "record length");
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    guarded(() -> phase.pump());
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (channel.isWritable()) {
      guarded(() -> phase.pump());
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    end(new SessionException(Reason.CUT));
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    end(new SessionException(Reason.CUT, String.valueOf(cause.getMessage()), cause));
  }

  private void guarded(Step step) {
    if (ended) {
      return;
    }
    try {
      step.run();
    } catch (SessionException e) {
      end(e);
    } catch (RuntimeException e) {
      end(new SessionException(Reason.INTERNAL, String.valueOf(e), e));
    }
  }
}
