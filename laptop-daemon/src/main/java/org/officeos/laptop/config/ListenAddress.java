package org.officeos.laptop.config;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the daemon listens: an address literal and a port. Names are never looked up.
 *
 * @param address loopback (127.0.0.0/8, ::1), private (10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16,
 *     fc00::/7) or link-local (169.254.0.0/16, fe80::/10)
 * @param port 1 to 65535, or 0 for any free one
 */
public record ListenAddress(InetAddress address, int port) {

  private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]{2,45}(%[0-9A-Za-z_.-]{1,15})?");

  /** Who can reach an address. */
  public enum Reach {
    /** This machine only. */
    LOOPBACK,
    /** The link or the private network that the address belongs to. */
    PRIVATE,
    /** Every interface at once. */
    WILDCARD,
    /** Anybody, or nobody in particular. */
    PUBLIC
  }

  /**
   * Reads {@code address:port}, or {@code [address]:port} for IPv6; {@code localhost} is 127.0.0.1.
   * Empty where the text is no such thing.
   */
  static Optional<ListenAddress> parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon <= 0 || !text.substring(colon + 1).matches("\\d{1,5}")) {
      return Optional.empty();
    }
    int port = Integer.parseInt(text.substring(colon + 1));
    String host = text.substring(0, colon);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    String literal = bracketed ? host.substring(1, host.length() - 1) : host;
    if (literal.equals("localhost")) {
      literal = "127.0.0.1";
    }
    boolean form = bracketed ? V6.matcher(literal).matches() : V4.matcher(literal).matches();
    if (!form || port > 65_535) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ListenAddress(InetAddress.getByName(literal), port));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Who can reach this address, from an explicit table; the JDK's own words miss fc00::/7. */
  public Reach reach() {
    byte[] b = address.getAddress();
    int first = b[0] & 0xff;
    int second = b[1] & 0xff;
    if (address.isAnyLocalAddress()) {
      return Reach.WILDCARD;
    }
    if (address.isLoopbackAddress()) {
      return Reach.LOOPBACK;
    }
    boolean inside =
        address instanceof Inet6Address
            ? (first & 0xfe) == 0xfc || (first == 0xfe && (second & 0xc0) == 0x80)
            : first == 10
                || (first == 172 && (second & 0xf0) == 16)
                || (first == 192 && second == 168)
                || (first == 169 && second == 254);
    return inside ? Reach.PRIVATE : Reach.PUBLIC;
  }

  /** As a socket takes it. */
  public InetSocketAddress socketAddress() {
    return new InetSocketAddress(address, port);
  }

  @Override
  public String toString() {
    String host = address.getHostAddress();
    return (address instanceof Inet6Address ? "[" + host + "]" : host) + ":" + port;
  }
}
