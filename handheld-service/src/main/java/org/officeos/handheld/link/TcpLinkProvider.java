package org.officeos.handheld.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.officeos.session.EstablishedLink;
import org.officeos.session.EstablishedLink.Medium;

/** Plain TCP over loopback or between two network namespaces, as {@link LinkSpec} allows. */
public final class TcpLinkProvider implements LinkProvider {

  private static final Path PROC_NET = Path.of("/proc/self/net");

  private final LinkSpec.Tcp spec;
  private final AirGapCheck airGap;

  /** A provider for what {@code spec} names, guarded by this process's own routes. */
  public TcpLinkProvider(LinkSpec.Tcp spec) {
    this(spec, PROC_NET);
  }

  /** The same, with the folder that holds {@code route} and {@code ipv6_route}. */
  public TcpLinkProvider(LinkSpec.Tcp spec, Path procNet) {
    this.spec = spec;
    this.airGap = new AirGapCheck(procNet);
  }

  @Override
  public EstablishedLink connect(Duration timeout) throws LinkException {
    if (spec.kind() == LinkSpec.Kind.NAMESPACE) {
      airGap.require();
    }
    TcpDial dial = new TcpDial(describe());
    SocketChannel channel = dial.dial(Optional.empty(), spec.socketAddress(), timeout);
    try {
      return new EstablishedLink(channel, medium(), interfaceOf(channel));
    } catch (IOException e) {
      TcpDial.close(channel);
      throw dial.failure(e);
    }
  }

  @Override
  public String describe() {
    return spec.describe();
  }

  private Medium medium() {
    return switch (spec.kind()) {
      case LOOPBACK -> Medium.LOOPBACK;
      case NAMESPACE -> Medium.NAMESPACE;
    };
  }

  private static String interfaceOf(SocketChannel channel) throws IOException {
    if (channel.getLocalAddress() instanceof InetSocketAddress local) {
      NetworkInterface found = NetworkInterface.getByInetAddress(local.getAddress());
      if (found != null) {
        return found.getName();
      }
    }
    return "unknown";
  }
}
