package org.officeos.laptop.upstream;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;
import okhttp3.Dns;

/**
 * Lets a client reach one host and port, and nothing else, whatever a URL, a redirect or a name
 * service says.
 *
 * <p>The decision falls at the connect itself, on the address that is dialled: OkHttp does not ask
 * {@link Dns} about literal addresses, so a guard there alone would be none. Addresses are those
 * that the configured name resolved to here. Safe for use by several threads.
 */
final class TargetGuard extends SocketFactory implements Dns {

  private final String host;
  private final int port;
  private final Set<InetAddress> resolved = ConcurrentHashMap.newKeySet();

  /**
   * A guard around one service.
   *
   * @param host as OkHttp writes it: lower case, IPv6 without brackets
   */
  TargetGuard(String host, int port) {
    this.host = host;
    this.port = port;
  }

  @Override
  public List<InetAddress> lookup(String hostname) throws UnknownHostException {
    if (!hostname.equals(host)) {
      throw new UnknownHostException("not the configured service");
    }
    List<InetAddress> addresses = List.of(InetAddress.getAllByName(host));
    resolved.addAll(addresses);
    return addresses;
  }

  @Override
  public Socket createSocket() {
    return new Socket() {
      @Override
      public void connect(SocketAddress endpoint, int timeout) throws IOException {
        require(endpoint);
        super.connect(endpoint, timeout);
      }

      @Override
      public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
      }
    };
  }

  private void require(SocketAddress endpoint) throws IOException {
    boolean allowed =
        endpoint instanceof InetSocketAddress target
            && target.getPort() == port
            && target.getAddress() != null
            && (resolved.contains(target.getAddress()) || isOurLiteral(target.getAddress()));
    if (!allowed) {
      throw new ConnectException("not the configured service");
    }
  }

  private boolean isOurLiteral(InetAddress address) {
    return address.getHostAddress().equals(host);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw unguarded();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    throw unguarded();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw unguarded();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    throw unguarded();
  }

  private static IOException unguarded() {
    return new ConnectException("sockets of this client are connected one way only");
  }
}
