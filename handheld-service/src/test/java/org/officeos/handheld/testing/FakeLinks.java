package org.officeos.handheld.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.officeos.handheld.link.LinkException;
import org.officeos.handheld.link.LinkProvider;
import org.officeos.session.EstablishedLink;

/** Links whose other end is nobody; faults on demand. */
public final class FakeLinks implements LinkProvider, AutoCloseable {

  private final ServerSocketChannel nobody;
  private final Deque<LinkException.Reason> failures = new ArrayDeque<>();
  private int asked;

  public FakeLinks() {
    try {
      nobody = ServerSocketChannel.open();
      nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next connections that fail, in order; those after them succeed. */
  public synchronized FakeLinks failing(LinkException.Reason... reasons) {
    failures.addAll(List.of(reasons));
    return this;
  }

  /** How often a connection was asked for. */
  public synchronized int asked() {
    return asked;
  }

  @Override
  public synchronized EstablishedLink connect(Duration timeout) throws LinkException {
    asked++;
    LinkException.Reason failure = failures.poll();
    if (failure != null) {
      throw new LinkException(failure, "the test asked for " + failure);
    }
    try {
      SocketChannel channel = SocketChannel.open(nobody.getLocalAddress());
      return new EstablishedLink(channel, EstablishedLink.Medium.LOOPBACK, "lo");
    } catch (IOException e) {
      throw new LinkException(LinkException.Reason.IO, "fake", e);
    }
  }

  @Override
  public String describe() {
    return "loopback:127.0.0.1:1";
  }

  @Override
  public void close() {
    try {
      nobody.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
