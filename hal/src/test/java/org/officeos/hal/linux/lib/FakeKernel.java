package org.officeos.hal.linux.lib;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.officeos.hal.netlink.AttributeWriter;
import org.officeos.hal.netlink.FormatException;
import org.officeos.hal.netlink.NetlinkMessage;

/**
 * The other side of netlink sockets: rtnetlink's links and generic netlink's controller, and
 * families that a test adds. Strict: a request that the real one would take for nonsense fails the
 * test.
 */
public final class FakeKernel {

  /** {@code NETLINK_ROUTE}. */
  public static final int ROUTE = 0;

  /** {@code NETLINK_GENERIC}. */
  public static final int GENERIC = 16;

  /** What a request of rtnetlink is answered: these, of this type, or an errno. */
  private record Told(int type, List<byte[]> parts, int errno) {}

  private static final int EOPNOTSUPP = 95;
  private static final int GET_WOWLAN = 73;
  private static final int ENODEV = 19;
  private static final int ENOENT = 2;

  private final Map<Integer, byte[]> links = new TreeMap<>();
  private final Map<String, byte[]> families = new LinkedHashMap<>();
  private final Map<Integer, Map<Integer, List<byte[]>>> dumps = new TreeMap<>();
  private final Map<List<Integer>, Integer> asked = new HashMap<>();
  private final Map<Integer, Told> told = new TreeMap<>();
  private final Map<Integer, byte[]> wake = new TreeMap<>();
  private final List<Integer> switchedOff = new ArrayList<>();
  private int interruptions;
  private boolean silent;

  /** A kernel with a loopback and no family but the controller. */
  public FakeKernel() {
    link(1, 772, 0x10049, "lo", new byte[6]);
    family("nlctrl", 16, Map.of("notify", 16));
  }

  /** How often a family was asked for all of one kind so far, or the controller for a family. */
  public int asked(int family, int command) {
    return asked.getOrDefault(List.of(family, command), 0);
  }

  /** Adds a network interface, as {@code struct ifinfomsg} and attributes. */
  public void link(int index, int kind, int flags, String name, byte[] address) {
    byte[] attributes = new AttributeWriter().text(3, name).u8(16, 0).bytes(1, address).toBytes();
    links.put(
        index,
        ByteBuffer.allocate(16 + attributes.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putShort((short) 0)
            .putShort((short) kind)
            .putInt(index)
            .putInt(flags)
            .putInt(0)
            .put(attributes)
            .array());
  }

  /** Adds a generic netlink family. */
  public void family(String name, int id, Map<String, Integer> groups) {
    AttributeWriter list = new AttributeWriter();
    groups.forEach(
        (group, number) ->
            list.nested(
                list.toBytes().length, new AttributeWriter().text(1, group).u32(2, number)));
    families.put(name, generic(1, new AttributeWriter().text(2, name).u16(1, id).nested(7, list)));
    dumps.putIfAbsent(id, new TreeMap<>());
  }

  /** Its module is unloaded, and nobody is told. */
  public void unload(String name, int id) {
    families.remove(name);
    dumps.remove(id);
  }

  /** What nl80211 says of a radio's wake-on-wireless; of others, that they have no such thing. */
  public void wake(int radio, AttributeWriter attributes) {
    wake.put(radio, generic(GET_WOWLAN, attributes));
  }

  /** Adds a part to what a family tells when it is asked for all with this command. */
  public void part(int family, int command, byte[] payload) {
    dumps
        .computeIfAbsent(family, unused -> new TreeMap<>())
        .computeIfAbsent(command, unused -> new ArrayList<>())
        .add(payload);
  }

  /** Answers rtnetlink's requests of a type with messages of another. */
  public void tell(int request, int type, byte[]... parts) {
    told.put(request, new Told(type, List.of(parts), 0));
  }

  /** Refuses rtnetlink's requests of a type. */
  public void refuse(int request, int errno) {
    told.put(request, new Told(0, List.of(), errno));
  }

  /** Makes the next dumps say that things changed meanwhile. */
  public void interruptDumps(int times) {
    interruptions = times;
  }

  /** Answers nothing from now on. */
  public void beSilent() {
    silent = true;
  }

  /** Interfaces that were switched off. */
  public List<Integer> switchedOff() {
    return switchedOff;
  }

  /** Command and attributes of a generic netlink message. */
  public static byte[] generic(int command, AttributeWriter attributes) {
    byte[] body = attributes.toBytes();
    return ByteBuffer.allocate(4 + body.length)
        .put((byte) command)
        .put(new byte[3])
        .put(body)
        .array();
  }

  List<byte[]> answer(int protocol, byte[] datagram, int port) {
    NetlinkMessage request = only(datagram);
    if (!request.has(NetlinkMessage.F_REQUEST) || request.port() != 0) {
      throw new AssertionError("not a request: " + request);
    }
    if (silent) {
      return List.of();
    }
    return protocol == ROUTE ? route(request, port) : ofGeneric(request, port);
  }

  private List<byte[]> toldOf(Told answer, NetlinkMessage request, int port) {
    if (answer.errno() == 0 && request.has(NetlinkMessage.F_DUMP)) {
      return dump(answer.type(), answer.parts(), request.sequence(), port);
    }
    List<byte[]> datagrams = new ArrayList<>();
    for (byte[] part : answer.parts()) {
      datagrams.add(new NetlinkMessage(answer.type(), 0, request.sequence(), port, part).encoded());
    }
    datagrams.add(error(answer.errno(), request, port));
    return datagrams;
  }

  private List<byte[]> route(NetlinkMessage request, int port) {
    byte[] payload = request.payload();
    Told answer = told.get(request.type());
    if (answer != null) {
      return toldOf(answer, request, port);
    }
    if (request.type() == 18 && request.has(NetlinkMessage.F_DUMP) && payload.length == 16) {
      return dump(16, new ArrayList<>(links.values()), request.sequence(), port);
    }
    if (request.type() != 16 || !request.has(NetlinkMessage.F_ACK) || payload.length != 16) {
      throw new AssertionError("this fake tells and switches off links only: " + request);
    }
    ByteBuffer in = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
    if (in.getInt(8) != 0 || in.getInt(12) != 1) {
      throw new AssertionError("nothing but IFF_UP may change, and to down");
    }
    if (!links.containsKey(in.getInt(4))) {
      return List.of(error(ENODEV, request, port));
    }
    switchedOff.add(in.getInt(4));
    return List.of(error(0, request, port));
  }

  private List<byte[]> ofGeneric(NetlinkMessage request, int port) {
    byte[] payload = request.payload();
    if (request.type() == 16 && payload[0] == 3) {
      asked.merge(List.of(16, 3), 1, Integer::sum);
      return family(request, port);
    }
    Map<Integer, List<byte[]>> family = dumps.get(request.type());
    if (family == null) {
      return List.of(error(ENOENT, request, port));
    }
    if (payload[0] == GET_WOWLAN && !request.has(NetlinkMessage.F_DUMP)) {
      return wake(request, port);
    }
    List<byte[]> parts = family.get((int) payload[0]);
    if (parts == null || !request.has(NetlinkMessage.F_DUMP)) {
      return List.of(error(EOPNOTSUPP, request, port));
    }
    asked.merge(List.of(request.type(), (int) payload[0]), 1, Integer::sum);
    return dump(request.type(), parts, request.sequence(), port);
  }

  private List<byte[]> wake(NetlinkMessage request, int port) {
    ByteBuffer in = ByteBuffer.wrap(request.payload()).order(ByteOrder.LITTLE_ENDIAN);
    if (!request.has(NetlinkMessage.F_ACK) || in.limit() != 12 || in.getInt(4) != 0x10008) {
      throw new AssertionError("a question about one radio, with an end: " + request);
    }
    byte[] answer = wake.get(in.getInt(8));
    return answer == null
        ? List.of(error(EOPNOTSUPP, request, port))
        : List.of(
            new NetlinkMessage(request.type(), 0, request.sequence(), port, answer).encoded(),
            error(0, request, port));
  }

  private List<byte[]> family(NetlinkMessage request, int port) {
    for (Map.Entry<String, byte[]> each : families.entrySet()) {
      byte[] asked = generic(3, new AttributeWriter().text(2, each.getKey()));
      asked[1] = 2;
      if (Arrays.equals(asked, request.payload())) {
        return List.of(
            new NetlinkMessage(16, 0, request.sequence(), port, each.getValue()).encoded(),
            error(0, request, port));
      }
    }
    return List.of(error(ENOENT, request, port));
  }

  private List<byte[]> dump(int type, List<byte[]> parts, int sequence, int port) {
    int flags = NetlinkMessage.F_MULTI;
    if (interruptions > 0) {
      interruptions--;
      flags |= NetlinkMessage.F_DUMP_INTERRUPTED;
    }
    List<byte[]> datagrams = new ArrayList<>();
    for (byte[] part : parts) {
      datagrams.add(new NetlinkMessage(type, flags, sequence, port, part).encoded());
    }
    datagrams.add(
        new NetlinkMessage(NetlinkMessage.DONE, flags, sequence, port, new byte[4]).encoded());
    return datagrams;
  }

  private static byte[] error(int errno, NetlinkMessage request, int port) {
    byte[] payload =
        ByteBuffer.allocate(20)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(-errno)
            .put(request.encoded(), 0, 16)
            .array();
    return new NetlinkMessage(
            NetlinkMessage.ERROR, NetlinkMessage.F_CAPPED, request.sequence(), port, payload)
        .encoded();
  }

  private static NetlinkMessage only(byte[] datagram) {
    try {
      List<NetlinkMessage> messages = NetlinkMessage.split(datagram);
      if (messages.size() != 1) {
        throw new AssertionError(messages.size() + " messages in one request");
      }
      return messages.get(0);
    } catch (FormatException e) {
      throw new AssertionError("not netlink", e);
    }
  }
}
