package org.officeos.hal.linux;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.officeos.hal.linux.NetlinkException.Reason;
import org.officeos.hal.linux.lib.LibC;
import org.officeos.hal.linux.lib.NativeLibC;
import org.officeos.hal.netlink.FormatException;
import org.officeos.hal.netlink.GenericFamily;
import org.officeos.hal.netlink.KernelRefusal;
import org.officeos.hal.netlink.Link;
import org.officeos.hal.netlink.Links;
import org.officeos.hal.netlink.NetlinkMessage;
import org.officeos.hal.netlink.Radios;
import org.officeos.hal.netlink.WiphyDump;
import org.officeos.hal.netlink.WirelessInterface;
import org.officeos.hal.netlink.WirelessInterfaces;

/**
 * Reads this network namespace's radios and interfaces from the kernel. Each call opens a socket of
 * its own and closes it: safe for use by several threads. Needs no rights.
 */
public final class RadioReader {

  /** {@code NETLINK_GENERIC}. */
  private static final int GENERIC = 16;

  private static final String NL80211 = "nl80211";
  private static final Duration WITHIN = Duration.ofSeconds(5);

  private final LibC libc;
  private final LongSupplier nanos;

  RadioReader(LibC libc, LongSupplier nanos) {
    this.libc = libc;
    this.nanos = nanos;
  }

  /**
   * One that asks the kernel it runs on.
   *
   * @throws NetlinkException {@code NO_LIBRARY}
   */
  public static RadioReader ofThisMachine() throws NetlinkException {
    try {
      return new RadioReader(new NativeLibC(), System::nanoTime);
    } catch (LinkageError e) {
      throw new NetlinkException(Reason.NO_LIBRARY, "JNA cannot load the C library", e);
    }
  }

  /**
   * The radios and their interfaces, asked one right after the other: an interface that came
   * between may name a radio that is not in the list.
   *
   * @throws NetlinkException {@code FAMILY_ABSENT} where no Wi-Fi driver is loaded; {@code
   *     NO_SOCKET}, {@code NOT_SENT}, {@code NOT_RECEIVED}, {@code TIMED_OUT}, {@code MALFORMED},
   *     {@code STILL_CHANGING}, {@code REFUSED}
   */
  public Radios radios() throws NetlinkException {
    try (NetlinkSocket socket = NetlinkSocket.open(libc, GENERIC, nanos)) {
      int family = family(socket, NL80211).id();
      List<NetlinkMessage> radios =
          socket.dump(sequence -> WiphyDump.request(family, sequence), WITHIN);
      List<NetlinkMessage> interfaces =
          socket.dump(sequence -> WirelessInterfaces.request(family, sequence), WITHIN);
      return new Radios(
          WiphyDump.read(radios, family), WirelessInterfaces.read(interfaces, family));
    } catch (FormatException e) {
      throw new NetlinkException(Reason.MALFORMED, "of nl80211", e);
    }
  }

  /**
   * The interfaces of all radios, without what their drivers can do.
   *
   * @throws NetlinkException as {@link #radios} does
   */
  public List<WirelessInterface> interfaces() throws NetlinkException {
    try (NetlinkSocket socket = NetlinkSocket.open(libc, GENERIC, nanos)) {
      int family = family(socket, NL80211).id();
      return WirelessInterfaces.read(
          socket.dump(sequence -> WirelessInterfaces.request(family, sequence), WITHIN), family);
    } catch (FormatException e) {
      throw new NetlinkException(Reason.MALFORMED, "of nl80211", e);
    }
  }

  /**
   * The network interfaces, wireless and others.
   *
   * @throws NetlinkException as {@link #radios} does, but {@code FAMILY_ABSENT}
   */
  public List<Link> links() throws NetlinkException {
    try (NetlinkSocket socket = NetlinkSocket.open(libc, Links.PROTOCOL, nanos)) {
      return Links.read(socket.dump(Links::request, WITHIN));
    } catch (FormatException e) {
      throw new NetlinkException(Reason.MALFORMED, "of rtnetlink", e);
    }
  }

  static GenericFamily family(NetlinkSocket socket, String name) throws NetlinkException {
    try {
      List<NetlinkMessage> answer =
          socket.question(sequence -> GenericFamily.request(name, sequence), WITHIN);
      if (answer.size() != 1) {
        throw new NetlinkException(Reason.MALFORMED, answer.size() + " answers for one family");
      }
      return GenericFamily.of(answer.get(0));
    } catch (FormatException e) {
      throw new NetlinkException(Reason.MALFORMED, "of the controller", e);
    } catch (NetlinkException e) {
      if (e.refusal().filter(no -> no.errno() == KernelRefusal.ENOENT).isPresent()) {
        throw new NetlinkException(Reason.FAMILY_ABSENT, "this kernel has no " + name, e);
      }
      throw e;
    }
  }
}
