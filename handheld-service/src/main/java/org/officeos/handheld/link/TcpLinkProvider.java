package org.officeos.handheld.link;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.officeos.handheld.link.LinkException.Reason;
import org.officeos.session.EstablishedLink;
import org.officeos.session.EstablishedLink.Medium;

/** Plain TCP over loopback or between two network namespaces, as {@link LinkSpec} allows. */
public final class TcpLinkProvider implements LinkProvider {

  private static final Path PROC_NET = Path.of("/proc/self/net");

  private final LinkSpec spec;
  private final AirGapCheck airGap;

  /** A provider for what {@code spec} names, guarded by this process's own routes. */
  public TcpLinkProvider(LinkSpec spec) {
    this(spec, PROC_NET);
  }

  /** The same, with the folder that holds {@code route} and {@code ipv6_route}. */
  public TcpLinkProvider(LinkSpec spec, Path procNet) {
    this.spec = spec;
    this.airGap = new AirGapCheck(procNet);
  }

  @Override
  public EstablishedLink connect(Duration timeout) throws LinkException {
    if (spec.kind() == LinkSpec.Kind.NAMESPACE) {
      airGap.require();
    }
    SocketChannel channel = null;
    try {
      channel = SocketChannel.open();
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.socket().connect(spec.socketAddress(), Math.toIntExact(timeout.toMillis()));
      return new EstablishedLink(channel, medium(), interfaceOf(channel));
    } catch (IOException e) {
      close(channel);
      throw new LinkException(reasonOf(e), sentence(reasonOf(e)), e);
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

  private static Reason reasonOf(IOException e) {
    if (e instanceof SocketTimeoutException) {
      return Reason.TIMED_OUT;
    }
    if (e instanceof NoRouteToHostException) {
      return Reason.UNREACHABLE;
    }
    if (e instanceof ConnectException) {
      String word = String.valueOf(e.getMessage());
      return word.contains("unreachable") ? Reason.UNREACHABLE : Reason.REFUSED;
    }
    return String.valueOf(e.getMessage()).contains("unreachable") ? Reason.UNREACHABLE : Reason.IO;
  }

  private String sentence(Reason reason) {
    String where = describe();
    return switch (reason) {
      case REFUSED ->
          "Nothing listens at " + where + "; start officeos-laptop serve on the laptop.";
      case TIMED_OUT -> "No answer from " + where + " in time; is the laptop awake and near?";
      case UNREACHABLE -> "No way leads to " + where + "; check the link's address and interface.";
      case BAD_FORM,
          NAME_NOT_ADDRESS,
          NOT_LOOPBACK,
          PUBLIC_ADDRESS,
          NO_SUCH_INTERFACE,
          DEFAULT_ROUTE,
          ROUTES_UNREADABLE,
          IO ->
          "The connection to " + where + " failed; check the link and try again.";
    };
  }

  private static void close(@Nullable SocketChannel channel) {
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      // Nothing is lost: the connection never stood.
    }
  }
}
