package org.officeos.handheld.link;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.officeos.handheld.link.LinkException.Reason;

/** Numeric addresses and the ranges they lie in. Asks no name service, ever. */
final class Addresses {

  static final InetAddress LOOPBACK_V4 = of(127, 0, 0, 1);

  private static final InetAddress LOOPBACK_V6 = of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
  private static final Pattern V4 =
      Pattern.compile(
          "(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})");
  private static final Pattern V6 =
      Pattern.compile("\\[([0-9a-fA-F:]*:[0-9a-fA-F:.]*(?:%[0-9A-Za-z_.-]{1,15})?)\\]");

  /** Where an address lies. */
  enum Range {
    /** 127.0.0.1 or ::1 exactly. */
    LOOPBACK,
    /** RFC 1918, 169.254/16, fc00::/7 or fe80::/10. */
    PRIVATE,
    /** Everywhere else. */
    ELSEWHERE
  }

  private record Block(InetAddress base, int bits) {
    boolean holds(InetAddress address) {
      byte[] mine = base.getAddress();
      byte[] theirs = address.getAddress();
      if (mine.length != theirs.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        if (((mine[bit / 8] ^ theirs[bit / 8]) & 0x80 >> bit % 8) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Block> PRIVATE_BLOCKS =
      List.of(
          new Block(of(10, 0, 0, 0), 8),
          new Block(of(172, 16, 0, 0), 12),
          new Block(of(192, 168, 0, 0), 16),
          new Block(of(169, 254, 0, 0), 16),
          new Block(of(0xfc, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), 7),
          new Block(of(0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), 10));

  private Addresses() {}

  static InetAddress parse(String text) throws LinkException {
    Matcher four = V4.matcher(text);
    if (four.matches()) {
      int[] octets = new int[4];
      for (int i = 0; i < 4; i++) {
        octets[i] = Integer.parseInt(four.group(i + 1));
        if (octets[i] > 255) {
          throw new LinkException(Reason.BAD_FORM, "An address's numbers end at 255; mend --link.");
        }
      }
      return of(octets);
    }
    Matcher six = V6.matcher(text);
    if (six.matches()) {
      return six(six.group(1));
    }
    if (text.indexOf(':') >= 0 || text.isEmpty()) {
      throw new LinkException(
          Reason.BAD_FORM, "Write an IPv6 address in brackets, as in [fd00::1]; mend --link.");
    }
    throw new LinkException(
        Reason.NAME_NOT_ADDRESS,
        "This device looks no names up: give the laptop's numeric address in --link.");
  }

  static Range rangeOf(InetAddress address) {
    if (address.equals(LOOPBACK_V4) || address.equals(LOOPBACK_V6)) {
      return Range.LOOPBACK;
    }
    return PRIVATE_BLOCKS.stream().anyMatch(block -> block.holds(address))
        ? Range.PRIVATE
        : Range.ELSEWHERE;
  }

  /** A text with a colon is never looked up by {@link InetAddress#getByName}. */
  private static InetAddress six(String text) throws LinkException {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      if (text.contains("%")) {
        throw new LinkException(
            Reason.NO_SUCH_INTERFACE,
            "The interface after % in --link is not there; see ip link.",
            e);
      }
      throw new LinkException(Reason.BAD_FORM, "That is no IPv6 address; mend --link.", e);
    }
  }

  private static InetAddress of(int... octets) {
    byte[] bytes = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      bytes[i] = (byte) octets[i];
    }
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 bytes", e);
    }
  }
}
