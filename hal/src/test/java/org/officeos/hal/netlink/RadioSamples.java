package org.officeos.hal.netlink;

import java.util.List;

/** Radios as kernels tell of them, written a second time from linux/nl80211.h. */
public final class RadioSamples {

  /** The family's number in these samples. */
  public static final int FAMILY = 0x1c;

  /** {@code NL80211_CMD_GET_WIPHY}. */
  public static final int GET_WIPHY = 1;

  /** {@code NL80211_CMD_GET_INTERFACE}. */
  public static final int GET_INTERFACE = 5;

  private static final int NEW_WIPHY = 3;

  private RadioSamples() {}

  /** mac80211_hwsim as the lab has it, in three parts. */
  public static List<byte[]> hwsim(int index) {
    return List.of(
        part(index, new AttributeWriter().nested(32, types(1, 2, 3, 6, 7, 8, 9, 10))),
        part(index, new AttributeWriter().nested(50, commands(1, 5, 46, 89))),
        part(
            index,
            new AttributeWriter()
                .nested(121, types(6))
                .nested(
                    120,
                    new AttributeWriter()
                        .nested(
                            0,
                            combination(
                                2048, 1, limit(2048, 2), limit(2048, 3, 8, 9), limit(1, 10))))));
  }

  /** The vendor's rtl8821cs: P2P-client and P2P-GO, no P2P-device, one channel. */
  public static List<byte[]> vendor(int index) {
    return List.of(
        part(
            index,
            new AttributeWriter()
                .nested(32, types(1, 2, 3, 6, 8, 9))
                .nested(
                    120,
                    new AttributeWriter()
                        .nested(1, combination(2, 1, limit(2, 2, 8), limit(1, 3, 9))))));
  }

  /** Mainline rtw88: no Wi-Fi Direct. */
  public static List<byte[]> mainline(int index) {
    return List.of(part(index, new AttributeWriter().nested(32, types(1, 2, 3))));
  }

  /** An interface with a network interface. */
  public static byte[] netdev(int wiphy, int ifindex, String name, int type) {
    return interfaceMessage(
        7,
        new AttributeWriter()
            .u32(3, ifindex)
            .text(4, name)
            .u32(1, wiphy)
            .u32(5, type)
            .u64(153, (long) wiphy << 32 | 1)
            .bytes(6, new byte[] {2, 0, 0, 0, 0, (byte) wiphy})
            .u32(46, 3));
  }

  /** A P2P-device. */
  public static byte[] p2pDevice(int wiphy) {
    return interfaceMessage(
        7,
        new AttributeWriter()
            .u32(1, wiphy)
            .u32(5, 10)
            .u64(153, (long) wiphy << 32 | 2)
            .bytes(6, new byte[] {0x42, 0, 0, 0, 0, (byte) wiphy}));
  }

  static byte[] interfaceMessage(int command, AttributeWriter attributes) {
    byte[] body = attributes.toBytes();
    byte[] payload = new byte[4 + body.length];
    payload[0] = (byte) command;
    payload[1] = 1;
    System.arraycopy(body, 0, payload, 4, body.length);
    return payload;
  }

  static List<NetlinkMessage> messages(List<byte[]> payloads) {
    return payloads.stream().map(RadioSamples::message).toList();
  }

  static NetlinkMessage message(byte[] payload) {
    return new NetlinkMessage(FAMILY, NetlinkMessage.F_MULTI, 1, 0, payload);
  }

  private static byte[] part(int index, AttributeWriter more) {
    byte[] common = new AttributeWriter().u32(1, index).text(2, "phy" + index).u32(46, 1).toBytes();
    byte[] payload = NetlinkMessageTest.joined(new byte[4], common, more.toBytes());
    payload[0] = NEW_WIPHY;
    return payload;
  }

  private static AttributeWriter types(int... numbers) {
    AttributeWriter writer = new AttributeWriter();
    for (int number : numbers) {
      writer.flag(number);
    }
    return writer;
  }

  private static AttributeWriter commands(int... numbers) {
    AttributeWriter writer = new AttributeWriter();
    for (int i = 0; i < numbers.length; i++) {
      writer.u32(i + 1, numbers[i]);
    }
    return writer;
  }

  private static AttributeWriter limit(int max, int... types) {
    return new AttributeWriter().u32(1, max).nested(2, types(types));
  }

  private static AttributeWriter combination(int max, int channels, AttributeWriter... limits) {
    AttributeWriter list = new AttributeWriter();
    for (int i = 0; i < limits.length; i++) {
      list.nested(i + 1, limits[i]);
    }
    return new AttributeWriter().nested(1, list).u32(4, channels).u32(2, max);
  }
}
