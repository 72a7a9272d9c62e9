package org.officeos.laptop.link;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.officeos.hal.p2p.Ipv4;
import org.officeos.session.EstablishedLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accepts handhelds on one address, on a thread of its own named {@code link-accept}, and hands
 * each connection over as an established link. A failing accept, such as for want of file
 * descriptors, is tried again after a pause that doubles from 50 ms to 2 s.
 */
public final class LinkListener implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LinkListener.class);
  private static final int BACKLOG = 64;
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 2000;

  private final Accepting socket;
  private final Consumer<EstablishedLink> taker;
  private final LinkWay way;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private final InetSocketAddress address;

  LinkListener(
      Accepting socket, InetSocketAddress address, LinkWay way, Consumer<EstablishedLink> taker) {
    this.socket = socket;
    this.way = way;
    this.address = address;
    this.taker = taker;
    this.thread = new Thread(this::run, "link-accept");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Listens.
   *
   * @param wanted where; port 0 for any free one
   * @param taker takes each link and must not block
   * @throws LinkException {@code ADDRESS_IN_USE}, {@code NO_SUCH_ADDRESS}, {@code IO}
   */
  public static LinkListener open(InetSocketAddress wanted, Consumer<EstablishedLink> taker)
      throws LinkException {
    return open(wanted, LinkWay.asTheKernelSays(), taker);
  }

  /**
   * Listens in a Wi-Fi Direct group that this machine owns. What comes from outside the group's
   * network, such as through another interface, is closed unheard.
   *
   * @param wanted the owner's address in the group
   * @param interfaceName the group's interface
   * @param mask the group's
   * @param taker takes each link and must not block
   * @throws LinkException {@code ADDRESS_IN_USE}, {@code NO_SUCH_ADDRESS}, {@code IO}
   */
  public static LinkListener openInGroup(
      InetSocketAddress wanted, String interfaceName, Ipv4 mask, Consumer<EstablishedLink> taker)
      throws LinkException {
    return open(wanted, LinkWay.ofGroup(wanted.getAddress(), mask, interfaceName), taker);
  }

  private static LinkListener open(
      InetSocketAddress wanted, LinkWay way, Consumer<EstablishedLink> taker) throws LinkException {
    ServerSocketChannel server = null;
    try {
      server = ServerSocketChannel.open();
      server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      server.bind(wanted, BACKLOG);
      InetSocketAddress bound = (InetSocketAddress) server.getLocalAddress();
      return new LinkListener(new Server(server), bound, way, taker);
    } catch (IOException e) {
      closeQuietly(server, e);
      throw named(e, wanted);
    }
  }

  private static void closeQuietly(
      @org.jspecify.annotations.Nullable ServerSocketChannel server, IOException because) {
    if (server != null) {
      try {
        server.close();
      } catch (IOException e) {
        because.addSuppressed(e);
      }
    }
  }

  private static LinkException named(IOException fault, InetSocketAddress wanted) {
    String words = String.valueOf(fault.getMessage());
    if (fault instanceof BindException && words.contains("in use")) {
      return new LinkException(
          LinkException.Reason.ADDRESS_IN_USE,
          wanted + " is in use; end the other program, or set another port in listen",
          fault);
    }
    if (fault instanceof BindException) {
      return new LinkException(
          LinkException.Reason.NO_SUCH_ADDRESS,
          "no interface has " + wanted.getAddress() + " now; bring it up, or mend listen",
          fault);
    }
    return new LinkException(
        LinkException.Reason.IO, "cannot listen on " + wanted + ": " + words, fault);
  }

  /** Where it listens, with the real port. */
  public InetSocketAddress address() {
    return address;
  }

  private void run() {
    long pause = FIRST_PAUSE_MILLIS;
    while (closed.getCount() > 0) {
      try {
        SocketChannel channel = socket.accept();
        pause = FIRST_PAUSE_MILLIS;
        take(channel);
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        LOG.warn("cannot accept now, trying again in {} ms: {}", pause, e.getMessage());
        if (!waitUnlessClosed(pause)) {
          return;
        }
        pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
      } catch (RuntimeException e) {
        LOG.error("a link was not taken: {}", e.getClass().getName());
      }
    }
  }

  private void take(SocketChannel channel) throws IOException {
    try {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      Optional<EstablishedLink> link = way.of(channel);
      if (link.isPresent()) {
        taker.accept(link.get());
      } else {
        LOG.info("a connection from outside the group was closed");
        channel.close();
      }
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** False when it was closed meanwhile. */
  private boolean waitUnlessClosed(long millis) {
    try {
      return !closed.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }

  /** Stops listening; links that were handed over live on. */
  @Override
  public void close() {
    closed.countDown();
    try {
      socket.close();
      thread.join(2000);
    } catch (IOException e) {
      LOG.warn("the listening socket could not be closed: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Server(ServerSocketChannel channel) implements Accepting {

    @Override
    public SocketChannel accept() throws IOException {
      return channel.accept();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
