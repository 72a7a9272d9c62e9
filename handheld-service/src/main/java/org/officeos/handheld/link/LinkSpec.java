package org.officeos.handheld.link;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.officeos.handheld.link.LinkException.Reason;

/**
 * Where the person said the laptop is:
 *
 * <pre>
 * loopback:PORT               127.0.0.1
 * loopback:ADDRESS:PORT       127.0.0.1 or [::1], nothing else
 * namespace:ADDRESS:PORT      a private IPv4 address, or a private IPv6 one in brackets
 * wifi-direct                 in the laptop's group, by the radio of wlan0
 * wifi-direct:INTERFACE       by the radio of that interface
 * </pre>
 */
public sealed interface LinkSpec {

  /** Ways over TCP that can be named. */
  enum Kind {
    /** Within this machine. */
    LOOPBACK,
    /** Over a virtual pair to another network namespace. */
    NAMESPACE;

    private String word() {
      return this == LOOPBACK ? "loopback" : "namespace";
    }
  }

  /**
   * Over TCP to a numeric address.
   *
   * @param kind the first word
   * @param address an address of a range that {@code kind} allows
   * @param port 1 to 65535
   */
  record Tcp(Kind kind, InetAddress address, int port) implements LinkSpec {

    /** What to connect to. */
    InetSocketAddress socketAddress() {
      return new InetSocketAddress(address, port);
    }

    @Override
    public String describe() {
      String host = address.getHostAddress();
      return kind.word() + ":" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
  }

  /**
   * Over the air, in the laptop's own group; its address there comes from the laptop itself.
   *
   * @param interfaceName the radio's interface
   */
  record WifiDirect(String interfaceName) implements LinkSpec {

    private static final String WORD = "wifi-direct";

    /** The radio's interface where none is named. */
    public static final String USUAL = "wlan0";

    @Override
    public String describe() {
      return WORD + ":" + interfaceName;
    }
  }

  /** In the form that {@link #parse} reads. */
  String describe();

  /**
   * Reads {@code text}. Nothing is looked up: only numbers name a peer.
   *
   * @throws LinkException a reason that was not tried
   */
  static LinkSpec parse(String text) throws LinkException {
    int colon = text.indexOf(':');
    String word = colon < 0 ? text : text.substring(0, colon);
    String rest = colon < 0 ? "" : text.substring(colon + 1);
    if (word.equals(WifiDirect.WORD)) {
      return new WifiDirect(radio(colon < 0 ? WifiDirect.USUAL : rest));
    }
    Kind kind = kindOf(word);
    int last = rest.lastIndexOf(':');
    int port = port(last < 0 ? rest : rest.substring(last + 1));
    if (last < 0) {
      if (kind != Kind.LOOPBACK) {
        throw new LinkException(
            Reason.BAD_FORM, "A namespace link needs an address: namespace:ADDRESS:PORT.");
      }
      return new Tcp(kind, Addresses.LOOPBACK_V4, port);
    }
    InetAddress address = Addresses.parse(rest.substring(0, last));
    require(kind, address);
    return new Tcp(kind, address, port);
  }

  private static Kind kindOf(String word) throws LinkException {
    for (Kind kind : Kind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new LinkException(
        Reason.BAD_FORM,
        "A link is loopback:PORT, namespace:ADDRESS:PORT or wifi-direct[:INTERFACE]; mend"
            + " --link.");
  }

  private static String radio(String name) throws LinkException {
    if (name.matches("[A-Za-z0-9_.-]{1,15}") && !name.matches("\\.+")) {
      return name;
    }
    throw new LinkException(
        Reason.BAD_FORM, "A radio's interface is a name such as wlan0; mend --link.");
  }

  private static int port(String digits) throws LinkException {
    if (digits.matches("[1-9][0-9]{0,4}") && Integer.parseInt(digits) <= 65_535) {
      return Integer.parseInt(digits);
    }
    throw new LinkException(Reason.BAD_FORM, "A link ends with a port of 1 to 65535; mend --link.");
  }

  private static void require(Kind kind, InetAddress address) throws LinkException {
    Addresses.Range range = Addresses.rangeOf(address);
    if (kind == Kind.LOOPBACK && range != Addresses.Range.LOOPBACK) {
      throw new LinkException(
          Reason.NOT_LOOPBACK, "A loopback link goes to 127.0.0.1 or [::1] only; mend --link.");
    }
    if (kind == Kind.NAMESPACE && range != Addresses.Range.PRIVATE) {
      throw new LinkException(
          Reason.PUBLIC_ADDRESS,
          "This device reaches its laptop only, at a private or link-local address; mend --link.");
    }
  }
}
