package org.officeos.hil.lab;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.officeos.hal.netlink.AttributeWriter;
import org.officeos.hal.netlink.FormatException;
import org.officeos.hal.netlink.GenericFamily;
import org.officeos.hal.netlink.GenericMessage;
import org.officeos.hal.netlink.NetlinkMessage;

/**
 * One more simulated radio than the lab's script makes, of a kind that the module's parameters do
 * not offer. Source: the enums in drivers/net/wireless/mac80211_hwsim.h of Linux 6.1.
 */
final class SimulatedRadio {

  private static final Path RADIOS = Path.of("/sys/class/ieee80211");
  private static final String FAMILY = "MAC80211_HWSIM";
  private static final int NEW_RADIO = 4;
  private static final int VERSION = 1;
  private static final int CHANNELS = 9;
  private static final int INTERFACE_TYPES = 23;
  private static final int STATION = 1 << 2;
  private static final int ACCESS_POINT = 1 << 3;
  private static final int AF_NETLINK = 16;
  private static final int SOCK_RAW = 3;
  private static final int GENERIC = 16;
  private static final int ADDRESS = 12;

  private SimulatedRadio() {}

  /** What of libc it takes; a call that fails returns less than 0. */
  interface C extends Library {

    int socket(int family, int type, int protocol);

    int sendto(int fd, byte[] bytes, long length, int flags, byte[] to, int toLength);

    long recv(int fd, byte[] bytes, long length, int flags);

    int close(int fd);
  }

  /** Makes one whose driver has no P2P, in this namespace; its name, such as {@code phy2}. */
  static String stationAndAccessPointOnly() throws IOException, FormatException {
    Set<String> before = radios();
    C c = Native.load("c", C.class);
    int fd = c.socket(AF_NETLINK, SOCK_RAW, GENERIC);
    assertTrue(fd >= 0, "no netlink socket");
    try {
      int family = GenericFamily.of(ask(c, fd, GenericFamily.request(FAMILY, 1))).id();
      AttributeWriter radio =
          new AttributeWriter().u32(CHANNELS, 1).u32(INTERFACE_TYPES, STATION | ACCESS_POINT);
      ask(
          c,
          fd,
          GenericMessage.request(family, NetlinkMessage.F_ACK, 2, NEW_RADIO, VERSION, radio));
    } finally {
      c.close(fd);
    }
    Set<String> after = radios();
    after.removeAll(before);
    return after.stream().findFirst().orElseGet(() -> fail("no radio more than " + before));
  }

  /** The first message of the answer. */
  private static NetlinkMessage ask(C c, int fd, NetlinkMessage question) throws FormatException {
    byte[] bytes = question.encoded();
    byte[] kernel =
        ByteBuffer.allocate(ADDRESS)
            .order(ByteOrder.nativeOrder())
            .putShort((short) AF_NETLINK)
            .array();
    assertTrue(c.sendto(fd, bytes, bytes.length, 0, kernel, ADDRESS) == bytes.length, "not sent");
    byte[] answer = new byte[1 << 16];
    long length = c.recv(fd, answer, answer.length, 0);
    assertTrue(length > 0, "no answer");
    return NetlinkMessage.split(Arrays.copyOf(answer, (int) length)).get(0);
  }

  private static Set<String> radios() throws IOException {
    try (Stream<Path> all = Files.list(RADIOS)) {
      return all.map(each -> each.getFileName().toString()).collect(Collectors.toSet());
    }
  }
}
