package org.officeos.handheld.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.handheld.link.LinkException.Reason;
import org.officeos.session.EstablishedLink;

class TcpLinkProviderTest {

  private static final Duration SHORT = Duration.ofSeconds(5);

  @TempDir Path procNet;

  private static int portOf(ServerSocketChannel server) throws IOException {
    return ((InetSocketAddress) server.getLocalAddress()).getPort();
  }

  private static ServerSocketChannel listen() throws IOException {
    return ServerSocketChannel.open()
        .bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
  }

  private void routes(String lines) throws IOException {
    Files.writeString(procNet.resolve("route"), "heading\n" + lines);
  }

  private LinkException refusal(String spec) {
    return assertThrows(
        LinkException.class,
        () -> new TcpLinkProvider((LinkSpec.Tcp) LinkSpec.parse(spec), procNet).connect(SHORT));
  }

  @Test
  void connectsOverLoopbackWhateverTheRoutes() throws Exception {
    try (ServerSocketChannel server = listen()) {
      TcpLinkProvider provider =
          new TcpLinkProvider((LinkSpec.Tcp) LinkSpec.parse("loopback:" + portOf(server)), procNet);
      EstablishedLink link = provider.connect(SHORT);
      assertEquals(EstablishedLink.Medium.LOOPBACK, link.medium());
      assertEquals("lo", link.interfaceName());
      assertTrue(link.channel().isBlocking());
      link.channel().close();
    }
  }

  @Test
  void saysThatNobodyListens() throws Exception {
    int port;
    try (ServerSocketChannel server = listen()) {
      port = portOf(server);
    }
    LinkException e = refusal("loopback:" + port);
    assertEquals(Reason.REFUSED, e.reason());
    assertEquals(
        "Nothing listens at loopback:127.0.0.1:"
            + port
            + "; start officeos-laptop serve on the laptop.",
        e.getMessage());
  }

  @Test
  void refusesANamespaceLinkWhileTheAirGapIsOpen() throws Exception {
    routes("eth0\t00000000\t0101A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0\n");
    LinkException e = refusal("namespace:10.9.8.7:47100");
    assertEquals(Reason.DEFAULT_ROUTE, e.reason());
    assertTrue(String.valueOf(e.getMessage()).contains("0.0.0.0/0 leads out through eth0"));
  }

  @Test
  void refusesANamespaceLinkWhenTheAirGapCannotBeShown() throws Exception {
    assertEquals(Reason.ROUTES_UNREADABLE, refusal("namespace:10.9.8.7:47100").reason());
    routes("nonsense\n");
    assertEquals(Reason.ROUTES_UNREADABLE, refusal("namespace:10.9.8.7:47100").reason());
  }

  @Test
  void readsThisMachinesOwnRoutes() throws Exception {
    Path own = Path.of("/proc/self/net");
    String v6 =
        Files.exists(own.resolve("ipv6_route")) ? Files.readString(own.resolve("ipv6_route")) : "";
    RouteTable.waysOut(Files.readString(own.resolve("route")), v6)
        .forEach(out -> assertTrue(out.destination().contains("/"), out.toString()));
  }
}
