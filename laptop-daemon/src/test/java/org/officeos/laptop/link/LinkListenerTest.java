package org.officeos.laptop.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.officeos.session.EstablishedLink;

class LinkListenerTest {

  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private final BlockingQueue<EstablishedLink> links = new LinkedBlockingQueue<>();

  @Test
  void handsOverEachConnectionAsALink() throws Exception {
    try (LinkListener listener = LinkListener.open(ANY, links::add);
        SocketChannel client = SocketChannel.open(listener.address())) {
      EstablishedLink link = links.poll(20, TimeUnit.SECONDS);
      assertEquals(EstablishedLink.Medium.LOOPBACK, link.medium());
      assertEquals("lo", link.interfaceName());
      assertEquals(client.getLocalAddress(), link.channel().getRemoteAddress());
      link.channel().close();
    }
  }

  @Test
  void closesALinkThatNobodyTakesAndListensOn() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    try (LinkListener listener =
        LinkListener.open(
            ANY,
            link -> {
              if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("not now");
              }
              links.add(link);
            })) {
      try (SocketChannel refused = SocketChannel.open(listener.address())) {
        assertEquals(-1, refused.read(java.nio.ByteBuffer.allocate(1)));
      }
      try (SocketChannel taken = SocketChannel.open(listener.address())) {
        assertTrue(taken.isConnected());
        links.poll(20, TimeUnit.SECONDS).channel().close();
      }
    }
  }

  @Test
  void pausesAndGoesOnWhenItCannotAccept() throws Exception {
    AtomicInteger failures = new AtomicInteger();
    ServerSocketChannel server = ServerSocketChannel.open().bind(ANY);
    InetSocketAddress bound = (InetSocketAddress) server.getLocalAddress();
    Accepting outOfDescriptors =
        new Accepting() {
          @Override
          public SocketChannel accept() throws IOException {
            if (failures.incrementAndGet() <= 3) {
              throw new IOException("Too many open files");
            }
            return server.accept();
          }

          @Override
          public void close() throws IOException {
            server.close();
          }
        };
    try (LinkListener listener =
            new LinkListener(outOfDescriptors, bound, LinkWay.asTheKernelSays(), links::add);
        SocketChannel client = SocketChannel.open(listener.address())) {
      assertTrue(client.isConnected());
      links.poll(20, TimeUnit.SECONDS).channel().close();
      assertTrue(failures.get() >= 4);
    }
  }

  @Test
  void endsAtOnceWhenItIsClosedDuringAPause() throws Exception {
    CountDownLatch failing = new CountDownLatch(4);
    Accepting broken =
        new Accepting() {
          @Override
          public SocketChannel accept() throws IOException {
            failing.countDown();
            throw new IOException("Too many open files");
          }

          @Override
          public void close() {}
        };
    LinkListener listener = new LinkListener(broken, ANY, LinkWay.asTheKernelSays(), links::add);
    assertTrue(failing.await(20, TimeUnit.SECONDS));
    listener.close();
    assertTrue(
        Thread.getAllStackTraces().keySet().stream()
            .noneMatch(t -> t.getName().equals("link-accept") && t.isAlive()),
        "its thread has ended");
  }

  @Test
  void namesWhyItCannotListen() throws Exception {
    try (LinkListener first = LinkListener.open(ANY, links::add)) {
      LinkException taken =
          assertThrows(
              LinkException.class, () -> LinkListener.open(first.address(), links::add).close());
      assertEquals(LinkException.Reason.ADDRESS_IN_USE, taken.reason());
    }
    LinkException absent =
        assertThrows(
            LinkException.class,
            () ->
                LinkListener.open(new InetSocketAddress("10.255.254.253", 0), links::add).close());
    assertEquals(LinkException.Reason.NO_SUCH_ADDRESS, absent.reason());
  }

  @Test
  void stopsListeningWhenItIsClosed() throws Exception {
    LinkListener listener = LinkListener.open(ANY, links::add);
    listener.close();
    assertThrows(IOException.class, () -> SocketChannel.open(listener.address()).close());
  }
}
